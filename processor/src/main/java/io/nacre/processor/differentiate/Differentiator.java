package io.nacre.processor.differentiate;

import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.GradReq;
import io.nacre.processor.ir.Gradients;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.GradientOverride;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reachable;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Derives the reverse pass: from the heads back, each value hands its gradient to its inputs by the
/// rule of its primitive, and what a value gets from several users is added up.
///
/// Knows no operator.
public final class Differentiator implements Gradients {
  private final Graph graph;
  private final Set<Value> wanted = new HashSet<>();
  private final Map<Value, Value> gradientOf = new HashMap<>();
  private final List<Graph.NamedValue> earlier = new ArrayList<>();
  private Emitter emitter;

  private Differentiator(Graph graph) {
    this.graph = graph;
    this.emitter = graph.emitter();
  }

  public static TrainingGraph differentiate(Graph graph) {
    return new Differentiator(graph).run();
  }

  private TrainingGraph run() {
    List<Value> forward = forward();
    markWanted(forward);
    List<Graph.NamedValue> headGradients = startAtHeads();
    for (Value value : forward.reversed()) {
      Value gradient = gradientOf.get(value);
      if (gradient != null && wanted.contains(value)) {
        emitter = graph.emitter().on(value.origin());
        value.primitive().differentiate(value, gradient, this);
      }
    }
    List<Graph.NamedValue> gradients = gradientsOfVariables(forward);
    return new TrainingGraph(graph, headGradients, earlier, gradients, gradientOf);
  }

  /// All that the heads depend on, and what losses start a gradient at: a loss may compute with
  /// another shape of that value, so that nothing else reaches it.
  private List<Value> forward() {
    List<Value> roots = new ArrayList<>(graph.heads().stream().map(Graph.Head::value).toList());
    for (Value value : Reachable.from(roots)) {
      if (value.primitive() instanceof GradientOverride override) {
        override.rule().ifPresent(rule -> roots.add(rule.target()));
      }
    }
    return Reachable.from(roots);
  }

  /// A value's gradient is wanted if it depends on a variable whose gradient is.
  private void markWanted(List<Value> forward) {
    for (Graph.NamedValue variable : graph.variables()) {
      if (variable.wantsGradient()) {
        wanted.add(variable.value());
      }
    }
    for (Value value : forward) {
      boolean reaches =
          value.primitive() instanceof GradientOverride override
              ? override.rule().isPresent() && wanted(override.rule().get().target())
              : value.primitive().inputs().stream().anyMatch(this::wanted);
      if (reaches) {
        wanted.add(value);
      }
    }
  }

  /// A loss starts with a gradient that it ignores; any other head with one that the user feeds.
  private List<Graph.NamedValue> startAtHeads() {
    List<Graph.NamedValue> fed = new ArrayList<>();
    for (Graph.Head head : graph.heads()) {
      Value value = head.value();
      emitter = graph.emitter().on(value.origin());
      if (head.loss()) {
        add(value, emitter.zeros(value));
      } else {
        Variable variable =
            new Variable(
                head.name(), Variable.Role.HEAD_GRADIENT, value.shape(), value.type());
        Value gradient = emitter.emit(variable);
        fed.add(new Graph.NamedValue(head.name(), gradient, GradReq.NONE));
        add(value, gradient);
      }
    }
    return fed;
  }

  /// Every gradient gets memory of its own: what is a forward value, is fed, or is another variable's
  /// gradient too, is copied.
  private List<Graph.NamedValue> gradientsOfVariables(List<Value> forward) {
    List<Graph.NamedValue> gradients = new ArrayList<>();
    Set<Value> taken = new HashSet<>(forward);
    gradientOf.values().stream()
        .filter(value -> value.primitive() instanceof Variable)
        .forEach(taken::add);
    for (Graph.NamedValue variable : graph.variables()) {
      if (variable.wantsGradient()) {
        Value value = variable.value();
        Value gradient = gradientOf.get(value);
        emitter = graph.emitter().on(value.origin());
        if (gradient == null) {
          gradient = emitter.zeros(value);
        }
        if (variable.gradient() == GradReq.ADD) {
          gradient = emitter.add(earlier(variable), gradient);
        }
        while (!taken.add(Aliases.storage(gradient))) {
          gradient = emitter.pointwise(PointwiseFunction.IDENTITY, gradient);
        }
        gradients.add(new Graph.NamedValue(variable.name(), gradient, GradReq.WRITE));
      }
    }
    return gradients;
  }

  /// What earlier passes left of a parameter's gradient, which lies where the new one goes.
  private Value earlier(Graph.NamedValue variable) {
    Value value = variable.value();
    Value before =
        emitter.emit(
            new Variable(
                variable.name(), Variable.Role.GRADIENT, value.shape(), value.type()));
    earlier.add(new Graph.NamedValue(variable.name(), before, GradReq.NONE));
    return before;
  }

  @Override
  public boolean wanted(Value value) {
    return wanted.contains(value);
  }

  @Override
  public void add(Value value, Value gradient) {
    if (!gradient.shape().equals(value.shape()) || gradient.type() != value.type()) {
      throw new IllegalStateException(
          "a gradient of " + gradient.shape() + " for a value of " + value.shape());
    }
    gradientOf.merge(value, gradient, (sum, next) -> emitter.add(sum, next));
  }

  @Override
  public Emitter emitter() {
    return emitter;
  }
}
