package io.nacre.runtime.kernel;

/// The gamma function of a float and what belongs to it, with the same bits everywhere: those of
/// [DoubleGammaMath], rounded.
public final class FloatGammaMath {
  private FloatGammaMath() {}

  /// The gamma function.
  public static float gamma(float x) {
    return (float) DoubleGammaMath.gamma(x);
  }

  /// `log |gamma(x)|`.
  public static float gammaln(float x) {
    return (float) DoubleGammaMath.gammaln(x);
  }

  /// The derivative of `log |gamma(x)|`.
  public static float digamma(float x) {
    return (float) DoubleGammaMath.digamma(x);
  }

  /// The derivative of the digamma function.
  public static float trigamma(float x) {
    return (float) DoubleGammaMath.trigamma(x);
  }
}
