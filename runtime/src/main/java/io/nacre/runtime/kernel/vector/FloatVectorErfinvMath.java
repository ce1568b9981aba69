package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.FloatErfinvMath;
import jdk.incubator.vector.FloatVector;

/// The functions of [FloatErfinvMath] for vectors of any length, lane by lane: they are too rare
/// for more. The vectors take the way of [Detour].
public final class FloatVectorErfinvMath {
  private FloatVectorErfinvMath() {}

  /// The number whose error function is x.
  public static FloatVector erfinv(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    for (int lane = 0; lane < x.length(); lane++) {
      s[lane] = FloatErfinvMath.erfinv(s[lane]);
    }
    return FloatVector.fromArray(x.species(), s, 0);
  }
}
