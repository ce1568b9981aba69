package io.nacre.runtime;

import java.util.Arrays;

/// The same numbers in other places.
final class Layouts {
  /// What the longest Java array holds on every common JVM.
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

  private Layouts() {}

  /// The axis that a number counted from either end means.
  static int axis(Shape shape, int axis) {
    int rank = shape.rank();
    if (axis < -rank || axis >= rank) {
      throw new IllegalArgumentException(
          rank == 0
              ? "axis %d of a scalar, which has none".formatted(axis)
              : "axis %d of %s; axes are from %d to %d".formatted(axis, shape, -rank, rank - 1));
    }
    return axis < 0 ? axis + rank : axis;
  }

  /// How many numbers a shape has, which have to fit into an array.
  static int size(Shape shape) {
    long size = 1;
    for (int axis = 0; axis < shape.rank(); axis++) {
      size *= shape.dim(axis);
      if (size > MOST_NUMBERS) {
        throw new IllegalArgumentException(
            "a tensor of %s has more numbers than an array holds".formatted(shape));
      }
    }
    return (int) size;
  }

  static Tensor reshape(Tensor x, int[] dims) {
    int[] wanted = dims.clone();
    int open = -1;
    long known = 1;
    for (int axis = 0; axis < wanted.length; axis++) {
      if (wanted[axis] == -1) {
        if (open >= 0) {
          throw new IllegalArgumentException(
              "reshape to %s: only one size can be -1".formatted(Arrays.toString(dims)));
        }
        open = axis;
      } else if (wanted[axis] < 1) {
        throw new IllegalArgumentException(
            "reshape to %s: a size is positive, or -1".formatted(Arrays.toString(dims)));
      } else if (known <= x.size()) {
        known *= wanted[axis];
      }
    }
    if (open >= 0 && x.size() % known == 0) {
      wanted[open] = (int) (x.size() / known);
      known = x.size();
    }
    if (known != x.size()) {
      throw new IllegalArgumentException(
          "reshape of %s, which has %d numbers, to %s%s"
              .formatted(
                  x.shape(),
                  x.size(),
                  Arrays.toString(dims),
                  open < 0 ? ", which has " + known : ": -1 does not come out whole"));
    }
    return copy(x, Shape.of(wanted), Strides.all(x));
  }

  static Tensor transpose(Tensor x, int[] axes) {
    Shape shape = x.shape();
    int rank = shape.rank();
    int[] strides = strides(shape);
    int[] dims = new int[rank];
    int[] steps = new int[rank];
    boolean[] used = new boolean[rank];
    if (axes.length != rank) {
      throw new IllegalArgumentException(
          "transpose of %s needs %d axes, not %s".formatted(shape, rank, Arrays.toString(axes)));
    }
    for (int i = 0; i < rank; i++) {
      int axis = axis(shape, axes[i]);
      if (used[axis]) {
        throw new IllegalArgumentException(
            "transpose of %s names axis %d twice: %s"
                .formatted(shape, axis, Arrays.toString(axes)));
      }
      used[axis] = true;
      dims[i] = shape.dim(axis);
      steps[i] = strides[axis];
    }
    return copy(x, Shape.of(dims), new Strides(dims, steps));
  }

  static Tensor slice(Tensor x, int axis, int from, int to) {
    int index = axis(x.shape(), axis);
    if (from < 0 || to <= from || to > x.shape().dim(index)) {
      throw new IndexOutOfBoundsException(
          "slice of axis %d of %s from %d to %d; places are from 0 to %d, and the end is not in it"
              .formatted(index, x.shape(), from, to, x.shape().dim(index)));
    }
    int[] indices = new int[to - from];
    Arrays.setAll(indices, i -> from + i);
    return take(x, index, indices);
  }

  static Tensor take(Tensor x, int axis, int[] indices) {
    Shape shape = x.shape();
    int index = axis(shape, axis);
    if (indices.length == 0) {
      throw new IllegalArgumentException("take of axis %d of %s: no index".formatted(index, shape));
    }
    int dim = shape.dim(index);
    for (int i : indices) {
      if (i < 0 || i >= dim) {
        throw new IndexOutOfBoundsException("index %d on axis %d of %s".formatted(i, index, shape));
      }
    }
    int inner = strides(shape)[index];
    int[] dims = shape.toInts();
    dims[index] = indices.length;
    Shape taken = Shape.of(dims);
    size(taken);
    Tensor result = Tensor.zeros(x.dataType(), taken);
    int position = 0;
    for (int outer = 0; outer < x.size(); outer += dim * inner) {
      for (int i : indices) {
        for (int j = 0; j < inner; j++) {
          result.put(position++, x, outer + i * inner + j);
        }
      }
    }
    return result;
  }

  /// Whether a shape becomes another by repeating its axes of size 1, and by more of them in front.
  static boolean repeats(Shape shape, Shape target) {
    int more = target.rank() - shape.rank();
    boolean fits = more >= 0;
    for (int axis = 0; fits && axis < shape.rank(); axis++) {
      fits = shape.dim(axis) == 1 || shape.dim(axis) == target.dim(axis + more);
    }
    return fits;
  }

  static Tensor broadcast(Tensor x, int[] dims) {
    Shape target = Tensor.concrete(dims);
    Shape shape = x.shape();
    int more = target.rank() - shape.rank();
    int[] steps = new int[target.rank()];
    int[] strides = strides(shape);
    if (!repeats(shape, target)) {
      throw new IllegalArgumentException(
          "%s cannot be broadcast to %s: only axes of size 1 repeat".formatted(shape, target));
    }
    for (int axis = 0; axis < shape.rank(); axis++) {
      steps[axis + more] = shape.dim(axis) == target.dim(axis + more) ? strides[axis] : 0;
    }
    size(target);
    return copy(x, target, new Strides(dims, steps));
  }

  /// One behind the other along an axis.
  static Tensor concat(int axis, Tensor[] parts) {
    Tensor first = parts[0];
    int index = axis(first.shape(), axis);
    int[] dims = first.shape().toInts();
    dims[index] = 0;
    for (Tensor part : parts) {
      Elementwise.requireOneType("concat", first, part);
      int[] own = part.shape().toInts();
      int along = own.length == dims.length ? own[index] : 0;
      if (own.length == dims.length) {
        own[index] = dims[index];
      }
      if (!Arrays.equals(own, dims)) {
        throw new IllegalArgumentException(
            "concat along axis %d of %s and %s, which differ elsewhere"
                .formatted(index, first.shape(), part.shape()));
      }
      dims[index] = Math.addExact(dims[index], along);
    }
    Shape shape = Shape.of(dims);
    size(shape);
    Tensor result = Tensor.zeros(first.dataType(), shape);
    int inner = strides(shape)[index];
    int before = 0;
    for (Tensor part : parts) {
      int run = part.shape().dim(index) * inner;
      for (int i = 0; i < part.size(); i++) {
        result.put(i / run * dims[index] * inner + before + i % run, part, i);
      }
      before += run;
    }
    return result;
  }

  private static Tensor copy(Tensor x, Shape shape, Strides from) {
    Tensor result = Tensor.zeros(x.dataType(), shape);
    for (int i = 0; i < result.size(); i++) {
      result.put(i, x, from.position(i));
    }
    return result;
  }

  private static int[] strides(Shape shape) {
    int[] strides = new int[shape.rank()];
    int stride = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.dim(axis);
    }
    return strides;
  }
}
