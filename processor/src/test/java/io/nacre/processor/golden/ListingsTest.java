package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a generated class tells of its model: `SPEC`, its table, and the table in its documentation.
class ListingsTest {
  private static final String MODEL =
      """
      @Model public interface M {
        @Input({3, 8, 8})                            Symbol data();
        @Conv(filters = 4, kernel = 3, noBias = true) Symbol conv1(Symbol data);
        @BatchNorm(outputMeanVar = true)             Symbol bn1(Symbol conv1);
        @Flatten                                     Symbol flat(Symbol bn1);
        @Parameter                                   Symbol shared();
        @FullyConnected(units = 144) Symbol fc1(Symbol flat, @Weight Symbol shared);
        @FullyConnected(units = 144) Symbol fc2(Symbol fc1, @Weight Symbol shared);
        @Output @SoftmaxOutput                       Symbol out(Symbol fc2);
        @Output @Tanh Symbol means(@From(value = "bn1", output = 1) Symbol m);
      }
      """;

  private static GraphSpec spec(String model) {
    Class<?> graph =
        ModelBatch.compile(
                Map.of("models.M", "package models; import io.nacre.annotations.*;" + model),
                "-Anacre.vector=off")
            .graph("models.M");
    try {
      return (GraphSpec) graph.getField("SPEC").get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void listsAsMxNetDoes() {
    GraphSpec spec = spec(MODEL);
    assertEquals(
        List.of(
            "data",
            "conv1_weight",
            "bn1_gamma",
            "bn1_beta",
            "shared",
            "fc1_bias",
            "fc2_bias",
            "out_label"),
        spec.listArguments());
    assertEquals(List.of("out_output", "means_output"), spec.listOutputs());
    assertEquals(List.of("bn1_moving_mean", "bn1_moving_var"), spec.listAuxiliaryStates());
    assertEquals(
        "{out_output=5 x 144, means_output=4}", spec.outputShapes(5).toString());
    assertEquals(Shape.of(5, 4, 6, 6), spec.shape("bn1", 5));
    assertEquals(Shape.of(4), spec.shape("bn1_mean", 5));
    assertEquals(Shape.of(4), spec.shape("bn1_moving_var"));
    assertEquals(Shape.of(Shape.N, 144), spec.shape("flat_output"));
  }

  @Test
  void table() throws ReflectiveOperationException {
    GraphSpec spec = spec(MODEL);
    List<String> lines = spec.summary().lines().toList();
    assertEquals(
        """
        M
        Layer (type)          Output shape         Parameters  Inputs
        ---------------------------------------------------------------------
        data (Input)          N x 3 x 8 x 8
        conv1 (Conv)          N x 4 x 6 x 6               108  data
        bn1 (BatchNorm)       N x 4 x 6 x 6, 4, 4           8  conv1
        flat (Flatten)        N x 144                          bn1_output
        fc1 (FullyConnected)  N x 144                  20,880  flat
        fc2 (FullyConnected)  N x 144                     144  fc1
        out_label (Label)     N
        out (SoftmaxOutput)   N x 144                          fc2, out_label
        means (Tanh)          4                                bn1_mean
        ---------------------------------------------------------------------
        Parameters: 21,140
        """,
        lines.subList(0, lines.size() - 2).stream().collect(Collectors.joining("\n", "", "\n")));
    assertEquals(21_140, spec.parameterCount());
  }

  /// The class documentation holds the same cells as Markdown.
  @Test
  void tableInTheDocumentation() throws IOException {
    String source =
        ModelCompilation.of(MODEL).generated().getFirst().getCharContent(true).toString();
    List<List<String>> documented =
        source
            .lines()
            .filter(line -> line.startsWith("/// | `"))
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(ListingsTest::plain).toList())
            .toList();
    List<List<String>> printed = new ArrayList<>();
    List<String> lines = spec(MODEL).summary().lines().skip(1).toList();
    List<Integer> columns =
        List.of("Layer", "Output", "Parameters", "Inputs").stream()
            .map(lines.getFirst()::indexOf)
            .toList();
    for (String line : lines.subList(2, lines.size() - 4)) {
      String[] layer = cell(line, columns, 0).split("[ ()]+");
      printed.add(
          List.of(
              layer[0],
              layer[1],
              cell(line, columns, 1),
              cell(line, columns, 2),
              cell(line, columns, 3)));
    }
    assertEquals(printed, documented);
  }

  private static String plain(String cell) {
    return cell.replace("`", "").strip();
  }

  private static String cell(String line, List<Integer> columns, int column) {
    int from = Math.min(columns.get(column), line.length());
    int to = column + 1 < columns.size() ? columns.get(column + 1) : line.length();
    return line.substring(from, Math.min(to, line.length())).strip();
  }

  @Test
  void costsAreThoseOfTheClass() throws ReflectiveOperationException {
    Class<?> graph =
        ModelBatch.compile(
                Map.of("models.M", "package models; import io.nacre.annotations.*;" + MODEL))
            .graph("models.M");
    GraphSpec spec = (GraphSpec) graph.getField("SPEC").get(null);
    assertEquals(spec.parameterCount(), graph.getField("PARAMETERS").getLong(null));
    for (int n : new int[] {1, 64}) {
      assertEquals(
          spec.trainingBytes(n), graph.getMethod("trainingBytes", int.class).invoke(null, n));
      assertEquals(
          spec.inferenceFlops(n), graph.getMethod("inferenceFlops", int.class).invoke(null, n));
    }
    assertTrue(spec.trainingBytes(64) > spec.inferenceBytes(64));
    assertTrue(spec.trainingFlops(64) > spec.inferenceFlops(64));
    try (Device device = Device.cpu(1);
        BoundModel bound = BoundModel.bind(graph, device, OptionalInt.of(3))) {
      assertEquals(spec.summary(3), bound.graph().summary());
    }
  }

  /// More text than one constant of a class file can hold.
  @Test
  void manyLayers() {
    int layers = 700;
    String name = "a_node_of_some_length_";
    String chain =
        IntStream.rangeClosed(1, layers)
            .mapToObj(i -> "@Tanh Symbol %1$s%2$d(Symbol %1$s%3$d);".formatted(name, i, i - 1))
            .collect(Collectors.joining("\n"));
    GraphSpec spec =
        spec("@Model public interface M { @Input(2) Symbol " + name + "0();\n" + chain + "}");
    assertEquals(layers, spec.layers().size());
    assertEquals(Shape.of(7, 2), spec.shape(name + layers, 7));
    assertEquals(layers + 8, spec.summary().lines().count());
  }

  @Test
  void aLayerThatNeedsSeveralConstants() {
    String name = "long".repeat(8_000);
    GraphSpec spec =
        spec(
            """
            @Model public interface M {
              @Input(2) Symbol data();
              @Tanh Symbol %1$s(Symbol data);
              @Tanh Symbol out(Symbol %1$s);
            }
            """
                .formatted(name));
    assertEquals(Shape.of(7, 2), spec.shape(name, 7));
    assertEquals(List.of(name), spec.layers().getLast().inputs());
  }

  /// Code that uses all of it compiles beside a wrong model: ECJ looks into it even so.
  @Test
  void aWrongModelHasThemToo() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @FullyConnected(units = ‸0) Symbol out(Symbol data);
            }
            """)
        .using(
            """
            long all = MGraph.PARAMETERS + MGraph.SPEC.trainingBytes(3) + MGraph.trainingBytes(3)
                + MGraph.inferenceBytes(3) + MGraph.trainingFlops(3) + MGraph.inferenceFlops(3);
            System.out.println(net.summary() + all);
            """)
        .reports(ProblemId.BAD_ATTRIBUTE, "units = 0");
  }
}
