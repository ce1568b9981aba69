package io.nacre.runtime.kernel;

import io.nacre.runtime.RandomNumbers;
import io.nacre.runtime.Worker;

/// Fills memory with random numbers. A float and a double of one place agree up to rounding down.
public final class RandomKernel {
  private RandomKernel() {}

  /// `y[i]`, from 0 to before 1, is number i of a stream of this pass.
  public static void uniform(
      Worker worker, RandomNumbers random, int stream, int size, float[] y, int yAt) {
    long key = random.key(stream);
    for (int i = worker.from(size), end = worker.to(size); i < end; i++) {
      y[yAt + i] = (RandomNumbers.bits(key, i) >>> 40) * 0x1p-24f;
    }
  }

  /// `y[i]`, from 0 to before 1, is number i of a stream of this pass.
  public static void uniform(
      Worker worker, RandomNumbers random, int stream, int size, double[] y, int yAt) {
    long key = random.key(stream);
    for (int i = worker.from(size), end = worker.to(size); i < end; i++) {
      y[yAt + i] = (RandomNumbers.bits(key, i) >>> 11) * 0x1p-53;
    }
  }
}
