package io.nacre.runtime.kernel;

/// A size or a distance that is linear in the batch size N: `constant + perSample * N`.
record Linear(int constant, int perSample) {
  static final Linear ZERO = new Linear(0, 0);
  static final Linear ONE = new Linear(1, 0);

  int at(int n) {
    return constant + perSample * n;
  }

  boolean is(int number) {
    return constant == number && perSample == 0;
  }

  Linear plus(Linear other) {
    return new Linear(
        Math.addExact(constant, other.constant), Math.addExact(perSample, other.perSample));
  }

  Linear times(int factor) {
    return new Linear(
        Math.multiplyExact(constant, factor), Math.multiplyExact(perSample, factor));
  }

  /// The product.
  ///
  /// @throws IllegalArgumentException if it holds N x N
  Linear times(Linear other) {
    if (perSample != 0 && other.perSample != 0) {
      throw new IllegalArgumentException("N x N in the product of " + this + " and " + other);
    }
    return new Linear(
        Math.multiplyExact(constant, other.constant),
        Math.addExact(
            Math.multiplyExact(constant, other.perSample),
            Math.multiplyExact(perSample, other.constant)));
  }
}
