package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.kernel.vector.DoubleVectorMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubleMathTest {
  /// The references are doubles themselves, off by up to 1.5 ulp.
  private static final double ULPS = 4;

  enum Function {
    EXP(DoubleMath::exp, DoubleVectorMath::exp, StrictMath::exp),
    LOG(DoubleMath::log, DoubleVectorMath::log, StrictMath::log),
    LOG1P(DoubleMath::log1p, DoubleVectorMath::log1p, StrictMath::log1p),
    TANH(DoubleMath::tanh, DoubleVectorMath::tanh, StrictMath::tanh),
    SIGMOID(DoubleMath::sigmoid, DoubleVectorMath::sigmoid, DoubleMathTest::sigmoid),
    SOFTRELU(DoubleMath::softrelu, DoubleVectorMath::softrelu, DoubleMathTest::softrelu),
    ERF(DoubleMath::erf, DoubleVectorMath::erf, DoubleMath::erf);

    final DoubleUnaryOperator scalar;
    final UnaryOperator<DoubleVector> vector;
    final DoubleUnaryOperator reference;

    Function(
        DoubleUnaryOperator scalar,
        UnaryOperator<DoubleVector> vector,
        DoubleUnaryOperator reference) {
      this.scalar = scalar;
      this.vector = vector;
      this.reference = reference;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isAccurateEverywhere(Function function) {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      double x = argument(i, random);
      double actual = function.scalar.applyAsDouble(x);
      double expected = function.reference.applyAsDouble(x);
      if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
        assertEquals(expected, actual, function + " of " + x);
      } else {
        double error = Math.abs(actual - expected) / Math.ulp(expected);
        assertTrue(error <= ULPS, () -> function + " of " + x + ": " + error + " ulp");
      }
    }
  }

  @Test
  void erfMatchesItsSeries() {
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      double x = i < 500 ? random.nextDouble() * 6 : Math.scalb(random.nextDouble(), -i % 60);
      double expected = erfSeries(x);
      assertEquals(expected, DoubleMath.erf(x), 2 * Math.ulp(expected), "erf of " + x);
      assertEquals(-DoubleMath.erf(x), DoubleMath.erf(-x));
    }
  }

  /// `2 / sqrt(pi)` times the sum of `(-1)^n x^(2n+1) / (n! (2n+1))`, in 50 digits.
  private static double erfSeries(double x) {
    MathContext digits = new MathContext(50);
    BigDecimal square = new BigDecimal(x).pow(2, digits);
    BigDecimal power = new BigDecimal(x);
    BigDecimal sum = power;
    for (int n = 1; n < 200; n++) {
      power = power.multiply(square, digits).divide(BigDecimal.valueOf(-n), digits);
      sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), digits), digits);
    }
    BigDecimal factor = new BigDecimal("1.1283791670955125738961589031215451716881012586580");
    return sum.multiply(factor, digits).doubleValue();
  }

  @ParameterizedTest
  @EnumSource
  void vectorsGiveTheSameBits(Function function) {
    sameBits(function, DoubleVector.SPECIES_PREFERRED, 200_000);
  }

  static void sameBits(Function function, VectorSpecies<Double> species, int count) {
    Random random = new Random(13);
    double[] x = new double[species.length()];
    double[] y = new double[species.length()];
    for (int at = 0; at < count; at += x.length) {
      for (int i = 0; i < x.length; i++) {
        x[i] = argument(at + i, random);
      }
      function.vector.apply(DoubleVector.fromArray(species, x, 0)).intoArray(y, 0);
      for (int i = 0; i < x.length; i++) {
        long expected = Double.doubleToRawLongBits(function.scalar.applyAsDouble(x[i]));
        if (expected != Double.doubleToRawLongBits(y[i])) {
          assertEquals(Double.longBitsToDouble(expected), y[i], function + " of " + x[i]);
        }
      }
    }
  }

  /// The special ones, then all bit patterns in turn with ordinary sizes.
  private static double argument(int i, Random random) {
    return switch (i) {
      case 0 -> 0.0;
      case 1 -> -0.0;
      case 2 -> Double.NaN;
      case 3 -> Double.POSITIVE_INFINITY;
      case 4 -> Double.NEGATIVE_INFINITY;
      case 5 -> Double.MIN_VALUE;
      case 6 -> -Double.MIN_VALUE;
      case 7 -> Double.MAX_VALUE;
      case 8 -> -1.0;
      case 9 -> 1.0;
      case 10 -> Double.MIN_NORMAL;
      case 11 -> Math.nextDown(-1.0);
      case 12 -> 709.782712893384;
      case 13 -> -745.1332191019411;
      case 14 -> Double.longBitsToDouble(0xFFF8000000000001L);
      case 15 -> Double.longBitsToDouble(0x7FF0000000000001L);
      default ->
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextGaussian();
            case 2 -> random.nextGaussian() * 10;
            default -> random.nextDouble() * 1500 - 750;
          };
    };
  }

  private static double sigmoid(double x) {
    double z = StrictMath.exp(-Math.abs(x));
    return (x >= 0 ? 1 : z) / (1 + z);
  }

  private static double softrelu(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
