package io.nacre.processor;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.mxnet.SymbolExport;
import io.nacre.processor.plan.Cost;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.plan.StateLayout;

/// Everything that is known of a right model: what the generated class is written from.
///
/// @param training the plan with gradients
/// @param inference the plan that only predicts, on its own, smaller memory
/// @param symbol the model for MXNet
public record CompiledModel(
    TypedGraph typed,
    StateLayout state,
    ExecutionPlan training,
    ExecutionPlan inference,
    SymbolExport.Exported symbol) {

  /// The batch size of a model without a symbolic one: the number that fixes it, or 1.
  public int fixedBatch() {
    return Math.max(1, typed.layers().batch());
  }

  /// Bytes that training takes: weights, gradients, states and work memory. An optimizer's state comes
  /// on top.
  public Cost trainingBytes() {
    return bytes(training, 2 * state.bytes(Segment.PARAMETERS));
  }

  /// Bytes that prediction takes: weights, states and work memory.
  public Cost inferenceBytes() {
    return bytes(inference, state.bytes(Segment.PARAMETERS));
  }

  /// Floating-point operations of one forward and backward pass.
  public Cost trainingFlops() {
    return Cost.flops(training);
  }

  /// Floating-point operations of one prediction.
  public Cost inferenceFlops() {
    return Cost.flops(inference);
  }

  private Cost bytes(ExecutionPlan plan, long weights) {
    long constant = plan.workBytes(0);
    return new Cost(
        plan.workBytes(1) - constant,
        constant + weights + state.bytes(Segment.AUXILIARY));
  }
}
