package io.nacre.runtime;

import io.nacre.runtime.kernel.PartialResults;

/// One number of many.
///
/// The order of a sum is that of generated loops, so that its bits are. With the axes next to each
/// other merged that are alike, a sum that keeps the last axis goes in order, as does one of less
/// than 64 numbers along the last axis alone. Another keeps 64 partial sums along the last axis,
/// which are added by a fixed tree; see [PartialResults].
enum Reduction {
  SUM,
  MEAN,
  MAX,
  MIN;

  private static final int PARTS = PartialResults.LENGTH / 2;

  /// All numbers.
  double of(Tensor x) {
    Elementwise.requireFloat("a reduction", x);
    return of(x, Strides.all(x), 0, x.size());
  }

  /// Along some axes, which are then gone.
  Tensor of(Tensor x, int axis, int[] more) {
    Elementwise.requireFloat("a reduction", x);
    Shape shape = x.shape();
    boolean[] reduced = new boolean[shape.rank()];
    reduced[Layouts.axis(shape, axis)] = true;
    for (int other : more) {
      int index = Layouts.axis(shape, other);
      if (reduced[index]) {
        throw new IllegalArgumentException("axis %d of %s is named twice".formatted(other, shape));
      }
      reduced[index] = true;
    }
    Strides kept = new Strides(shape, reduced, false);
    Strides run = new Strides(shape, reduced, true);
    Tensor result = Tensor.zeros(x.dataType(), kept.shape());
    int last = last(shape, reduced);
    for (int i = 0; i < result.size(); i++) {
      result.put(i, of(x, run, kept.position(i), last));
    }
    return result;
  }

  /// How many numbers are reduced along the last axis, with its neighbours; 1 if it is kept.
  private static int last(Shape shape, boolean[] reduced) {
    int size = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      if (!reduced[axis] && shape.dim(axis) > 1) {
        break;
      }
      size *= reduced[axis] ? shape.dim(axis) : 1;
    }
    return size;
  }

  /// The numbers of a run that starts somewhere.
  private double of(Tensor x, Strides run, int start, int last) {
    return switch (this) {
      case SUM -> sum(x, run, start, last);
      case MEAN -> rounded(x, sum(x, run, start, last) / run.size());
      case MAX -> {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < run.size(); i++) {
          most = Math.max(most, x.at(start + run.position(i)));
        }
        yield most;
      }
      case MIN -> {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < run.size(); i++) {
          least = Math.min(least, x.at(start + run.position(i)));
        }
        yield least;
      }
    };
  }

  private static double sum(Tensor x, Strides run, int start, int last) {
    boolean inOrder = last == 1 || last == run.size() && last < PARTS;
    int whole = last / PARTS * PARTS;
    if (x.dataType() != DataType.FLOAT64) {
      float[] partial = new float[PartialResults.LENGTH];
      for (int i = 0; i < run.size(); i++) {
        partial[inOrder ? 0 : part(i % last, whole)] += (float) x.at(start + run.position(i));
      }
      return PartialResults.sum(partial);
    }
    double[] partial = new double[PartialResults.LENGTH];
    for (int i = 0; i < run.size(); i++) {
      partial[inOrder ? 0 : part(i % last, whole)] += x.at(start + run.position(i));
    }
    return PartialResults.sum(partial);
  }

  private static int part(int i, int whole) {
    return i < whole ? i % PARTS : PARTS + i - whole;
  }

  private static double rounded(Tensor x, double value) {
    return x.dataType() == DataType.FLOAT64 ? value : (float) value;
  }
}
