package io.nacre.processor.plan;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Value;

/// A quantity that is linear in N: `perSample * N + constant`.
public record Cost(long perSample, long constant) {

  /// The floating-point operations of a plan, a fused multiply-add counted as two.
  public static Cost flops(ExecutionPlan plan) {
    long perSample = 0;
    long constant = 0;
    for (PlannedStep planned : plan.steps()) {
      for (Value value : planned.step().group().members()) {
        Dim flops = value.primitive().flops();
        if (flops.batch()) {
          perSample += flops.size();
        } else {
          constant += flops.size();
        }
      }
    }
    return new Cost(perSample, constant);
  }
}
