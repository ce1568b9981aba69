package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.DoubleGammaMath;
import jdk.incubator.vector.DoubleVector;

/// The functions of [DoubleGammaMath] for vectors of any length, lane by lane: they are too rare
/// for more. The vectors take the way of [Detour].
public final class DoubleVectorGammaMath {
  private DoubleVectorGammaMath() {}

  /// The gamma function.
  public static DoubleVector gamma(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = DoubleGammaMath.gamma(s[lane]);
    }
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// `log |gamma(x)|`.
  public static DoubleVector gammaln(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = DoubleGammaMath.gammaln(s[lane]);
    }
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The derivative of `log |gamma(x)|`.
  public static DoubleVector digamma(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = DoubleGammaMath.digamma(s[lane]);
    }
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The derivative of the digamma function.
  public static DoubleVector trigamma(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = DoubleGammaMath.trigamma(s[lane]);
    }
    return DoubleVector.fromArray(x.species(), s, 0);
  }
}
