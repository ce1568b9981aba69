package io.nacre.runtime.kernel;

import io.nacre.runtime.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which elements of one array go where in another, as nested loops with fixed distances, for every
/// batch size N.
///
/// All shapes are dense. Loops that go on evenly are one, and those of a single round are left out,
/// so that a slice of whole samples is one long copy. The two innermost loops, rows and columns,
/// are the plane that a kernel copies at once; `columns` walks the target without gaps wherever a
/// loop does.
public final class CopyGeometry {
  final CopyAxis rows;
  final CopyAxis columns;

  /// Whether rows are what the source has side by side, and columns what the target has: a matrix
  /// is transposed.
  final boolean turned;

  /// Whether a row is contiguous on both sides.
  final boolean contiguous;

  private final CopyAxis[] outer;
  private final Linear from;
  private final Linear to;

  private CopyGeometry(List<CopyAxis> axes, Linear from, Linear to) {
    this.from = from;
    this.to = to;
    List<CopyAxis> loops = merged(axes);
    columns = loops.isEmpty() ? CopyAxis.ONCE : loops.removeLast();
    contiguous = columns.from().is(1) && columns.to().is(1);
    Optional<CopyAxis> across =
        columns.to().is(1) && !contiguous
            ? loops.stream().filter(axis -> axis.from().is(1)).findFirst()
            : Optional.empty();
    turned = across.isPresent();
    if (turned) {
      loops.remove(across.get());
      rows = across.get();
    } else {
      rows = loops.isEmpty() ? CopyAxis.ONCE : loops.removeLast();
    }
    outer = loops.toArray(CopyAxis[]::new);
  }

  /// Moves axes: axis i of the target is axis `permutation[i]` of the source.
  ///
  /// @param shape the source's shape
  /// @throws IllegalArgumentException if `permutation` does not name every axis once
  public static CopyGeometry transpose(Shape shape, int[] permutation) {
    requireEach(shape.rank(), permutation);
    int[] dims = shape.toInts();
    int[] moved = Arrays.stream(permutation).map(axis -> dims[axis]).toArray();
    Linear[] from = distances(dims);
    Linear[] to = distances(moved);
    List<CopyAxis> axes = new ArrayList<>();
    for (int i = 0; i < moved.length; i++) {
      axes.add(new CopyAxis(linear(moved[i]), from[permutation[i]], to[i]));
    }
    return new CopyGeometry(axes, Linear.ZERO, Linear.ZERO);
  }

  /// Takes a part out: along each axis `size` elements, the lowest at `from`, `|step|` apart, in
  /// falling order if `step` is negative.
  ///
  /// Along an axis that depends on N, `size` does too, `from` counts N's and `step` is 1 or -1.
  ///
  /// @param shape the source's shape
  /// @param size the target's shape
  /// @throws IllegalArgumentException if the source does not have these elements
  public static CopyGeometry slice(Shape shape, int[] from, Shape size, int[] step) {
    int[] dims = shape.toInts();
    int[] sizes = size.toInts();
    Linear[] source = distances(dims);
    Linear[] target = distances(sizes);
    List<CopyAxis> axes = new ArrayList<>();
    Linear start = Linear.ZERO;
    for (int i = 0; i < dims.length; i++) {
      requirePart(dims[i], from[i], sizes[i], step[i]);
      Linear first = dims[i] < 0 ? new Linear(0, from[i]) : new Linear(from[i], 0);
      if (step[i] < 0) {
        first = first.plus(linear(sizes[i]).plus(new Linear(-1, 0)).times(-step[i]));
      }
      start = start.plus(first.times(source[i]));
      axes.add(new CopyAxis(linear(sizes[i]), source[i].times(step[i]), target[i]));
    }
    return new CopyGeometry(axes, start, Linear.ZERO);
  }

  /// Puts a part in: the opposite of [#slice] with the same arguments.
  ///
  /// @param shape the target's shape
  /// @param size the source's shape
  public static CopyGeometry place(Shape shape, int[] from, Shape size, int[] step) {
    CopyGeometry slice = slice(shape, from, size, step);
    List<CopyAxis> axes = new ArrayList<>(Arrays.asList(slice.outer));
    axes.add(slice.rows);
    axes.add(slice.columns);
    return new CopyGeometry(
        axes.stream().map(CopyAxis::reversed).toList(), slice.to, slice.from);
  }

  /// How many planes there are.
  int planes(int n) {
    int planes = 1;
    for (CopyAxis axis : outer) {
      planes *= axis.size().at(n);
    }
    return planes;
  }

  /// Where the elements of a plane come from: the place of its first one.
  int from(int n, int plane) {
    int at = from.at(n);
    int rest = plane;
    for (int i = outer.length - 1; i >= 0; i--) {
      int size = outer[i].size().at(n);
      at += rest % size * outer[i].from().at(n);
      rest /= size;
    }
    return at;
  }

  /// Where the elements of a plane go to: the place of its first one.
  int to(int n, int plane) {
    int at = to.at(n);
    int rest = plane;
    for (int i = outer.length - 1; i >= 0; i--) {
      int size = outer[i].size().at(n);
      at += rest % size * outer[i].to().at(n);
      rest /= size;
    }
    return at;
  }

  private static List<CopyAxis> merged(List<CopyAxis> axes) {
    List<CopyAxis> merged = new ArrayList<>();
    for (CopyAxis axis : axes) {
      if (axis.size().is(1)) {
        continue;
      }
      Optional<CopyAxis> both =
          merged.isEmpty() ? Optional.empty() : merged.getLast().merged(axis);
      both.ifPresent(loop -> merged.removeLast());
      merged.add(both.orElse(axis));
    }
    return merged;
  }

  private static Linear linear(int dim) {
    return dim < 0 ? new Linear(0, dim / Shape.N) : new Linear(dim, 0);
  }

  /// For each axis of a dense array the distance of two neighbours along it.
  private static Linear[] distances(int[] dims) {
    Linear[] distances = new Linear[dims.length];
    Linear distance = Linear.ONE;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      distances[axis] = distance;
      distance = distance.times(linear(dims[axis]));
    }
    return distances;
  }

  private static void requireEach(int rank, int[] permutation) {
    boolean[] seen = new boolean[rank];
    boolean each = permutation.length == rank;
    for (int i = 0; each && i < rank; i++) {
      each = permutation[i] >= 0 && permutation[i] < rank && !seen[permutation[i]];
      if (each) {
        seen[permutation[i]] = true;
      }
    }
    if (!each) {
      throw new IllegalArgumentException(
          Arrays.toString(permutation) + " does not name each of " + rank + " axes once");
    }
  }

  private static void requirePart(int dim, int from, int size, int step) {
    boolean batch = dim < 0;
    long room = batch ? dim / Shape.N : dim;
    long taken = batch ? size / Shape.N : (size - 1L) * Math.abs(step) + 1;
    boolean fits =
        from >= 0
            && step != 0
            && batch == size < 0
            && (!batch || Math.abs(step) == 1)
            && from + taken <= room;
    if (!fits) {
      throw new IllegalArgumentException(
          "an axis of %d has not %d elements from %d by %d".formatted(dim, size, from, step));
    }
  }
}
