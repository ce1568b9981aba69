package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Values are MXNet 1.9.1's for the same predictions.
class MetricsTest {
  private static final Object GOLDEN = GoldenJson.read("/golden-optim/metrics.json");
  private static final float[] LABELS = floats(GoldenJson.at(GOLDEN, "labels"));
  private static final float[] PREDICTIONS = predictions();

  private final Tensor predictions = Tensor.of(PREDICTIONS, 8, 4);

  static Stream<Arguments> golden() {
    float[] first = new float[8];
    float[] pairs = new float[16];
    float[] large = new float[8];
    for (int row = 0; row < 8; row++) {
      first[row] = PREDICTIONS[row * 4];
      pairs[2 * row] = 1 - first[row];
      pairs[2 * row + 1] = first[row];
      large[row] = LABELS[row] > 1 ? 1 : 0;
    }
    Tensor all = Tensor.of(PREDICTIONS, 8, 4);
    Tensor column = Tensor.of(first, 8, 1);
    Tensor two = Tensor.of(pairs, 8, 2);
    return Stream.of(
        Arguments.of("accuracy", new Accuracy(), LABELS, all),
        Arguments.of("top2", new TopKAccuracy(2), LABELS, all),
        Arguments.of("cross_entropy", new CrossEntropy(), LABELS, all),
        Arguments.of("nll", new NegativeLogLikelihood(), LABELS, all),
        Arguments.of("perplexity_ignore0", Perplexity.ignoring(0), LABELS, all),
        Arguments.of("mae", new MeanAbsoluteError(), LABELS, column),
        Arguments.of("mse", new MeanSquaredError(), LABELS, column),
        Arguments.of("rmse", new RootMeanSquaredError(), LABELS, column),
        Arguments.of("pearson", new PearsonCorrelation(), LABELS, Tensor.of(first, 8)),
        Arguments.of("f1", new F1(), large, two),
        Arguments.of("mcc", new Mcc(), large, two),
        Arguments.of("loss", new Loss(), LABELS, all));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void isMxNets(String golden, Metric metric, float[] labels, Tensor predictions) {
    assertEquals(golden().count(), ((Map<?, ?>) GoldenJson.at(GOLDEN, "metrics")).size());
    double value = (Double) GoldenJson.at(GOLDEN, "metrics", golden, "value");
    assertEquals(GoldenJson.at(GOLDEN, "metrics", golden, "name"), metric.name());
    assertTrue(Double.isNaN(metric.value()), "nothing seen is NaN");
    metric.update(labels, predictions);
    assertEquals(value, metric.value(), 2e-7 * Math.max(1, Math.abs(value)));
    metric.reset();
    assertTrue(Double.isNaN(metric.value()));
    metric.update(labels, Tensor.of(predictions.toDoubles(), predictions.shape().toInts()));
    assertEquals(value, metric.value(), 2e-7 * Math.max(1, Math.abs(value)), "float64");
  }

  @Test
  void crossEntropyOfNothingIsBounded() {
    Metric metric = new CrossEntropy();
    metric.update(new float[] {0}, Tensor.of(new float[] {0, 1}, 1, 2));
    assertEquals(-Math.log(1e-12), metric.value(), 1e-9);
  }

  @Test
  void errorsAreAveragedOverBatches() {
    Metric metric = new MeanSquaredError();
    metric.update(new float[] {1, 3}, Tensor.of(new float[] {0, 0}, 2));
    metric.update(new float[] {1}, Tensor.of(new float[] {1}, 1));
    assertEquals(5 / 2.0, metric.value());
  }

  /// Labels 1 1 1 0 0; decisions 1 1 0 1 0: 2 right 1s, 1 wrong one, 1 missed, 1 right 0.
  @Test
  void binaryMeasuresCountBatchesOrRows() {
    float[] labels = {1, 1, 1, 0, 0};
    Tensor decisions = Tensor.of(new float[] {0, 1, 0, 1, 1, 0, .2f, .8f, .5f, .5f}, 5, 2);
    Tensor right = Tensor.of(new float[] {0, 1}, 1, 2);
    double mcc = (2 * 1 - 1 * 1) / Math.sqrt(3 * 3 * 2 * 2);
    F1 f1 = new F1();
    f1.update(labels, decisions);
    assertEquals(4 / 6.0, f1.value(), 1e-12);
    f1.update(new float[] {1}, right);
    assertEquals((4 / 6.0 + 1) / 2, f1.value(), 1e-12);
    F1 all = new F1(Average.MICRO);
    all.update(labels, decisions);
    all.update(new float[] {1}, right);
    assertEquals(6 / 8.0, all.value(), 1e-12);
    Mcc matthews = new Mcc();
    matthews.update(labels, decisions);
    assertEquals(mcc, matthews.value(), 1e-12);
    Mcc micro = new Mcc(Average.MICRO);
    micro.update(labels, decisions);
    micro.update(new float[] {1}, right);
    assertEquals((3 * 1 - 1 * 1) / Math.sqrt(4 * 4 * 2 * 2), micro.value(), 1e-12);
    assertFails(
        IllegalArgumentException.class,
        () -> new F1().update(new float[] {2}, right),
        "label 2.0 of row 0 is no class from 0 to 1");
    assertFails(
        IllegalArgumentException.class,
        () -> new F1().update(LABELS, Tensor.of(PREDICTIONS, 8, 4)),
        "8 labels of two classes need predictions of 8 x 2, not 8 x 4");
  }

  @Test
  void correlationOfAllRowsIsNotThatOfBatches() {
    Metric macro = new PearsonCorrelation();
    Metric micro = new PearsonCorrelation(Average.MICRO);
    for (Metric metric : new Metric[] {macro, micro}) {
      metric.update(new float[] {1, 2, 3}, Tensor.of(new float[] {2, 4, 6}, 3));
      metric.update(new float[] {1, 2, 3}, Tensor.of(new float[] {3, 2, 1}, 3));
    }
    assertEquals(0, macro.value(), 1e-12);
    // x: 1 2 3 1 2 3, y: 2 4 6 3 2 1: cov 2, var 4 and 16
    assertEquals(2 / Math.sqrt(4 * 16), micro.value(), 1e-12);
    micro.reset();
    micro.update(new float[] {1, 2}, Tensor.of(new float[] {3, 3}, 2));
    assertTrue(Double.isNaN(micro.value()), "nothing to correlate with");
  }

  @Test
  void perplexityTakesClassesFromTheLastAxis() {
    Perplexity metric = new Perplexity();
    Tensor places = Tensor.of(new float[] {.5f, .5f, .25f, .75f, 1, 0, 0, 1}, 2, 2, 2);
    metric.update(new float[] {0, 0, 0, 1}, places);
    assertEquals(Math.pow(8, 1 / 4.0), metric.value(), 1e-9);
    assertFails(
        IllegalArgumentException.class,
        () -> metric.update(new float[] {0, 0, -1, 0}, places),
        "label -1.0 of row 2");
    Perplexity padded = Perplexity.ignoring(-1);
    padded.update(new float[] {0, -1, -1, 1}, places);
    assertEquals(Math.sqrt(2), padded.value(), 1e-9);
    assertFails(
        IllegalArgumentException.class,
        () -> metric.update(new float[3], places),
        "3 labels",
        "not 2 x 2 x 2");
  }

  @Test
  void ofEqualClassesTheFirstCountsAsHigher() {
    TopKAccuracy metric = new TopKAccuracy(2);
    metric.update(new float[] {1, 2}, Tensor.of(new float[] {1, 1, 1, 1, 1, 1}, 2, 3));
    assertEquals(0.5, metric.value());
    assertFails(IllegalArgumentException.class, () -> new TopKAccuracy(0), "at least 1, not 0");
    TopKAccuracy all = new TopKAccuracy(9);
    all.update(LABELS, predictions);
    assertEquals(1, all.value(), "there are fewer classes");
  }

  @Test
  void accuracyCountsTheHighest() {
    Metric metric = new Accuracy();
    metric.update(LABELS, predictions);
    assertEquals(0, metric.value());
    metric.update(Tensor.of(new float[] {2, 3, 1, 2, 3, 0, 1, 2}, 8), predictions);
    assertEquals(7 / 16.0, metric.value());
    metric.reset();
    metric.update(new float[] {0}, Tensor.of(new float[] {1, 1}, 1, 2));
    assertEquals(1, metric.value(), "the first of equals");
    metric.update(new float[] {1, 2}, Tensor.of(new double[] {1, 3}, 2));
    assertEquals(2 / 3.0, metric.value(), "classes themselves");
  }

  /// 1 x 2 classes x 3 places.
  @Test
  void accuracyTakesClassesFromTheSecondAxis() {
    Metric metric = new Accuracy();
    Tensor places = Tensor.of(new float[] {.9f, .2f, .4f, .1f, .8f, .6f}, 1, 2, 3);
    metric.update(new float[] {0, 1, 0}, places);
    assertEquals(2 / 3.0, metric.value());
  }

  @Test
  void namesBothSizesWhenTheyDiffer() {
    assertFails(
        IllegalArgumentException.class,
        () -> new Accuracy().update(new float[7], predictions),
        "7 labels",
        "8 x 4",
        "need 8");
    assertFails(
        IllegalArgumentException.class,
        () -> new CrossEntropy().update(new float[7], predictions),
        "7 labels",
        "8 x 4");
    assertFails(
        IllegalArgumentException.class,
        () -> new MeanSquaredError().update(LABELS, predictions),
        "8 labels",
        "need 32");
    Metric metric = new CrossEntropy();
    for (float wrong : new float[] {4, -1, Float.NaN}) {
      float[] labels = {0, 0, wrong, 0, 0, 0, 0, 0};
      assertFails(
          IllegalArgumentException.class,
          () -> metric.update(labels, predictions),
          "label " + wrong + " of row 2 is no class from 0 to 3");
    }
    assertTrue(Double.isNaN(metric.value()), "a refused batch counts nothing");
  }

  private static float[] predictions() {
    float[] all = new float[32];
    List<?> rows = (List<?>) GoldenJson.at(GOLDEN, "predictions");
    for (int row = 0; row < 8; row++) {
      System.arraycopy(floats(rows.get(row)), 0, all, 4 * row, 4);
    }
    return all;
  }

  private static float[] floats(Object numbers) {
    double[] doubles = GoldenJson.numbers(numbers);
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }
}
