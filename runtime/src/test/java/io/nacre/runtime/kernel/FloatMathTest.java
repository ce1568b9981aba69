package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.kernel.vector.FloatVectorMath;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloatMathTest {
  /// A prime, so that sweeps over all bit patterns reach every exponent with ever other mantissas.
  private static final int STEP = 9_973;

  private interface Scalar {
    float apply(float x);
  }

  enum Function {
    EXP(FloatMath::exp, FloatVectorMath::exp, StrictMath::exp, 1.1),
    LOG(FloatMath::log, FloatVectorMath::log, StrictMath::log, 1),
    LOG1P(FloatMath::log1p, FloatVectorMath::log1p, StrictMath::log1p, 1.5),
    TANH(FloatMath::tanh, FloatVectorMath::tanh, StrictMath::tanh, 2.2),
    SIGMOID(FloatMath::sigmoid, FloatVectorMath::sigmoid, FloatMathTest::sigmoid, 2.1),
    SOFTRELU(FloatMath::softrelu, FloatVectorMath::softrelu, FloatMathTest::softrelu, 2),
    ERF(FloatMath::erf, FloatVectorMath::erf, DoubleMath::erf, 1.3);

    final Scalar scalar;
    final UnaryOperator<FloatVector> vector;
    final DoubleUnaryOperator exact;
    final double ulps;

    Function(
        Scalar scalar, UnaryOperator<FloatVector> vector, DoubleUnaryOperator exact, double ulps) {
      this.scalar = scalar;
      this.vector = vector;
      this.exact = exact;
      this.ulps = ulps;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isAccurateEverywhere(Function function) {
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STEP) {
      float x = Float.intBitsToFloat((int) bits);
      float actual = function.scalar.apply(x);
      double exact = function.exact.applyAsDouble(x);
      float rounded = (float) exact;
      if (Float.isNaN(rounded) || Float.isInfinite(rounded) || rounded == 0) {
        assertEquals(rounded, actual, function + " of " + x);
      } else {
        double error = Math.abs(actual - exact) / Math.ulp(rounded);
        assertTrue(error <= function.ulps, () -> function + " of " + x + ": " + error + " ulp");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorsGiveTheSameBits(Function function) {
    sameBits(function, FloatVector.SPECIES_PREFERRED, STEP);
  }

  static void sameBits(Function function, VectorSpecies<Float> species, int step) {
    float[] x = new float[species.length()];
    float[] y = new float[species.length()];
    long bits = Integer.MIN_VALUE;
    while (bits <= Integer.MAX_VALUE) {
      for (int i = 0; i < x.length; i++, bits += step) {
        x[i] = Float.intBitsToFloat((int) bits);
      }
      function.vector.apply(FloatVector.fromArray(species, x, 0)).intoArray(y, 0);
      for (int i = 0; i < x.length; i++) {
        int expected = Float.floatToRawIntBits(function.scalar.apply(x[i]));
        if (expected != Float.floatToRawIntBits(y[i])) {
          assertEquals(Float.intBitsToFloat(expected), y[i], function + " of " + x[i]);
        }
      }
    }
  }

  @Test
  void keepsTheSignOfZero() {
    for (Function function : new Function[] {Function.LOG1P, Function.TANH, Function.ERF}) {
      assertEquals(0f, function.scalar.apply(0f));
      assertEquals(-0f, function.scalar.apply(-0f));
    }
  }

  @Test
  void underflowsGraduallyAndOverflows() {
    assertEquals(Float.MIN_VALUE, FloatMath.exp(-103.5f));
    assertEquals(0f, FloatMath.exp(-104f));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(88.75f));
    assertEquals(1e38f, FloatMath.softrelu(1e38f));
    assertEquals(Float.MIN_VALUE, FloatMath.sigmoid(-103.5f));
    assertEquals(-103.27893f, FloatMath.log(Float.MIN_VALUE));
  }

  private static double sigmoid(double x) {
    double z = StrictMath.exp(-Math.abs(x));
    return (x >= 0 ? 1 : z) / (1 + z);
  }

  private static double softrelu(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
