package io.nacre.samples.siamese;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.nacre.runtime.Device;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.siamese.SiameseGraph.First;
import io.nacre.samples.siamese.SiameseGraph.SameLabel;
import io.nacre.samples.siamese.SiameseGraph.Second;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Both images go through one set of weights.
class SiameseTest {
  private static final int SIZE = 28 * 28;

  @Test
  void hasOneSetOfWeights() {
    assertEquals(
        List.of(
            "first",
            "left_conv1_weight",
            "left_conv1_bias",
            "left_conv2_weight",
            "left_conv2_bias",
            "left_code_weight",
            "left_code_bias",
            "second",
            "score_weight",
            "score_bias",
            "same_label"),
        SiameseGraph.SPEC.listArguments());
  }

  /// The distance is as far one way as the other, and 0 from an image to itself.
  @Test
  void isSymmetric() {
    float[] first = images(1);
    float[] second = images(2);
    try (SiameseGraph net = SiameseGraph.bind(Device.cpu(), 2)) {
      net.initialize(Xavier.uniform(), 42);
      float[] there = net.infer(First.of(first), Second.of(second)).same().toFloats();
      float[] back = net.infer(First.of(second), Second.of(first)).same().toFloats();
      float[] self = net.infer(First.of(first), Second.of(first)).same().toFloats();
      assertArrayEquals(there, back);
      assertArrayEquals(new float[] {0.5f, 0.5f}, self);
      assertNotEquals(there[0], self[0]);
    }
  }

  /// The gradient of a shared weight is the same whichever image comes first, as the sum of two is.
  @Test
  void gradientsAddUp() {
    float[] first = images(3);
    float[] second = images(4);
    try (SiameseGraph net = SiameseGraph.bind(Device.cpu(), 2)) {
      net.initialize(Xavier.uniform(), 42);
      float[] there = gradient(net, first, second);
      float[] back = gradient(net, second, first);
      double largest = 0;
      for (int i = 0; i < there.length; i++) {
        largest = Math.max(largest, Math.abs(there[i]));
        assertEquals(there[i], back[i], 1e-6, "gradient " + i);
      }
      assertNotEquals(0, largest);
    }
  }

  @Test
  void pairsAreOfBothKinds() {
    float[] labels = {7, 7, 1, 7};
    float[] images = {0, 1, 2, 3};
    Pairs pairs = Pairs.of(new Batch(images, labels, 4));
    assertArrayEquals(new float[] {1, 2, 2, 2}, pairs.second());
    assertArrayEquals(new float[] {1, 0, 1, 0}, pairs.same());
  }

  private static float[] gradient(SiameseGraph net, float[] first, float[] second) {
    net.forward(First.of(first), Second.of(second), SameLabel.of(new float[] {1, 0}));
    net.backward();
    return net.parameters().left_code_weight().gradient().toFloats();
  }

  private static float[] images(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] images = new float[2 * SIZE];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextDouble();
    }
    return images;
  }
}
