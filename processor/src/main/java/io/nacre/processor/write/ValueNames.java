package io.nacre.processor.write;

import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.Step;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.PlannedStep;
import io.nacre.processor.plan.Segment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Names for the stored values of a plan, taken from the model: `conv1` for what the node conv1
/// computes, `conv1$grad` for its gradient, `out$max` or `out$1` for a step on the way to `out`.
final class ValueNames {
  /// What the nested classes of a plan call their own fields and parameters.
  private static final Set<String> OF_PLANS = new HashSet<>(Set.of("random", "graph", "batch", "worker", "n"));

  static {
    for (Segment segment : Segment.values()) {
      for (DataType type : DataType.values()) {
        OF_PLANS.add(Memory.array(segment, type));
      }
    }
  }

  private final Map<Value, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>(OF_PLANS);

  /// @param java how a node's name is spelt in Java
  ValueNames(ExecutionPlan plan, UnaryOperator<String> java) {
    Graph graph = plan.graph().graph().graph();
    graph.variables().forEach(variable -> numbered(variable.value(), java.apply(variable.name()), "$"));
    plan.graph()
        .graph()
        .headGradients()
        .forEach(gradient -> numbered(gradient.value(), java.apply(gradient.name()) + "$grad", ""));
    plan.graph()
        .graph()
        .gradients()
        .forEach(
            gradient ->
                name(Aliases.storage(gradient.value()), java.apply(gradient.name()) + "$grad"));
    plan.graph()
        .graph()
        .earlier()
        .forEach(
            before ->
                numbered(before.value(), java.apply(before.name()) + "$earlier", "$"));
    List<PlannedStep> steps = plan.steps();
    for (PlannedStep planned : steps.reversed()) {
      Step step = planned.step();
      if (!step.group().backward()) {
        String node = java.apply(step.output().origin().node());
        graph
            .emitter()
            .label(step.output())
            .ifPresent(label -> name(step.output(), node + "$" + label));
        numbered(step.output(), node, "$");
      }
    }
    plan.graph().graph().gradientOf().entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getKey().id()))
        .forEach(entry -> nameGradient(entry.getKey(), Aliases.storage(entry.getValue())));
    for (PlannedStep planned : steps) {
      Value output = planned.step().output();
      numbered(output, java.apply(output.origin().node()) + "$grad", "");
    }
  }

  /// The name of a value's memory.
  String of(Value value) {
    return names.get(Aliases.storage(value));
  }

  private void nameGradient(Value value, Value gradient) {
    String of = names.get(Aliases.storage(value));
    if (of != null) {
      name(gradient, of + "$grad");
    }
  }

  private void name(Value value, String name) {
    if (!names.containsKey(value) && taken.add(name)) {
      names.put(value, name);
    }
  }

  /// `base` if it is free, or else `base` with the first number that is.
  private void numbered(Value value, String base, String separator) {
    name(value, base);
    for (int number = 1; !names.containsKey(value); number++) {
      name(value, base + separator + number);
    }
  }
}
