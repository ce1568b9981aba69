package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Numbers at which a plain formula would give NaN, overflow, or say nothing.
class EdgeCasesTest {
  private static final double NAN = Double.NaN;

  private static final Map<String, String> LAYERS =
      Map.ofEntries(
          Map.entry("Products", "@Prod(axis = 1) Symbol y(Symbol x)"),
          Map.entry("NanProducts", "@NanProd(axis = 1) Symbol y(Symbol x)"),
          Map.entry("NanTotal", "@NanSum(axis = 1) Symbol y(Symbol x)"),
          Map.entry("Length", "@Norm(axis = 1) Symbol y(Symbol x)"),
          Map.entry("Largest", "@Max(axis = 1) Symbol y(Symbol x)"),
          Map.entry("Smallest", "@Min(axis = 1) Symbol y(Symbol x)"),
          Map.entry("Logs", "@LogSoftmax Symbol y(Symbol x)"),
          Map.entry("Some", "@Softmax(useLength = true) Symbol y(Symbol x, Symbol length)"),
          Map.entry("Unit", "@Elu(slope = 2) Symbol y(Symbol x)"),
          Map.entry("Blocked", "@BlockGrad Symbol y(Symbol x)"),
          Map.entry("Entropy", "@SoftmaxCrossEntropy Symbol y(Symbol x, Symbol length)"));

  private static final ModelBatch MODELS = ModelBatch.compile(sources());

  private static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    LAYERS.forEach(
        (name, layer) -> {
          String length =
              layer.contains("length") ? "@Variable(Symbol.BATCH) Symbol length();" : "";
          sources.put(
              "probes." + name,
              """
              package probes;
              import io.nacre.annotations.*;
              @Model
              public interface %s {
                @Input(value = 3, dtype = DataType.FLOAT64, gradient = true) Symbol x();
                %s
                %s;
              }
              """
                  .formatted(name, length, layer));
        });
    return sources;
  }

  private static void check(
      String layer, double[] x, double[] y, double[] dy, double[] dx, double... length) {
    int rows = x.length / 3;
    try (BoundModel model =
        BoundModel.bind(MODELS.graph("probes." + layer), Device.cpu(), OptionalInt.of(rows))) {
      Map<String, double[]> feeds = Map.of("x", x, "length", length);
      assertArrayEquals(y, model.forward(feeds).get("y_output"), 1e-12, layer);
      assertArrayEquals(y, model.infer(feeds).get("y_output"), 1e-12, layer);
      model.forward(feeds);
      model.backward(Map.of("y_output", dy));
      assertArrayEquals(dx, model.gradients().get("x"), 1e-12, "gradient of " + layer);
    }
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  @Test
  void productsWithZeros() {
    check(
        "Products",
        row(2, 0, 3, 0, 5, 0, 2, 3, -4),
        row(0, 0, -24),
        row(1, 1, 0.5),
        row(0, 6, 0, 0, 0, 0, -6, -4, 3));
  }

  @Test
  void productsWithoutNaN() {
    check(
        "NanProducts",
        row(NAN, 0, 3, NAN, 5, 2),
        row(0, 10),
        row(1, 2),
        row(0, 3, 0, 0, 4, 10));
  }

  @Test
  void sumsWithoutNaN() {
    check("NanTotal", row(NAN, 1, 3, NAN, NAN, NAN), row(4, 0), row(1, 2), row(0, 1, 1, 0, 0, 0));
  }

  @Test
  void lengthsOfNothingAndOfTheLargest() {
    check(
        "Length",
        row(0, 0, 0, 3e300, 0, -4e300, 3e-300, 4e-300, 0),
        row(0, 5e300, 0),
        row(1, 1, 1),
        row(0, 0, 0, 0.6, 0, -0.8, 0.6, 0.8, 0));
  }

  @Test
  void everyPlaceOfATie() {
    check("Largest", row(1, 3, 3, 2, 2, 2), row(3, 2), row(1, 2), row(0, 1, 1, 2, 2, 2));
    check("Smallest", row(1, 3, 1, 2, 5, 4), row(1, 2), row(1, 2), row(1, 0, 1, 2, 0, 0));
    check("Largest", row(1, NAN, 3), row(NAN), row(1), row(0, 0, 0));
  }

  @Test
  void logarithmsOfWhatRoundsToZero() {
    check("Logs", row(5000, 0, -5000), row(0, -5000, -10000), row(1, 1, 1), row(-2, 1, 1));
  }

  @Test
  void rowsOfDifferentLengths() {
    double p = 1 / (1 + Math.E);
    check(
        "Some",
        row(3, 3, 3, 2, 1, 9, 7, 8, 9, -1, -1, -1),
        row(0, 0, 0, 1 - p, p, 0, 1, 0, 0, 1.0 / 3, 1.0 / 3, 1.0 / 3),
        row(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3),
        row(0, 0, 0, -p * (1 - p), p * (1 - p), 0, 0, 0, 0, -1.0 / 3, 0, 1.0 / 3),
        0,
        2,
        1,
        7);
  }

  @Test
  void exponentialsOfLargePositives() {
    check("Unit", row(1e4, 0, -1e4), row(1e4, 0, -2), row(1, 1, 1), row(1, 2, 0));
  }

  @Test
  void exponentialsOfSmallNumbers() {
    try (BoundModel model =
        BoundModel.bind(MODELS.graph("probes.Unit"), Device.cpu(), OptionalInt.of(1))) {
      double[] x = {-1e-9, -3e-200, -1e-4};
      double[] y = model.infer(Map.of("x", x)).get("y_output");
      for (int i = 0; i < x.length; i++) {
        assertEquals(1, y[i] / (2 * Math.expm1(x[i])), 1e-15);
      }
    }
  }

  @Test
  void nothingPassesABlock() {
    check("Blocked", row(1, 2, 3), row(1, 2, 3), row(), row(0, 0, 0));
  }

  /// MXNet takes 1e-8 for a smaller probability; a label that is no class adds nothing.
  @Test
  void entropyOfTinyProbabilities() {
    double p = 1 / (1 + 2 * Math.exp(-1));
    double q = (1 - p) / 2;
    check(
        "Entropy",
        row(0, 100, 0, 1, 0, 0, 5, 5, 5),
        row(100 + Math.log1p(2 * Math.exp(-100)) - Math.log(p)),
        row(2),
        row(-2, 2, 0, 2 * p - 2, 2 * q, 2 * q, 0, 0, 0),
        0,
        0,
        -1);
  }

  @Test
  void entropiesAreThoseOfProbabilities() {
    double[] scores = {0.5, -1, 2};
    double[] y = new double[3];
    for (int kind = 0; kind < 3; kind++) {
      try (BoundModel model =
          BoundModel.bind(MODELS.graph("probes.Entropy"), Device.cpu(), OptionalInt.of(1))) {
        Map<String, double[]> feeds = Map.of("x", scores, "length", row(kind));
        y[kind] = model.infer(feeds).get("y_output")[0];
      }
    }
    double sum = Arrays.stream(y).map(each -> Math.exp(-each)).sum();
    assertEquals(1, sum, 1e-14, "the probabilities of all classes");
  }
}
