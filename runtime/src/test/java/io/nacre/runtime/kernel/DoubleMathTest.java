package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.DoubleVectorErfinvMath;
import io.nacre.runtime.kernel.vector.DoubleVectorGammaMath;
import io.nacre.runtime.kernel.vector.DoubleVectorHyperbolicMath;
import io.nacre.runtime.kernel.vector.DoubleVectorMath;
import io.nacre.runtime.kernel.vector.DoubleVectorPowerMath;
import io.nacre.runtime.kernel.vector.DoubleVectorRoundingMath;
import io.nacre.runtime.kernel.vector.DoubleVectorTrigMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DoubleMathTest {
  /// The references are doubles themselves, off by up to 1.5 ulp.
  private static final double ULPS = 4;

  /// A vector function, with the worker whose scratch memory it may use.
  interface Vector {
    DoubleVector apply(Worker worker, DoubleVector x);
  }

  enum Function {
    EXP(DoubleMath::exp, DoubleVectorMath::exp, StrictMath::exp),
    EXPM1(DoubleMath::expm1, DoubleVectorMath::expm1, StrictMath::expm1),
    LOG(DoubleMath::log, DoubleVectorMath::log, StrictMath::log),
    LOG1P(DoubleMath::log1p, DoubleVectorMath::log1p, StrictMath::log1p),
    LOG2(DoubleMath::log2, DoubleVectorMath::log2),
    LOG10(DoubleMath::log10, DoubleVectorMath::log10, StrictMath::log10),
    TANH(DoubleMath::tanh, DoubleVectorMath::tanh, StrictMath::tanh),
    SIGMOID(DoubleMath::sigmoid, DoubleVectorMath::sigmoid, DoubleMathTest::sigmoid),
    SOFTRELU(DoubleMath::softrelu, DoubleVectorMath::softrelu, DoubleMathTest::softrelu),
    ERF(DoubleMath::erf, DoubleVectorMath::erf, DoubleMath::erf),
    SIN(DoubleTrigMath::sin, DoubleVectorTrigMath::sin, StrictMath::sin),
    COS(DoubleTrigMath::cos, DoubleVectorTrigMath::cos, StrictMath::cos),
    TAN(DoubleTrigMath::tan, DoubleVectorTrigMath::tan, StrictMath::tan),
    ARCSIN(DoubleTrigMath::arcsin, DoubleVectorTrigMath::arcsin, StrictMath::asin),
    ARCCOS(DoubleTrigMath::arccos, DoubleVectorTrigMath::arccos, StrictMath::acos),
    ARCTAN(DoubleTrigMath::arctan, DoubleVectorTrigMath::arctan, StrictMath::atan),
    SINH(DoubleHyperbolicMath::sinh, DoubleVectorHyperbolicMath::sinh, StrictMath::sinh),
    COSH(DoubleHyperbolicMath::cosh, DoubleVectorHyperbolicMath::cosh, StrictMath::cosh),
    ARCSINH(DoubleHyperbolicMath::arcsinh, DoubleVectorHyperbolicMath::arcsinh),
    ARCCOSH(DoubleHyperbolicMath::arccosh, DoubleVectorHyperbolicMath::arccosh),
    ARCTANH(DoubleHyperbolicMath::arctanh, DoubleVectorHyperbolicMath::arctanh),
    CBRT(DoublePowerMath::cbrt, DoubleVectorPowerMath::cbrt, StrictMath::cbrt),
    GAMMA(DoubleGammaMath::gamma, DoubleVectorGammaMath::gamma),
    GAMMALN(DoubleGammaMath::gammaln, DoubleVectorGammaMath::gammaln),
    DIGAMMA(DoubleGammaMath::digamma, DoubleVectorGammaMath::digamma),
    TRIGAMMA(DoubleGammaMath::trigamma, DoubleVectorGammaMath::trigamma),
    ERFINV(DoubleErfinvMath::erfinv, DoubleVectorErfinvMath::erfinv),
    FLOOR(DoubleRoundingMath::floor, DoubleVectorRoundingMath::floor, StrictMath::floor),
    CEIL(DoubleRoundingMath::ceil, DoubleVectorRoundingMath::ceil, StrictMath::ceil),
    TRUNC(DoubleRoundingMath::trunc, DoubleVectorRoundingMath::trunc, DoubleMathTest::trunc),
    ROUND(DoubleRoundingMath::round, DoubleVectorRoundingMath::round, DoubleMathTest::round),
    RINT(DoubleRoundingMath::rint, DoubleVectorRoundingMath::rint, DoubleMathTest::rint);

    final DoubleUnaryOperator scalar;
    final Vector vector;

    /// Empty if there is none but the table of [ExactMathTest].
    final Optional<DoubleUnaryOperator> reference;

    Function(
        DoubleUnaryOperator scalar,
        UnaryOperator<DoubleVector> vector,
        DoubleUnaryOperator reference) {
      this(scalar, (worker, x) -> vector.apply(x), Optional.of(reference));
    }

    Function(DoubleUnaryOperator scalar, Vector vector, DoubleUnaryOperator reference) {
      this(scalar, vector, Optional.of(reference));
    }

    Function(DoubleUnaryOperator scalar, Vector vector) {
      this(scalar, vector, Optional.empty());
    }

    Function(DoubleUnaryOperator scalar, Vector vector, Optional<DoubleUnaryOperator> reference) {
      this.scalar = scalar;
      this.vector = vector;
      this.reference = reference;
    }
  }

  static Stream<Function> withReference() {
    return Stream.of(Function.values()).filter(function -> function.reference.isPresent());
  }

  @ParameterizedTest
  @MethodSource("withReference")
  void isAccurateEverywhere(Function function) {
    DoubleUnaryOperator reference = function.reference.orElseThrow();
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      double x = argument(i, random);
      double actual = function.scalar.applyAsDouble(x);
      double expected = reference.applyAsDouble(x);
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
    try (Device device = Device.cpu(1)) {
      device.run(worker -> sameBits(worker, function, species, count));
    }
  }

  private static void sameBits(
      Worker worker, Function function, VectorSpecies<Double> species, int count) {
    Random random = new Random(13);
    double[] x = new double[species.length()];
    double[] y = new double[species.length()];
    for (int at = 0; at < count; at += x.length) {
      for (int i = 0; i < x.length; i++) {
        x[i] = argument(at + i, random);
      }
      function.vector.apply(worker, DoubleVector.fromArray(species, x, 0)).intoArray(y, 0);
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

  private static double trunc(double x) {
    return Math.copySign(Math.floor(Math.abs(x)), x);
  }

  private static double round(double x) {
    double y = Math.abs(x);
    double floor = Math.floor(y);
    return Math.copySign(y - floor >= 0.5 ? floor + 1 : floor, x);
  }

  /// As MXNet has it.
  private static double rint(double x) {
    double floor = Math.floor(x);
    double ceil = Math.ceil(x);
    return x - floor <= ceil - x ? floor : ceil;
  }

  private static double sigmoid(double x) {
    double z = StrictMath.exp(-Math.abs(x));
    return (x >= 0 ? 1 : z) / (1 + z);
  }

  private static double softrelu(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
