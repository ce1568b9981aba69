package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.FloatVectorErfinvMath;
import io.nacre.runtime.kernel.vector.FloatVectorGammaMath;
import io.nacre.runtime.kernel.vector.FloatVectorHyperbolicMath;
import io.nacre.runtime.kernel.vector.FloatVectorMath;
import io.nacre.runtime.kernel.vector.FloatVectorPowerMath;
import io.nacre.runtime.kernel.vector.FloatVectorRoundingMath;
import io.nacre.runtime.kernel.vector.FloatVectorTrigMath;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FloatMathTest {
  /// A prime, so that sweeps over all bit patterns reach every exponent with ever other mantissas.
  private static final int STEP = 9_973;

  interface Scalar {
    float apply(float x);
  }

  /// A vector function, with the worker whose scratch memory it may use.
  interface Vector {
    FloatVector apply(Worker worker, FloatVector x);
  }

  enum Function {
    EXP(FloatMath::exp, FloatVectorMath::exp, StrictMath::exp, 1.1),
    EXPM1(FloatMath::expm1, FloatVectorMath::expm1, StrictMath::expm1, 1.9),
    LOG(FloatMath::log, FloatVectorMath::log, StrictMath::log, 1),
    LOG1P(FloatMath::log1p, FloatVectorMath::log1p, StrictMath::log1p, 1.5),
    LOG2(FloatMath::log2, FloatVectorMath::log2, x -> StrictMath.log(x) / StrictMath.log(2)),
    LOG10(FloatMath::log10, FloatVectorMath::log10, StrictMath::log10),
    TANH(FloatMath::tanh, FloatVectorMath::tanh, StrictMath::tanh, 2.2),
    SIGMOID(FloatMath::sigmoid, FloatVectorMath::sigmoid, FloatMathTest::sigmoid, 2.1),
    SOFTRELU(FloatMath::softrelu, FloatVectorMath::softrelu, FloatMathTest::softrelu, 2),
    ERF(FloatMath::erf, FloatVectorMath::erf, DoubleMath::erf, 1.3),
    SIN(FloatTrigMath::sin, FloatVectorTrigMath::sin, StrictMath::sin),
    COS(FloatTrigMath::cos, FloatVectorTrigMath::cos, StrictMath::cos),
    TAN(FloatTrigMath::tan, FloatVectorTrigMath::tan, StrictMath::tan, 2),
    ARCSIN(FloatTrigMath::arcsin, FloatVectorTrigMath::arcsin, StrictMath::asin),
    ARCCOS(FloatTrigMath::arccos, FloatVectorTrigMath::arccos, StrictMath::acos),
    ARCTAN(FloatTrigMath::arctan, FloatVectorTrigMath::arctan, StrictMath::atan),
    SINH(FloatHyperbolicMath::sinh, FloatVectorHyperbolicMath::sinh, StrictMath::sinh),
    COSH(FloatHyperbolicMath::cosh, FloatVectorHyperbolicMath::cosh, StrictMath::cosh),
    ARCSINH(FloatHyperbolicMath::arcsinh, FloatVectorHyperbolicMath::arcsinh),
    ARCCOSH(FloatHyperbolicMath::arccosh, FloatVectorHyperbolicMath::arccosh),
    ARCTANH(FloatHyperbolicMath::arctanh, FloatVectorHyperbolicMath::arctanh),
    CBRT(FloatPowerMath::cbrt, FloatVectorPowerMath::cbrt, StrictMath::cbrt),
    GAMMA(FloatGammaMath::gamma, FloatVectorGammaMath::gamma),
    GAMMALN(FloatGammaMath::gammaln, FloatVectorGammaMath::gammaln),
    DIGAMMA(FloatGammaMath::digamma, FloatVectorGammaMath::digamma),
    TRIGAMMA(FloatGammaMath::trigamma, FloatVectorGammaMath::trigamma),
    ERFINV(FloatErfinvMath::erfinv, FloatVectorErfinvMath::erfinv),
    FLOOR(FloatRoundingMath::floor, FloatVectorRoundingMath::floor, StrictMath::floor, 0),
    CEIL(FloatRoundingMath::ceil, FloatVectorRoundingMath::ceil, StrictMath::ceil, 0),
    TRUNC(FloatRoundingMath::trunc, FloatVectorRoundingMath::trunc, FloatMathTest::trunc, 0),
    ROUND(FloatRoundingMath::round, FloatVectorRoundingMath::round, FloatMathTest::round, 0),
    RINT(FloatRoundingMath::rint, FloatVectorRoundingMath::rint, FloatMathTest::rint, 0);

    final Scalar scalar;
    final Vector vector;

    /// Empty for a function of doubles, rounded, that has a test of its own.
    final Optional<DoubleUnaryOperator> exact;

    final double ulps;

    Function(
        Scalar scalar, UnaryOperator<FloatVector> vector, DoubleUnaryOperator exact, double ulps) {
      this(scalar, (worker, x) -> vector.apply(x), Optional.of(exact), ulps);
    }

    Function(Scalar scalar, Vector vector, DoubleUnaryOperator exact, double ulps) {
      this(scalar, vector, Optional.of(exact), ulps);
    }

    /// A function of doubles, rounded.
    Function(Scalar scalar, Vector vector, DoubleUnaryOperator exact) {
      this(scalar, vector, Optional.of(exact), 0.5001);
    }

    Function(Scalar scalar, Vector vector) {
      this(scalar, vector, Optional.empty(), 0);
    }

    Function(Scalar scalar, Vector vector, Optional<DoubleUnaryOperator> exact, double ulps) {
      this.scalar = scalar;
      this.vector = vector;
      this.exact = exact;
      this.ulps = ulps;
    }
  }

  static Stream<Function> withReference() {
    return Stream.of(Function.values()).filter(function -> function.exact.isPresent());
  }

  @ParameterizedTest
  @MethodSource("withReference")
  void isAccurateEverywhere(Function function) {
    DoubleUnaryOperator reference = function.exact.orElseThrow();
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STEP) {
      float x = Float.intBitsToFloat((int) bits);
      float actual = function.scalar.apply(x);
      double exact = reference.applyAsDouble(x);
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
    try (Device device = Device.cpu(1)) {
      device.run(worker -> sameBits(worker, function, species, step));
    }
  }

  private static void sameBits(
      Worker worker, Function function, VectorSpecies<Float> species, int step) {
    float[] x = new float[species.length()];
    float[] y = new float[species.length()];
    long bits = Integer.MIN_VALUE;
    while (bits <= Integer.MAX_VALUE) {
      for (int i = 0; i < x.length; i++, bits += step) {
        x[i] = Float.intBitsToFloat((int) bits);
      }
      function.vector.apply(worker, FloatVector.fromArray(species, x, 0)).intoArray(y, 0);
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
    List<Function> even = List.of(Function.COS, Function.COSH, Function.GAMMA, Function.DIGAMMA);
    for (Function function : Function.values()) {
      if (function.scalar.apply(0) == 0 && !even.contains(function)) {
        assertEquals(0f, function.scalar.apply(0f), function.name());
        assertEquals(-0f, function.scalar.apply(-0f), function.name());
      }
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

  private static double trunc(double x) {
    return Math.copySign(Math.floor(Math.abs(x)), x);
  }

  private static double round(double x) {
    return Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
  }

  /// As MXNet has it.
  private static double rint(double x) {
    double floor = Math.floor(x);
    double ceil = Math.ceil(x);
    return x - floor <= ceil - x ? floor : ceil;
  }
}
