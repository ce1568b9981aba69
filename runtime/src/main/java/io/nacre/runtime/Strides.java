package io.nacre.runtime;

/// Some axes of a shape, by themselves: where their entries lie among the numbers of the whole.
final class Strides {
  private final int[] dims;
  private final int[] strides;
  private final int size;

  /// The axes for which `marks` says `wanted`, in order.
  Strides(Shape shape, boolean[] marks, boolean wanted) {
    int count = 0;
    for (boolean mark : marks) {
      count += mark == wanted ? 1 : 0;
    }
    dims = new int[count];
    strides = new int[count];
    int stride = 1;
    int all = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      if (marks[axis] == wanted) {
        count--;
        dims[count] = shape.dim(axis);
        strides[count] = stride;
        all *= shape.dim(axis);
      }
      stride *= shape.dim(axis);
    }
    size = all;
  }

  /// Axes in any order.
  Strides(int[] dims, int[] strides) {
    this.dims = dims;
    this.strides = strides;
    int all = 1;
    for (int dim : dims) {
      all *= dim;
    }
    size = all;
  }

  /// All numbers of a tensor, as one axis.
  static Strides all(Tensor x) {
    return new Strides(new int[] {x.size()}, new int[] {1});
  }

  /// The axes alone.
  Shape shape() {
    return Shape.of(dims);
  }

  /// How many entries they have together.
  int size() {
    return size;
  }

  /// Where entry i lies, counted in row-major order over these axes.
  int position(int i) {
    int position = 0;
    int rest = i;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      position += rest % dims[axis] * strides[axis];
      rest /= dims[axis];
    }
    return position;
  }
}
