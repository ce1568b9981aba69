package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Variable;
import io.nacre.runtime.Xavier.FactorType;
import java.util.Arrays;
import java.util.Map;
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
  void constantsAreMxNets() {
    Object golden = GoldenJson.at(GoldenJson.read("/golden-optim/initializers.json"));
    checkGolden(golden, "bilinear", new Bilinear());
    checkGolden(golden, "one", new One());
    checkGolden(golden, "constant", new Constant(0.3f));
    checkGolden(golden, "lstmbias", new LstmBias());
    assertEquals(4, ((Map<?, ?>) GoldenJson.at(golden, "deterministic")).size());
    assertEquals(0, fill("fc_weight", Shape.of(1), new Zero(), 1, true)[0]);
  }

  /// MXNet drew other numbers from the same distributions.
  @Test
  void randomNumbersAreSpreadLikeMxNets() {
    Map<String, Initializer> rules =
        Map.of(
            "xavier_uniform_avg3",
            Xavier.uniform(),
            "xavier_uniform_in2",
            Xavier.uniform().factorType(FactorType.IN).magnitude(2),
            "xavier_gaussian_out2",
            Xavier.gaussian().factorType(FactorType.OUT).magnitude(2),
            "msraprelu",
            new MsraPrelu(),
            "uniform0.07",
            new Uniform(0.07),
            "normal0.01",
            new Normal(0.01));
    Object golden =
        GoldenJson.at(GoldenJson.read("/golden-optim/initializers.json"), "random_statistics");
    assertEquals(2 * rules.size(), ((Map<?, ?>) golden).size());
    rules.forEach(
        (name, rule) -> {
          for (Shape shape : new Shape[] {DENSE, CONV}) {
            String key = name + " (" + shape.toString().replace(" x ", ", ") + ")";
            double[] values = fill("x_weight", shape, rule, 3, false);
            double square = Arrays.stream(values).map(v -> v * v).sum() / values.length;
            double expected = (Double) GoldenJson.at(golden, key, "std");
            assertEquals(expected, Math.sqrt(square), 0.07 * expected, key);
          }
        });
  }

  @Test
  void namesAreMxNets() {
    Map<?, ?> golden =
        (Map<?, ?>)
            GoldenJson.at(GoldenJson.read("/golden-optim/initializers.json"), "default_by_name");
    golden.forEach(
        (name, value) -> {
          if (value instanceof Double start) {
            assertEquals(start, fill("x_" + name, Shape.of(1), new Constant(7), 1, true)[0]);
          }
        });
    assertEquals(8, golden.size());
  }

  @Test
  void orthogonalRowsOrColumnsAre() {
    for (Shape shape : new Shape[] {Shape.of(6, 20), Shape.of(20, 6), Shape.of(8, 2, 2, 2)}) {
      for (Orthogonal rule : new Orthogonal[] {Orthogonal.uniform(), Orthogonal.gaussian()}) {
        double[] values = fill("x_weight", shape, rule.scale(3), 9, true);
        int rows = shape.dim(0);
        int columns = values.length / rows;
        int vectors = Math.min(rows, columns);
        int along = rows <= columns ? 1 : columns;
        int across = rows <= columns ? columns : 1;
        for (int a = 0; a < vectors; a++) {
          for (int b = 0; b <= a; b++) {
            double product = 0;
            for (int i = 0; i < Math.max(rows, columns); i++) {
              product += values[a * across + i * along] * values[b * across + i * along];
            }
            assertEquals(a == b ? 9 : 0, product, 1e-12, shape + ", " + a + ", " + b);
          }
        }
      }
    }
    double[] two = fill("x_weight", Shape.of(4, 4), Orthogonal.uniform(), 9, true);
    double[] other = fill("x_weight", Shape.of(4, 4), Orthogonal.uniform(), 10, true);
    assertTrue(two[0] != other[0]);
    assertEquals("Orthogonal(uniform, scale 1.414)", Orthogonal.uniform().toString());
  }

  @Test
  void mixedRulesGoByName() {
    Mixed mixed =
        Mixed.of("lstm_i2h_bias", new LstmBias(2))
            .and("fc._weight", new Constant(3))
            .and("fc1_weight", new Constant(4));
    Initializer all = mixed.otherwise(new Constant(5));
    assertEquals(2, fill("lstm_i2h_bias", Shape.of(4), all, 1, true)[1]);
    assertEquals(3, fill("fc1_weight", Shape.of(1), all, 1, true)[0], "the first that matches");
    assertEquals(5, fill("fc10_weight", Shape.of(1), all, 1, true)[0], "the whole name");
    assertEquals(0, fill("fc1_bias", Shape.of(1), all, 1, true)[0]);
    assertFails(
        IllegalArgumentException.class,
        () -> fill("fc10_weight", Shape.of(1), mixed, 1, true),
        "no rule is for fc10_weight",
        "[lstm_i2h_bias, fc._weight, fc1_weight]",
        "otherwise");
    Initializer nested = Mixed.of("a", new Zero()).otherwise(all);
    assertEquals(2, fill("lstm_i2h_bias", Shape.of(4), nested, 1, true)[1]);
  }

  @Test
  void refusesShapesThatDoNotSuit() {
    assertFails(
        IllegalArgumentException.class,
        () -> fill("w", Shape.of(3), Orthogonal.uniform(), 1, true),
        "w: Orthogonal needs a shape of at least two axes, not 3");
    assertFails(
        IllegalArgumentException.class,
        () -> fill("w", DENSE, new Bilinear(), 1, true),
        "w: Bilinear needs a shape of four axes, not 64 x 32");
    assertFails(
        IllegalArgumentException.class,
        () -> fill("w", Shape.of(6), new LstmBias(), 1, true),
        "w: LstmBias needs one axis of four gates, not 6");
    assertFails(
        IllegalArgumentException.class,
        () -> fill("w", Shape.of(6), new MsraPrelu(FactorType.IN, 0), 1, true),
        "two axes");
    assertFails(IllegalArgumentException.class, () -> new MsraPrelu(FactorType.IN, -1), "slope");
    assertFails(
        IllegalArgumentException.class, () -> new LstmBias(Double.NaN), "forgetBias", "NaN");
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

  private static void checkGolden(Object golden, String name, Initializer rule) {
    Object entry = GoldenJson.at(golden, "deterministic", name);
    int[] shape =
        Arrays.stream(GoldenJson.numbers(GoldenJson.at(entry, "shape")))
            .mapToInt(dim -> (int) dim)
            .toArray();
    assertArrayEquals(
        GoldenJson.numbers(GoldenJson.at(entry, "values")),
        fill("x_weight", Shape.of(shape), rule, 1, false),
        name);
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
