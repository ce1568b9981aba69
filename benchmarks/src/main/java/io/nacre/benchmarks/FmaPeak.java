package io.nacre.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The most float operations a core can do: fused multiply-adds in registers, in more independent
/// chains than one of them takes cycles to finish.
@State(Scope.Benchmark)
public class FmaPeak {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 10;
  private static final int STEPS = 100_000;

  /// Fields, so that nothing is computed at compile time.
  float factor = 0.999f;

  float addend = 0.001f;

  /// The additions and multiplications in one call.
  static double operations() {
    return 2.0 * CHAINS * STEPS * S.length();
  }

  @Benchmark
  public float peak(CpuTime time) {
    FloatVector x = FloatVector.broadcast(S, factor);
    FloatVector y = FloatVector.broadcast(S, addend);
    FloatVector s0 = x;
    FloatVector s1 = x;
    FloatVector s2 = x;
    FloatVector s3 = x;
    FloatVector s4 = x;
    FloatVector s5 = x;
    FloatVector s6 = x;
    FloatVector s7 = x;
    FloatVector s8 = x;
    FloatVector s9 = x;
    for (int i = 0; i < STEPS; i++) {
      s0 = s0.fma(x, y);
      s1 = s1.fma(x, y);
      s2 = s2.fma(x, y);
      s3 = s3.fma(x, y);
      s4 = s4.fma(x, y);
      s5 = s5.fma(x, y);
      s6 = s6.fma(x, y);
      s7 = s7.fma(x, y);
      s8 = s8.fma(x, y);
      s9 = s9.fma(x, y);
    }
    time.count();
    FloatVector low = s0.add(s1).add(s2).add(s3).add(s4);
    return low.add(s5).add(s6).add(s7).add(s8).add(s9).lane(0);
  }
}
