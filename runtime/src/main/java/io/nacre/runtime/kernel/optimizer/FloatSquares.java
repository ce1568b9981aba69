package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.PartialResults;

/// Sums of squares, in an order that depends on nothing but their number.
public final class FloatSquares {
  /// How many numbers are summed side by side.
  private static final int LANES = PartialResults.LENGTH / 2;

  private FloatSquares() {}

  /// The sum of the squares of the elements from `from` to before `to`.
  ///
  /// @param partial room for the partial results
  public static float sum(float[] x, int from, int to, float[] partial) {
    PartialResults.fill(partial, 0f);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        partial[lane] += x[i + lane] * x[i + lane];
      }
    }
    for (int lane = 0; i + lane < to; lane++) {
      partial[LANES + lane] = x[i + lane] * x[i + lane];
    }
    return PartialResults.sum(partial);
  }
}
