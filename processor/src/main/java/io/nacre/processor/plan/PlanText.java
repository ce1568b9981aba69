package io.nacre.processor.plan;

import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.Call;
import io.nacre.processor.lower.Step;
import java.util.Locale;
import java.util.stream.Collectors;

/// A plan in a form to read: one line a step, then the memory.
public final class PlanText {
  private PlanText() {}

  public static String of(String name, ExecutionPlan plan) {
    StringBuilder text =
        new StringBuilder(name).append(" plan of ").append(plan.graph().graph().graph().name());
    boolean backward = false;
    for (PlannedStep planned : plan.steps()) {
      Step step = planned.step();
      if (step.group().backward() && !backward) {
        backward = true;
        text.append("\n  ---- backward");
      }
      if (planned.barrier()) {
        text.append("\n  barrier");
      }
      text.append(
          "\n  %-12s %-34s %s <- %s"
              .formatted(
                  step.output().origin().node(),
                  kernel(step.call()),
                  place(plan, step.output()),
                  step.reads().stream()
                      .map(read -> place(plan, read))
                      .collect(Collectors.joining(", "))));
    }
    for (WorkSize work : plan.work()) {
      text.append("\n  work memory: ").append(work.perSample()).append(" N + ");
      text.append(work.constant()).append(" x ").append(work.type());
    }
    return text.toString();
  }

  private static String kernel(Call call) {
    return switch (call) {
      case Call.KernelCall kernel -> kernel.kernel() + "." + kernel.method();
      case Call.CustomCall custom -> custom.kernel() + "." + custom.method();
      case Call.KernelCalls kernels ->
          kernels.calls().size() + " x " + kernel(kernels.calls().getFirst());
      case Call.LoopCall loop -> "loop over " + loop.kernel().axes().stream()
          .map(axis -> axis.reduced() ? "[" + axis.size() + "]" : axis.size().toString())
          .collect(Collectors.joining(" | "));
    };
  }

  /// `%12 @ work 784N + 16`
  private static String place(ExecutionPlan plan, Value value) {
    Slot slot = plan.slot(value);
    String segment = slot.segment().name().toLowerCase(Locale.ROOT);
    return value + "@" + segment + ":" + slot.start() + (slot.inBatchRegion() ? "N" : "");
  }
}
