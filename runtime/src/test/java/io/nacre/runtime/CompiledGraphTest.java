package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.nacre.runtime.LinearModel.Data;
import io.nacre.runtime.LinearModel.OutLabel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompiledGraphTest {
  private static final Device CPU = Device.cpu();

  @Test
  void computesWithItsParameters() {
    try (LinearModel net = LinearModel.bind(CPU, 4)) {
      net.parameters().get("fc_weight").value().set(new float[] {1, 0, 0, 0, 1, 1});
      net.parameters().get("fc_bias").value().set(new float[] {10, 20});
      net.forward(Data.of(1, 2, 3, 4, 5, 6), OutLabel.of(11, 24, 14, 31));
      assertArrayEquals(new float[] {11, 25, 14, 31}, net.out().toFloats());
      net.backward();
      assertArrayEquals(
          new float[] {0, 0, 0, 1, 2, 3}, net.parameters().get("fc_weight").gradient().toFloats());
      assertEquals("Linear on " + CPU + ", N = 4", net.toString());
    }
  }

  @Test
  void sharesWeightsAndNoWorkMemory() {
    LinearModel training = LinearModel.bind(CPU, 4);
    LinearModel serving = training.bindSharing(1);
    training.initialize(new Constant(2), 1);
    assertEquals(training.parameters().hash(), serving.parameters().hash());
    training.close();
    serving.forward(Data.of(1, 1, 1), OutLabel.of(0, 0));
    assertArrayEquals(new float[] {6, 6}, serving.out().toFloats());
    assertFails(IllegalStateException.class, () -> training.bindSharing(2), "Linear is closed");
    assertFails(
        IllegalArgumentException.class,
        () -> LinearModel.bind(LinearModel.spec("Other"), CPU, 1, serving),
        "Other cannot share the weights of Linear");
  }

  @Test
  void refusesEverythingOnceClosed() {
    LinearModel net = LinearModel.bind(CPU, 1);
    net.close();
    net.close();
    assertFails(
        IllegalStateException.class,
        () -> net.forward(Data.of(1, 2, 3), OutLabel.of(1, 2)),
        "Linear is closed");
    assertFails(IllegalStateException.class, net::parameters, "Linear is closed");
    assertFails(
        IllegalStateException.class, () -> net.initialize(new Uniform(), 1), "Linear is closed");
    assertFails(IllegalStateException.class, () -> net.save(Path.of("x")), "Linear is closed");
    assertFails(IllegalStateException.class, () -> net.load(Path.of("x")), "Linear is closed");
    assertFails(IllegalStateException.class, () -> new Sgd(1).update(net), "Linear is closed");
    assertSame(CPU, net.device());
  }

  @Test
  void findsTheRowsOfItsFeeds() {
    try (LinearModel net = LinearModel.bind(CPU, 3)) {
      Feed fixed = new Feed("h0", Shape.of(2), new float[2]) {};
      assertEquals(2, net.rowsOf(Data.of(1, 2, 3, 4, 5, 6), fixed, OutLabel.of(1, 2, 3, 4)));
      assertEquals(3, net.rowsOf(fixed));
      assertFails(
          IllegalArgumentException.class,
          () -> net.rowsOf(fixed, Data.of(1, 2, 3, 4, 5, 6), OutLabel.of(1, 2)),
          "data has 2 rows, but out_label has 1");
      assertFails(
          IllegalArgumentException.class,
          () -> net.rowsOf(OutLabel.of(1, 2, 3, 4, 5, 6, 7, 8)),
          "out_label has 4 rows, but Linear is bound for at most 3");
    }
  }

  @Test
  void saysWhichBatchFits() {
    assertEquals(2 * 64 + 5, LinearModel.work(2, 5, 64).length);
    assertEquals(0, LinearModel.work(0, 0, Integer.MAX_VALUE).length);
    assertFails(
        IllegalArgumentException.class,
        () -> LinearModel.work(1L << 26, 100, 64),
        "Linear with N = 64",
        "67108864 * N + 100",
        "the largest N that fits is 31");
    assertFails(
        IllegalArgumentException.class, () -> LinearModel.work(1, 1L << 40, 1), "no N fits");
    assertFails(
        IllegalArgumentException.class, () -> LinearModel.work(1L << 62, 0, 8), "no N fits");
    assertFails(IllegalArgumentException.class, () -> LinearModel.bind(CPU, 0), "Linear", "not 0");
  }

  @Test
  void initializesByNameAndSeed() {
    try (LinearModel net = LinearModel.bind(CPU, 1)) {
      net.initialize(Xavier.uniform(), 42);
      String hash = net.parameters().hash();
      assertEquals(0, net.parameters().get("fc_bias").value().get(1));
      assertEquals(1, net.parameters().auxiliary("bn_moving_var").get(1));
      assertEquals(0, net.parameterArray()[0], "padding");
      net.initialize(Xavier.uniform(), 43);
      assertNotEquals(hash, net.parameters().hash());
      net.initialize(Xavier.uniform(), 42);
      assertEquals(hash, net.parameters().hash());
      GraphSpec vector =
          GraphSpec.builder("Net")
              .parameter("a", Shape.of(2, 2), DataType.FLOAT32, 0)
              .parameter("scale", Shape.of(2), DataType.FLOAT32, 4)
              .segment(GraphSpec.Segment.PARAMETERS, DataType.FLOAT32, 6)
              .build();
      LinearModel other = LinearModel.bind(vector, CPU, 1, null);
      assertFails(
          IllegalArgumentException.class, () -> other.initialize(Xavier.uniform(), 42), "scale");
      assertArrayEquals(new float[6], other.parameterArray(), "nothing is changed");
    }
  }
}
