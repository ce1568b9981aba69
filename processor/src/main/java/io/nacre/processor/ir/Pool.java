package io.nacre.processor.ir;

import java.util.List;

/// Combines the elements under each position of a window, channel by channel.
///
/// @param countIncludePad whether padding counts in an average's divisor
/// @param p the exponent of [Kind#LP]: `(sum x^p)^(1/p)`, without
///     absolute values
public record Pool(
    Kind kind, int channels, Window window, boolean countIncludePad, int p, Value x)
    implements Primitive {

  /// How elements are combined.
  public enum Kind {
    MAX,
    AVERAGE,
    SUM,
    LP
  }

  public Pool {
    Check.shape(x, Window.image(x.shape().dim(0), channels, window.input()), "x");
  }

  @Override
  public List<Value> inputs() {
    return List.of(x);
  }

  @Override
  public Shape shape() {
    return Window.image(x.shape().dim(0), channels, window.output());
  }

  @Override
  public DataType type() {
    return x.type();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    gradients.add(x, gradients.emitter().emit(new PoolGradient(this, y, dy)));
  }

  @Override
  public Dim flops() {
    Dim positions = shape().size();
    return Flops.product(
        window.kernel().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact),
        positions);
  }
}
