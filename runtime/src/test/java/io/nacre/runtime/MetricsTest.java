package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Values are MXNet 1.9.1's for the same predictions.
class MetricsTest {
  private static final float[] LABELS = {0, 1, 2, 3, 0, 1, 2, 3};
  private static final float[] PREDICTIONS = {
    0.28699856996536255f, 0.29267558455467224f, 0.3977776765823364f, 0.022548167034983635f,
    0.22578342258930206f, 0.14976562559604645f, 0.30732840299606323f, 0.31712260842323303f,
    0.1706899255514145f, 0.29893895983695984f, 0.2969051003456116f, 0.23346595466136932f,
    0.18840767443180084f, 0.2844865322113037f, 0.3306242823600769f, 0.19648152589797974f,
    0.17912934720516205f, 0.2386939972639084f, 0.2789294123649597f, 0.30324721336364746f,
    0.2802906334400177f, 0.2652322053909302f, 0.2765960693359375f, 0.17788110673427582f,
    0.18200795352458954f, 0.49183887243270874f, 0.3010544776916504f, 0.02509874850511551f,
    0.2761814594268799f, 0.4075976610183716f, 0.24147430062294006f, 0.07474657148122787f
  };

  private final Tensor predictions = Tensor.of(PREDICTIONS, 8, 4);

  @Test
  void crossEntropyIsMxNets() {
    Metric metric = new CrossEntropy();
    metric.update(LABELS, predictions);
    assertEquals(1.6036754846572876, metric.value(), 1e-6);
    metric.reset();
    metric.update(new float[] {0}, Tensor.of(new float[] {0, 1}, 1, 2));
    assertEquals(-Math.log(1e-12), metric.value(), 1e-9);
  }

  @Test
  void meanSquaredErrorIsMxNets() {
    float[] first = new float[8];
    for (int row = 0; row < 8; row++) {
      first[row] = PREDICTIONS[row * 4];
    }
    Metric metric = new MeanSquaredError();
    metric.update(LABELS, Tensor.of(first, 8, 1));
    assertEquals(2.900944709777832, metric.value(), 1e-6);
    metric.update(new float[] {1}, Tensor.of(new float[] {1}, 1));
    assertEquals(2.900944709777832 / 2, metric.value(), 1e-6);
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
  void nothingSeenIsNaN() {
    assertTrue(Double.isNaN(new Accuracy().value()));
    assertTrue(Double.isNaN(new CrossEntropy().value()));
    assertTrue(Double.isNaN(new MeanSquaredError().value()));
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
}
