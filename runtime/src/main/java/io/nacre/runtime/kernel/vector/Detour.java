package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;

/// The way through memory of the vectors of a long function.
///
/// C2 inlines only short methods, and only so many: a vector that goes to or comes from a method
/// that is not inlined becomes an object. So a long function takes its vectors from an array and
/// leaves its result there, and what has to be inlined is no more than a store and a load. However
/// many such functions an expression has, none of them allocates, for a few nanoseconds a vector.
///
/// The method between load and store is flat, since what it calls may not be inlined either, and
/// longer than the 325 bytecodes that C2 inlines: `DetourTest` sees to that.
///
/// Long functions of floats are those of doubles, whose result is rounded.
final class Detour {
  /// Where the second argument starts: behind the lanes of the widest vector.
  static final int SECOND = 16;

  private static final int LENGTH = 2 * SECOND;

  private Detour() {}

  static float[] floats(Worker worker) {
    return worker.floats(0, LENGTH);
  }

  static double[] doubles(Worker worker) {
    return worker.doubles(0, LENGTH);
  }

  /// The same numbers as doubles.
  static double[] widen(Worker worker, float[] numbers) {
    double[] wide = doubles(worker);
    for (int i = 0; i < LENGTH; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  static void narrow(double[] wide, float[] numbers) {
    for (int i = 0; i < SECOND; i++) {
      numbers[i] = (float) wide[i];
    }
  }
}
