package io.nacre.runtime;

import io.nacre.runtime.kernel.PartialResults;

/// One number of many. Sums are kept in 64 parts that are added by a fixed tree, as generated loops
/// do; see [PartialResults].
enum Reduction {
  SUM,
  MEAN,
  MAX,
  MIN;

  private static final int PARTS = PartialResults.LENGTH / 2;

  /// All numbers.
  double of(Tensor x) {
    return of(x, Strides.all(x), 0);
  }

  /// Along some axes, which are then gone.
  Tensor of(Tensor x, int axis, int[] more) {
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
    for (int i = 0; i < result.size(); i++) {
      result.put(i, of(x, run, kept.position(i)));
    }
    return result;
  }

  /// The numbers of a run that starts somewhere.
  private double of(Tensor x, Strides run, int start) {
    return switch (this) {
      case SUM -> sum(x, run, start);
      case MEAN -> rounded(x, sum(x, run, start) / run.size());
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

  private static double sum(Tensor x, Strides run, int start) {
    int whole = run.size() / PARTS * PARTS;
    switch (x.dataType()) {
      case FLOAT32 -> {
        float[] partial = new float[PartialResults.LENGTH];
        for (int i = 0; i < run.size(); i++) {
          int part = i < whole ? i % PARTS : PARTS + i - whole;
          partial[part] += (float) x.at(start + run.position(i));
        }
        return PartialResults.sum(partial);
      }
      case FLOAT64 -> {
        double[] partial = new double[PartialResults.LENGTH];
        for (int i = 0; i < run.size(); i++) {
          int part = i < whole ? i % PARTS : PARTS + i - whole;
          partial[part] += x.at(start + run.position(i));
        }
        return PartialResults.sum(partial);
      }
    }
    throw new AssertionError(x.dataType());
  }

  private static double rounded(Tensor x, double value) {
    return x.dataType() == DataType.FLOAT32 ? (float) value : value;
  }
}
