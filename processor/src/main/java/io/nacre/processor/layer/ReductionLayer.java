package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Value;
import java.util.List;

/// Combines all elements along some axes into one.
record ReductionLayer(String annotation, Combination combination) implements Layer {

  /// How elements are combined; the axes stay as axes of size 1.
  interface Combination {
    Value of(Emitter e, Value x, ReducedAxes axes);
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    ReducedAxes.infer(node, true);
  }

  @Override
  public Value expand(Expansion node) {
    Value x = node.argument("data");
    ReducedAxes axes = ReducedAxes.of(node.attributes(), x.shape().rank(), true);
    return axes.result(node.emitter(), combination.of(node.emitter(), x, axes));
  }

  static Combination by(Reduce.Kind kind) {
    return (e, x, axes) -> e.reduce(kind, x, axes.axes());
  }

  static Value mean(Emitter e, Value x, ReducedAxes axes) {
    Value sum = e.reduce(Reduce.Kind.SUM, x, axes.axes());
    Dim count = axes.count(x.shape());
    return e.divide(sum, e.size(count, sum.shape(), sum.type()));
  }

  /// @param instead what counts where an element is not a number
  static Combination withoutNaN(Reduce.Kind kind, double instead) {
    return (e, x, axes) -> {
      // only what is not a number differs from itself
      Value numbers = e.selectEqual(x, x, x, e.constant(instead, x));
      return e.reduce(kind, numbers, axes.axes());
    };
  }
}
