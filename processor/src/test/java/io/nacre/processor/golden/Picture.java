package io.nacre.processor.golden;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which element of an array each element of a moved array is, looked up one by one: the
/// plain meaning of layers that only move.
///
/// @param dims the moved shape
/// @param sources for each element the place of the one it is; [#NOTHING] for none
record Picture(int[] dims, int[] sources) {
  static final int NOTHING = -1;

  static Picture of(List<Integer> dims) {
    int size = dims.stream().reduce(1, (a, b) -> a * b);
    return new Picture(
        dims.stream().mapToInt(Integer::intValue).toArray(), IntStream.range(0, size).toArray());
  }

  /// Along `axis` the elements `picks`, in that order.
  Picture pick(int axis, int... picks) {
    int[] picked = dims.clone();
    picked[axis] = picks.length;
    return moved(
        picked,
        position -> {
          position[axis] = picks[position[axis]];
          return position[axis] == NOTHING ? null : position;
        });
  }

  /// Axis i is the old axis `axes[i]`.
  Picture permute(int... axes) {
    int[] permuted = Arrays.stream(axes).map(axis -> dims[axis]).toArray();
    return moved(
        permuted,
        position -> {
          int[] old = new int[dims.length];
          for (int axis = 0; axis < axes.length; axis++) {
            old[axes[axis]] = position[axis];
          }
          return old;
        });
  }

  Picture reshape(int... shape) {
    return new Picture(shape, sources);
  }

  /// The old position of a new one, or null if there is none.
  private interface Move {
    int[] back(int[] position);
  }

  private Picture moved(int[] shape, Move move) {
    int[] moved = new int[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < moved.length; i++) {
      int[] position = new int[shape.length];
      int rest = i;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        position[axis] = rest % shape[axis];
        rest /= shape[axis];
      }
      int[] old = move.back(position);
      int at = 0;
      for (int axis = 0; old != null && axis < dims.length; axis++) {
        at = at * dims[axis] + old[axis];
      }
      moved[i] = old == null ? NOTHING : sources[at];
    }
    return new Picture(shape, moved);
  }

  int rank() {
    return dims.length;
  }

  /// The elements of `x`, with `number` where nothing comes from it.
  double[] apply(double[] x, double number) {
    return Arrays.stream(sources)
        .mapToDouble(source -> source == NOTHING ? number : x[source])
        .toArray();
  }

  /// What the gradient `dy` of the moved array is to one of `size` elements.
  double[] gradient(double[] dy, int size) {
    double[] dx = new double[size];
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] != NOTHING) {
        dx[sources[i]] += dy[i];
      }
    }
    return dx;
  }
}
