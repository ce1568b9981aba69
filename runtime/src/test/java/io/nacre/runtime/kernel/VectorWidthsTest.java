package io.nacre.runtime.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Vector functions on vectors of every length. It runs in a JVM of its own: C2 compiles vector
/// code for the one length that it has seen, and allocates vectors as objects once it has seen
/// several.
class VectorWidthsTest {
  private static final int FLOAT_STEP = 997_001;
  private static final int DOUBLES = 4_000;

  @ParameterizedTest
  @EnumSource
  void floatsHaveTheSameBits(FloatMathTest.Function function) {
    FloatMathTest.sameBits(function, FloatVector.SPECIES_128, FLOAT_STEP);
    FloatMathTest.sameBits(function, FloatVector.SPECIES_256, FLOAT_STEP);
    FloatMathTest.sameBits(function, FloatVector.SPECIES_512, FLOAT_STEP);
  }

  @ParameterizedTest
  @EnumSource
  void doublesHaveTheSameBits(DoubleMathTest.Function function) {
    DoubleMathTest.sameBits(function, DoubleVector.SPECIES_128, DOUBLES);
    DoubleMathTest.sameBits(function, DoubleVector.SPECIES_256, DOUBLES);
    DoubleMathTest.sameBits(function, DoubleVector.SPECIES_512, DOUBLES);
  }
}
