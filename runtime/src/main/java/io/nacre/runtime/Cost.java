package io.nacre.runtime;

/// What a pass over a graph takes, as multiples of N and what comes on top.
record Cost(long bytesPerSample, long constantBytes, long flopsPerSample, long constantFlops) {
  static final Cost NONE = new Cost(0, 0, 0, 0);

  long bytes(int n) {
    return bytesPerSample * n + constantBytes;
  }

  long flops(int n) {
    return flopsPerSample * n + constantFlops;
  }
}
