package io.nacre.runtime;

/// Where the largest and smallest numbers are.
final class Extremes {
  private Extremes() {}

  static Tensor places(Tensor x, int axis, boolean largest) {
    Shape shape = x.shape();
    boolean[] searched = new boolean[shape.rank()];
    searched[Layouts.axis(shape, axis)] = true;
    Strides kept = new Strides(shape, searched, false);
    Strides run = new Strides(shape, searched, true);
    DataType places = x.dataType() == DataType.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    Tensor result = Tensor.zeros(places, kept.shape());
    for (int i = 0; i < result.size(); i++) {
      result.put(i, place(x, run, kept.position(i), largest));
    }
    return result;
  }

  private static int place(Tensor x, Strides run, int start, boolean largest) {
    int best = 0;
    double bestValue = x.at(start);
    for (int i = 1; i < run.size() && !Double.isNaN(bestValue); i++) {
      double value = x.at(start + run.position(i));
      if (Double.isNaN(value) || (largest ? value > bestValue : value < bestValue)) {
        best = i;
        bestValue = value;
      }
    }
    return best;
  }
}
