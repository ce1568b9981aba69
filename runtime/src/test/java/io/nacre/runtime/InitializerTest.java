package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Variable;
import io.nacre.runtime.Xavier.FactorType;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class InitializerTest {
  private static final Shape DENSE = Shape.of(64, 32);
  private static final Shape CONV = Shape.of(32, 16, 3, 3);

  /// Bounds are sqrt(magnitude / factor); of a uniform distribution the deviation is bound /
  /// sqrt(3).
  @Test
  void xavierHasTheBoundsAndMomentsOfItsFormula() {
    checkUniform(Xavier.uniform(), DENSE, Math.sqrt(3 / 48.0));
    checkUniform(Xavier.uniform(), CONV, Math.sqrt(3 / (24 * 9.0)));
    checkUniform(
        Xavier.uniform().factorType(FactorType.IN).magnitude(2), DENSE, Math.sqrt(2 / 32.0));
    checkUniform(
        Xavier.uniform().factorType(FactorType.IN).magnitude(2), CONV, Math.sqrt(2 / 144.0));
    Xavier out = Xavier.gaussian().factorType(FactorType.OUT).magnitude(2);
    checkGaussian(out, DENSE, Math.sqrt(2 / 64.0));
    checkGaussian(out, CONV, Math.sqrt(2 / 288.0));
    checkGaussian(Xavier.gaussian().magnitude(2 / (1 + 0.25 * 0.25)), DENSE, 0.198);
  }

  @Test
  void uniformAndNormalHaveMxNetsDefaults() {
    checkUniform(new Uniform(), CONV, 0.07);
    checkGaussian(new Normal(), CONV, 0.01);
    checkGaussian(new Normal(3), DENSE, 3);
    assertEquals(0.3, fill("fc_weight", Shape.of(1), new Constant(0.3), 1, true)[0]);
  }

  @Test
  void nameDecidesWhatTheRuleDoesNot() {
    Initializer two = new Constant(2);
    for (String name :
        new String[] {"fc_bias", "bn_beta", "bn_moving_mean", "bn_running_mean", "q_min"}) {
      assertEquals(0, fill(name, Shape.of(1), two, 1, false)[0], name);
    }
    for (String name : new String[] {"bn_gamma", "bn_moving_var", "bn_running_var", "q_max"}) {
      assertEquals(1, fill(name, Shape.of(1), two, 1, false)[0], name);
    }
    assertEquals(2, fill("fc_weight", Shape.of(1), two, 1, false)[0]);
    assertEquals(2, fill("anything", Shape.of(1), two, 1, false)[0]);
  }

  @Test
  void floatsAreRoundedDoubles() {
    double[] doubles = fill("w", DENSE, Xavier.gaussian(), 7, true);
    double[] floats = fill("w", DENSE, Xavier.gaussian(), 7, false);
    for (int i = 0; i < doubles.length; i++) {
      assertEquals((float) doubles[i], floats[i]);
    }
  }

  @Test
  void everyNameAndSeedHasItsOwnNumbers() {
    double first = fill("a_weight", DENSE, new Uniform(), 1, true)[0];
    assertEquals(first, fill("a_weight", CONV, new Uniform(), 1, true)[0]);
    assertTrue(first != fill("b_weight", DENSE, new Uniform(), 1, true)[0]);
    assertTrue(first != fill("a_weight", DENSE, new Uniform(), 2, true)[0]);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertFails(
        IllegalArgumentException.class,
        () -> fill("scale", Shape.of(3), Xavier.uniform(), 1, true),
        "scale: Xavier needs a shape of at least two axes, not 3");
    assertFails(IllegalArgumentException.class, () -> new Uniform(-1), "scale", "-1");
    assertFails(IllegalArgumentException.class, () -> new Normal(Double.NaN), "sigma", "NaN");
    assertFails(
        IllegalArgumentException.class, () -> Xavier.uniform().magnitude(0), "magnitude", "0.0");
    assertEquals("Xavier(uniform, AVG, magnitude 3.0)", Xavier.uniform().toString());
  }

  private static void checkUniform(Initializer initializer, Shape shape, double bound) {
    double[] values = fill("x_weight", shape, initializer, 42, true);
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    assertTrue(largest <= bound && largest > 0.99 * bound, largest + " for " + bound);
    checkMoments(values, bound / Math.sqrt(3));
  }

  private static void checkGaussian(Initializer initializer, Shape shape, double sigma) {
    double[] values = fill("x_weight", shape, initializer, 42, true);
    checkMoments(values, sigma);
    double within =
        (double) Arrays.stream(values).filter(v -> Math.abs(v) < sigma).count() / values.length;
    assertEquals(0.6827, within, 0.03);
  }

  /// Four standard errors: the mean's is sigma / sqrt(n), the deviation's at most sigma / sqrt(2
  /// n).
  private static void checkMoments(double[] values, double sigma) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double error = 4 * sigma / Math.sqrt(values.length);
    assertEquals(0, mean, error);
    assertEquals(sigma, Math.sqrt(variance), error);
  }

  private static double[] fill(
      String name, Shape shape, Initializer initializer, long seed, boolean isDouble) {
    int size = (int) shape.size();
    Tensor value =
        isDouble ? Tensor.view(new double[size], 0, shape) : Tensor.view(new float[size], 0, shape);
    Variable variable = new Variable(name, Kind.PARAMETER, shape, value.dataType(), 0);
    DoubleSupplier values = Initialization.values(variable, initializer, seed);
    for (int i = 0; i < size; i++) {
      value.put(i, values.getAsDouble());
    }
    return value.toDoubles();
  }
}
