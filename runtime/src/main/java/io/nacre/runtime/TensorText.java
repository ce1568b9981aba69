package io.nacre.runtime;

/// Writes a tensor for people: nested brackets, long axes shortened.
final class TensorText {
  /// Up to this many numbers are all shown.
  private static final int ALL = 100;

  /// How many entries are shown at either end of a shortened axis.
  private static final int EDGE = 3;

  private final Tensor tensor;
  private final StringBuilder text = new StringBuilder();

  private TensorText(Tensor tensor) {
    this.tensor = tensor;
  }

  static String of(Tensor tensor) {
    TensorText writer = new TensorText(tensor);
    writer.text.append(tensor.shape()).append(' ').append(tensor.dataType()).append(' ');
    writer.axis(0, 0, tensor.size());
    return writer.text.toString();
  }

  /// Writes the `size` numbers from `position` on, which are one entry of axis `axis` - 1.
  private void axis(int axis, int position, int size) {
    if (axis == tensor.shape().rank()) {
      text.append(tensor.textAt(position));
      return;
    }
    int dim = tensor.shape().dim(axis);
    int inner = size / dim;
    boolean shorten = tensor.size() > ALL && dim > 2 * EDGE;
    text.append('[');
    for (int i = 0; i < dim; i++) {
      if (i > 0) {
        text.append(", ");
      }
      if (shorten && i == EDGE) {
        text.append("..., ");
        i = dim - EDGE;
      }
      axis(axis + 1, position + i * inner, inner);
    }
    text.append(']');
  }
}
