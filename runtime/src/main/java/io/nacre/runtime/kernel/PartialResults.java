package io.nacre.runtime.kernel;

import java.util.Arrays;

/// The partial results of a long reduction, and the fixed order in which they are put together.
///
/// A generated loop keeps 64 results: element `i` of a run goes to result `i mod 64`. The elements after
/// the last whole block of 64 go to 64 further results, so that vector code needs no masks. Then result
/// `i` takes result `i + 64`, and a tree halves them: 64 to 32 to ... to 1. The order depends on the
/// length of the run alone, never on lanes or threads.
public final class PartialResults {
  /// How long an array of partial results is.
  public static final int LENGTH = 128;

  private PartialResults() {}

  /// Sets all results to `identity`: 0 for a sum, 1 for a product, negative infinity for
  /// a maximum.
  public static void fill(float[] partial, float identity) {
    Arrays.fill(partial, 0, LENGTH, identity);
  }

  /// As [#fill(float[],float)].
  public static void fill(double[] partial, double identity) {
    Arrays.fill(partial, 0, LENGTH, identity);
  }

  /// Sets the results from `from` to before `to` to `identity`, where each has a place of its own.
  public static void fill(float[] results, int from, int to, float identity) {
    Arrays.fill(results, from, to, identity);
  }

  /// As [#fill(float[],int,int,float)].
  public static void fill(double[] results, int from, int to, double identity) {
    Arrays.fill(results, from, to, identity);
  }

  /// The sum of all results, which are overwritten.
  public static float sum(float[] partial) {
    for (int width = LENGTH / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        partial[i] += partial[i + width];
      }
    }
    return partial[0];
  }

  /// As [#sum(float[])].
  public static double sum(double[] partial) {
    for (int width = LENGTH / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        partial[i] += partial[i + width];
      }
    }
    return partial[0];
  }

  /// The product of all results, which are overwritten.
  public static float product(float[] partial) {
    for (int width = LENGTH / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        partial[i] *= partial[i + width];
      }
    }
    return partial[0];
  }

  /// As [#product(float[])].
  public static double product(double[] partial) {
    for (int width = LENGTH / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        partial[i] *= partial[i + width];
      }
    }
    return partial[0];
  }

  /// The maximum of all results; NaN if one of them is.
  public static float max(float[] partial) {
    float max = partial[0];
    for (int i = 1; i < LENGTH; i++) {
      max = Math.max(max, partial[i]);
    }
    return max;
  }

  /// As [#max(float[])].
  public static double max(double[] partial) {
    double max = partial[0];
    for (int i = 1; i < LENGTH; i++) {
      max = Math.max(max, partial[i]);
    }
    return max;
  }

  /// The minimum of all results; NaN if one of them is.
  public static float min(float[] partial) {
    float min = partial[0];
    for (int i = 1; i < LENGTH; i++) {
      min = Math.min(min, partial[i]);
    }
    return min;
  }

  /// As [#min(float[])].
  public static double min(double[] partial) {
    double min = partial[0];
    for (int i = 1; i < LENGTH; i++) {
      min = Math.min(min, partial[i]);
    }
    return min;
  }
}
