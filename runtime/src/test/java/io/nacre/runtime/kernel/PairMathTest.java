package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.DoubleVectorPowerMath;
import io.nacre.runtime.kernel.vector.DoubleVectorRoundingMath;
import io.nacre.runtime.kernel.vector.FloatVectorPowerMath;
import io.nacre.runtime.kernel.vector.FloatVectorRoundingMath;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Functions of two numbers: accuracy, and vectors with the bits of the scalar twins.
class PairMathTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -3,
    7,
    1e20,
    -1e20,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    Float.MAX_VALUE,
    Float.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    0x1p52,
    0x1p53 - 1,
    0x1p24 - 1,
    1 + 0x1p-52,
    1024.5
  };

  private interface FloatScalar {
    float apply(float x, float y);
  }

  private interface FloatVectors {
    FloatVector apply(Worker worker, FloatVector x, FloatVector y);
  }

  private interface DoubleVectors {
    DoubleVector apply(Worker worker, DoubleVector x, DoubleVector y);
  }

  enum Function {
    POW(
        FloatPowerMath::pow,
        FloatVectorPowerMath::pow,
        DoublePowerMath::pow,
        DoubleVectorPowerMath::pow),
    HYPOT(
        FloatPowerMath::hypot,
        (worker, x, y) -> FloatVectorPowerMath.hypot(x, y),
        DoublePowerMath::hypot,
        (worker, x, y) -> DoubleVectorPowerMath.hypot(x, y)),
    MOD(
        FloatRoundingMath::mod,
        FloatVectorRoundingMath::mod,
        DoubleRoundingMath::mod,
        DoubleVectorRoundingMath::mod);

    private final FloatScalar floats;
    private final FloatVectors floatVectors;
    private final DoubleBinaryOperator doubles;
    private final DoubleVectors doubleVectors;

    Function(
        FloatScalar floats,
        FloatVectors floatVectors,
        DoubleBinaryOperator doubles,
        DoubleVectors doubleVectors) {
      this.floats = floats;
      this.floatVectors = floatVectors;
      this.doubles = doubles;
      this.doubleVectors = doubleVectors;
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorsOfFloatsHaveTheSameBits(Function function) {
    var species = FloatVector.SPECIES_PREFERRED;
    float[] x = new float[species.length()];
    float[] y = new float[species.length()];
    float[] z = new float[species.length()];
    try (Device device = Device.cpu(1)) {
      device.run(
          worker -> {
            Random random = new Random(3);
            for (int at = 0; at < 400_000; at += x.length) {
              for (int i = 0; i < x.length; i++) {
                x[i] = (float) first(at + i, random);
                y[i] = (float) second(at + i, random);
              }
              FloatVector vx = FloatVector.fromArray(species, x, 0);
              FloatVector vy = FloatVector.fromArray(species, y, 0);
              function.floatVectors.apply(worker, vx, vy).intoArray(z, 0);
              for (int i = 0; i < x.length; i++) {
                float expected = function.floats.apply(x[i], y[i]);
                if (Float.floatToRawIntBits(expected) != Float.floatToRawIntBits(z[i])) {
                  assertEquals(expected, z[i], function + " of " + x[i] + ", " + y[i]);
                }
              }
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorsOfDoublesHaveTheSameBits(Function function) {
    var species = DoubleVector.SPECIES_PREFERRED;
    double[] x = new double[species.length()];
    double[] y = new double[species.length()];
    double[] z = new double[species.length()];
    try (Device device = Device.cpu(1)) {
      device.run(
          worker -> {
            Random random = new Random(4);
            for (int at = 0; at < 400_000; at += x.length) {
              for (int i = 0; i < x.length; i++) {
                x[i] = first(at + i, random);
                y[i] = second(at + i, random);
              }
              DoubleVector vx = DoubleVector.fromArray(species, x, 0);
              DoubleVector vy = DoubleVector.fromArray(species, y, 0);
              function.doubleVectors.apply(worker, vx, vy).intoArray(z, 0);
              for (int i = 0; i < x.length; i++) {
                double expected = function.doubles.applyAsDouble(x[i], y[i]);
                if (Double.doubleToRawLongBits(expected) != Double.doubleToRawLongBits(z[i])) {
                  assertEquals(expected, z[i], function + " of " + x[i] + ", " + y[i]);
                }
              }
            }
          });
    }
  }

  /// StrictMath is off by an ulp itself, and has other results for 1^NaN and (-1)^infinity.
  @Test
  void powersAreAccurate() {
    Random random = new Random(5);
    for (int i = 1_000; i < 300_000; i++) {
      double x = first(i, random);
      double y = second(i, random);
      double expected = StrictMath.pow(x, y);
      double actual = DoublePowerMath.pow(x, y);
      if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
        assertEquals(expected, actual, x + "^" + y);
      } else {
        double error = Math.abs(actual - expected) / Math.ulp(expected);
        assertTrue(error <= 2, () -> x + "^" + y + ": " + error + " ulp");
      }
    }
  }

  @Test
  void whatIsLeftIsExact() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextGaussian() * Math.scalb(1.0, random.nextInt(120));
      double y = random.nextGaussian() * Math.scalb(1.0, random.nextInt(40));
      BigDecimal rest = new BigDecimal(x).remainder(new BigDecimal(y));
      if (rest.signum() != 0 && rest.signum() != Math.signum(y)) {
        rest = rest.add(new BigDecimal(y));
      }
      assertEquals(
          rest.doubleValue(), DoubleRoundingMath.mod(x, y), "what is left of " + x + " / " + y);
    }
  }

  @Test
  void whatIsLeftHasTheSignOfTheDivisor() {
    assertEquals(1, FloatRoundingMath.mod(7, 3));
    assertEquals(2, FloatRoundingMath.mod(-7, 3));
    assertEquals(-2, FloatRoundingMath.mod(7, -3));
    assertEquals(-1, FloatRoundingMath.mod(-7, -3));
    assertEquals(0, FloatRoundingMath.mod(7, 0));
    assertEquals(5, FloatRoundingMath.mod(5, Float.POSITIVE_INFINITY));
    assertEquals(Float.POSITIVE_INFINITY, FloatRoundingMath.mod(-5, Float.POSITIVE_INFINITY));
    assertEquals(Float.NaN, FloatRoundingMath.mod(Float.POSITIVE_INFINITY, 3));
  }

  @Test
  void hypotDoesNotOverflowOnTheWay() {
    assertEquals(5e37f, FloatPowerMath.hypot(3e37f, -4e37f));
    assertEquals(5e-40f, FloatPowerMath.hypot(3e-40f, 4e-40f), 1e-44f);
    assertEquals(Float.POSITIVE_INFINITY, FloatPowerMath.hypot(3e38f, 3e38f));
  }

  /// All pairs of special numbers, then random ones of any size and of ordinary sizes.
  private static double first(int i, Random random) {
    if (i < SPECIAL.length * SPECIAL.length) {
      return SPECIAL[i / SPECIAL.length];
    }
    return switch (i % 4) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextGaussian() * 4;
      case 2 -> Float.intBitsToFloat(random.nextInt());
      default -> Math.abs(random.nextGaussian() * 100);
    };
  }

  private static double second(int i, Random random) {
    if (i < SPECIAL.length * SPECIAL.length) {
      return SPECIAL[i % SPECIAL.length];
    }
    return switch (i % 3) {
      case 0 -> random.nextGaussian() * 10;
      case 1 -> random.nextInt(-20, 20);
      default -> Math.scalb(random.nextGaussian(), random.nextInt(-40, 40));
    };
  }
}
