package io.nacre.runtime;

/// Where the random numbers of a graph come from: counter-based, so that a number follows from the
/// seed, the pass, the stream and its index, and not from the thread that asks.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number
/// generators*, 2014): number i of a stream is its i-th output, which its finalizer computes directly.
public final class RandomNumbers {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long seed;
  private long pass;

  RandomNumbers(long seed) {
    restart(seed);
  }

  /// Starts anew, as a graph just bound and initialized with this seed.
  void restart(long seed) {
    this.seed = seed;
    pass = 0;
  }

  /// Goes on to the numbers of the next pass.
  public void next() {
    pass++;
  }

  /// The start of a stream in this pass, for [#bits].
  ///
  /// @param stream tells the nodes of a graph apart
  public long key(int stream) {
    return mix(mix(mix(seed) + pass * GOLDEN_GAMMA) + stream * GOLDEN_GAMMA);
  }

  /// 64 random bits: number `index` of the stream that starts at `key`.
  public static long bits(long key, long index) {
    return mix(key + (index + 1) * GOLDEN_GAMMA);
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
