package io.nacre.runtime.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector width that generated loops use: the machine's preferred one, at most 512 bits, since 64
/// partial results are held in four vectors.
public final class Lanes {
  private static final int MOST_BITS = 512;

  public static final VectorSpecies<Float> FLOAT =
      FloatVector.SPECIES_PREFERRED.vectorBitSize() <= MOST_BITS
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;

  public static final VectorSpecies<Double> DOUBLE =
      DoubleVector.SPECIES_PREFERRED.vectorBitSize() <= MOST_BITS
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  private Lanes() {}
}
