package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.FloatGammaMath;
import jdk.incubator.vector.FloatVector;

/// The functions of [FloatGammaMath] for vectors of any length, lane by lane: they are too rare for
/// more. The vectors take the way of [Detour].
public final class FloatVectorGammaMath {
  private FloatVectorGammaMath() {}

  /// The gamma function.
  public static FloatVector gamma(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = FloatGammaMath.gamma(s[lane]);
    }
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// `log |gamma(x)|`.
  public static FloatVector gammaln(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = FloatGammaMath.gammaln(s[lane]);
    }
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The derivative of `log |gamma(x)|`.
  public static FloatVector digamma(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = FloatGammaMath.digamma(s[lane]);
    }
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The derivative of the digamma function.
  public static FloatVector trigamma(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = FloatGammaMath.trigamma(s[lane]);
    }
    return FloatVector.fromArray(x.species(), s, 0);
  }
}
