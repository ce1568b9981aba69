package io.nacre.runtime;

import static io.nacre.runtime.DataType.FLOAT32;
import static io.nacre.runtime.DataType.FLOAT64;
import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.GraphSpec.Layer;
import io.nacre.runtime.GraphSpec.Output;
import io.nacre.runtime.GraphSpec.Segment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a graph tells of its layers.
class SummaryTest {
  private static final Shape WEIGHT = Shape.of(4, 4);

  /// Two layers share a weight, one has two outputs, and a name is not one of Java.
  private static final GraphSpec SPEC =
      GraphSpec.builder("Twins")
          .input("data", Shape.of(Shape.N, 4), FLOAT32)
          .parameter("w", WEIGHT, FLOAT32, 0)
          .parameter("bn_gamma", Shape.of(1000), FLOAT32, 16)
          .label("out_label", Shape.of(Shape.N), FLOAT32)
          .auxiliary("bn_moving_mean", Shape.of(2), FLOAT64, 0)
          .head("split_output1", "split_output1", Shape.of(Shape.N, 2), FLOAT32)
          .head("out", "out_output", Shape.of(), FLOAT32)
          .segment(Segment.PARAMETERS, FLOAT32, 1016)
          .segment(Segment.AUXILIARY, FLOAT64, 2)
          .layers(
              """
              fc1 FullyConnected float32 N,4 data w
              the+second FullyConnected float32 N,4 fc1 w
              split SliceChannel float32 split_output0:N,2;split_output1:N,2 the+second
              bn BatchNorm float32 2N,2 split_output0 bn_gamma bn_moving_mean
              """)
          .layers("out SoftmaxOutput float32 ")
          .layers("- bn out_label\n")
          .training(100, 5_000, 1_234, 0)
          .inference(50, 2_500, 0, 77)
          .build();

  @Test
  void layersInTheOrderOfTheGraph() {
    assertEquals(
        List.of("fc1", "the second", "split", "bn", "out"),
        SPEC.layers().stream().map(Layer::name).toList());
    assertEquals(
        new Layer(
            "split",
            "SliceChannel",
            FLOAT32,
            List.of("the second"),
            List.of(
                new Output("split_output0", Shape.of(Shape.N, 2)),
                new Output("split_output1", Shape.of(Shape.N, 2)))),
        SPEC.layers().get(2));
    assertEquals(
        List.of(new Output("out_output", Shape.of())), SPEC.layers().getLast().outputs());
  }

  @Test
  void shapesForAnyBatch() {
    assertEquals(Shape.of(Shape.N, 4), SPEC.shape("fc1"));
    assertEquals(Shape.of(7, 4), SPEC.shape("fc1_output", 7));
    assertEquals(Shape.of(14, 2), SPEC.shape("bn", 7));
    assertEquals(Shape.of(7, 2), SPEC.shape("split_output1", 7));
    assertEquals(WEIGHT, SPEC.shape("w", 7));
    assertEquals(
        "{data=7 x 4, w=4 x 4, bn_gamma=1000, out_label=7}", SPEC.argumentShapes(7).toString());
    assertEquals("{split_output1=7 x 2, out_output=scalar}", SPEC.outputShapes(7).toString());
    assertEquals(Map.of("bn_moving_mean", Shape.of(2)), SPEC.auxiliaryShapes());
  }

  @Test
  void types() {
    assertEquals(FLOAT32, SPEC.dataType("the second"));
    assertEquals(FLOAT64, SPEC.dataType("bn_moving_mean"));
    assertEquals(Map.of("bn_moving_mean", FLOAT64), SPEC.auxiliaryTypes());
    assertEquals("{split_output1=float32, out_output=float32}", SPEC.outputTypes().toString());
    assertEquals(
        List.of("data", "w", "bn_gamma", "out_label"),
        List.copyOf(SPEC.argumentTypes().keySet()));
  }

  @Test
  void namesThatDoNotExist() {
    assertFails(
        IllegalArgumentException.class,
        () -> SPEC.shape("fc2"),
        "Twins has no node 'fc2'; did you mean 'fc1'?");
    assertFails(
        IllegalArgumentException.class, () -> SPEC.dataType("zzzzzzzz"), "no node 'zzzzzzzz'");
    assertFails(IllegalArgumentException.class, () -> SPEC.shape("fc1", 0), "at least 1, not 0");
    assertFails(IllegalArgumentException.class, () -> SPEC.outputShapes(0), "at least 1, not 0");
    assertFails(IllegalArgumentException.class, () -> SPEC.summary(0), "at least 1, not 0");
  }

  @Test
  void costs() {
    assertEquals(1016, SPEC.parameterCount());
    assertEquals(5_300, SPEC.trainingBytes(3));
    assertEquals(2_650, SPEC.inferenceBytes(3));
    assertEquals(3_702, SPEC.trainingFlops(3));
    assertEquals(77, SPEC.inferenceFlops(3));
  }

  @Test
  void table() {
    assertEquals(
        """
        Twins
        Layer (type)                 Output shape  Parameters  Inputs
        --------------------------------------------------------------------
        data (Input)                 N x 4
        fc1 (FullyConnected)         N x 4                 16  data
        the second (FullyConnected)  N x 4                     fc1
        split (SliceChannel)         N x 2, N x 2              the second
        bn (BatchNorm)               2N x 2             1,000  split_output0
        out_label (Label)            N
        out (SoftmaxOutput)          scalar                    bn, out_label
        --------------------------------------------------------------------
        Parameters: 1,016
        Training:   100 N + 5,000 bytes, 1,234 N floating-point operations a step
        Inference:  50 N + 2,500 bytes, 77 floating-point operations
        """,
        SPEC.summary());
  }

  @Test
  void tableForABatch() {
    String table = SPEC.summary(64);
    assertEquals("Twins, N = 64", table.lines().findFirst().orElseThrow());
    assertEquals(
        """
        bn (BatchNorm)               128 x 2              1,000  split_output0
        out_label (Label)            64
        """,
        table.lines().skip(7).limit(2).reduce("", (all, line) -> all + line + "\n"));
    assertEquals(
        "Training:   11,400 bytes, 78,976 floating-point operations a step",
        table.lines().filter(line -> line.startsWith("Training")).findFirst().orElseThrow());
  }

  @Test
  void aBoundGraphTellsItForItsBatch() {
    try (Device device = Device.cpu(1);
        LinearModel net = LinearModel.bind(device, 5)) {
      assertEquals(LinearModel.SPEC.summary(5), net.summary());
    }
  }

  @Test
  void whatIsNoLayer() {
    GraphSpec broken = GraphSpec.builder("Net").layers("fc1 FullyConnected\n").build();
    assertFails(
        IllegalArgumentException.class, broken::layers, "not a layer: fc1 FullyConnected");
    GraphSpec unknown = GraphSpec.builder("Net").layers("a Tanh float3 N b\n").build();
    assertFails(IllegalArgumentException.class, unknown::layers, "no type: float3");
  }
}
