package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.DoubleErfinvMath;
import jdk.incubator.vector.DoubleVector;

/// The functions of [DoubleErfinvMath] for vectors of any length, lane by lane: they are too rare
/// for more. The vectors take the way of [Detour].
public final class DoubleVectorErfinvMath {
  private DoubleVectorErfinvMath() {}

  /// The number whose error function is x.
  public static DoubleVector erfinv(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = DoubleErfinvMath.erfinv(s[lane]);
    }
    return DoubleVector.fromArray(x.species(), s, 0);
  }
}
