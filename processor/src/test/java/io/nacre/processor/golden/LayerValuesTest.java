package io.nacre.processor.golden;

import static io.nacre.processor.golden.SameBitsTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Shape;
import io.nacre.runtime.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// `@Model(layers = true)`: the values of layers are those that heads would have, and nothing
/// else changes.
class LayerValuesTest {
  private static final int N = 4;
  private static final int ROWS = 3;

  /// A block with inner nodes, two outputs of one node, inner nodes of a formula, a random layer,
  /// an alias.
  private static final String BLOCKS =
      """
        @Input(value = {2, 6, 6}, gradient = true) Symbol data();
        @Stem(4) Symbol stem(Symbol data);
        @SliceChannel(outputs = 2) Symbol split(Symbol stem);
        @Formula("tanh(l * 2) + r")
        Symbol mix(@From("split") Symbol l, @From(value = "split", output = 1) Symbol r);
        @Dropout(p = 0.5) Symbol drop(Symbol mix);
        @Flatten Symbol flat(Symbol drop);
        @FullyConnected(units = 3) Symbol fc(Symbol flat);
        @SoftmaxOutput Symbol out(Symbol fc);
      }
      @Block @interface Stem {
        @Sets("conv.filters") int value();
        interface Body extends BlockBody {
          @Conv(filters = PARAM, kernel = 3, pad = 1, noBias = true) Symbol conv(Symbol data);
          @BatchNorm(fixGamma = false) Symbol norm(Symbol conv);
          @Relu Symbol relu(Symbol norm);
        }
      }
      """;

  /// The same with each node a head.
  private static final String HEADS =
      """
        @Input(value = {2, 6, 6}, gradient = true) Symbol data();
        @Output @Conv(filters = 4, kernel = 3, pad = 1, noBias = true)
        Symbol stem_conv(Symbol data);
        @Output @BatchNorm(fixGamma = false) Symbol stem_norm(Symbol stem_conv);
        @Output @Relu Symbol stem_relu(Symbol stem_norm);
        @Output @SliceChannel(outputs = 2) Symbol split(Symbol stem_relu);
        @Output @TimesScalar(2) Symbol _mulscalar0(Symbol split);
        @Output @Tanh Symbol tanh0(Symbol _mulscalar0);
        @Output @Plus Symbol mix(Symbol tanh0, @From(value = "split", output = 1) Symbol r);
        @Output @Dropout(p = 0.5) Symbol drop(Symbol mix);
        @Output @Flatten Symbol flat(Symbol drop);
        @Output @FullyConnected(units = 3) Symbol fc(Symbol flat);
        @Output @SoftmaxOutput Symbol out(Symbol fc);
      }
      """;

  /// Layers of several types, without N; half is stored as float16, bytes as unsigned ones.
  private static final String TYPES =
      """
        @Variable(value = 3, dtype = DataType.INT32) Symbol a();
        @Cast(DataType.UINT8) Symbol bytes(Symbol a);
        @Cast(DataType.FLOAT16) Symbol half(Symbol bytes);
        @Cast(DataType.FLOAT64) Symbol wide(Symbol half);
        @DivScalar(4) Symbol quarter(Symbol wide);
      }
      """;

  private static final Map<String, String> AWKWARD = AwkwardModels.sources("FLOAT32");

  private static ModelBatch batch;
  private static ModelBatch keeping;

  @BeforeAll
  static void compile() {
    Map<String, String> sources = new LinkedHashMap<>(AWKWARD);
    sources.put("plain.Net", source("plain", "@Model", BLOCKS));
    sources.put("heads.Net", source("heads", "@Model", HEADS));
    batch = ModelBatch.compile(sources);
    Map<String, String> kept = new LinkedHashMap<>();
    AWKWARD.forEach(
        (name, text) -> kept.put(name, text.replace("@Model", "@Model(layers = true)")));
    kept.put("kept.Net", source("kept", "@Model(layers = true)", BLOCKS));
    kept.put("types.Net", source("types", "@Model(layers = true)", TYPES));
    keeping = ModelBatch.compile(kept);
  }

  private static String source(String name, String annotation, String body) {
    return "package %s; import io.nacre.annotations.*;\n%s public interface Net {\n%s"
        .formatted(name, annotation, body);
  }

  private static BoundModel bind(ModelBatch from, String type) {
    return BoundModel.bind(from.graph(type), Device.cpu(), OptionalInt.of(N));
  }

  @Test
  void valuesAreThoseOfHeads() {
    try (BoundModel kept = bind(keeping, "kept.Net");
        BoundModel heads = bind(batch, "heads.Net")) {
      Example example = Example.of(kept, N, 1).first(ROWS);
      example.give(kept);
      example.give(heads);
      Map<String, double[]> expected = heads.forward(example.feeds());
      kept.forward(example.feeds());
      assertSameBits(expected, values(kept), "forward");
      assertTrue(Arrays.stream(expected.get("mix_output")).anyMatch(value -> value != 0));
      // the next pass, with other random numbers and all rows
      Example next = Example.of(kept, N, 2);
      expected = heads.forward(next.feeds());
      kept.forward(next.feeds());
      assertSameBits(expected, values(kept), "the second forward");
    }
  }

  @Test
  void namesAreThoseOfMxnetInTheOrderOfTheGraph() {
    try (BoundModel kept = bind(keeping, "kept.Net")) {
      assertEquals(
          List.of(
              "stem_conv_output",
              "stem_norm_output",
              "stem_relu_output",
              "split_output0",
              "split_output1",
              "_mulscalar0_output",
              "tanh0_output",
              "mix_output",
              "drop_output",
              "flat_output",
              "fc_output",
              "out_output"),
          kept.layers().names());
    }
  }

  @Test
  void givesCopiesByEitherName() {
    try (BoundModel kept = bind(keeping, "kept.Net")) {
      Example example = Example.of(kept, N, 1).first(ROWS);
      example.give(kept);
      kept.forward(example.feeds());
      Tensor value = kept.layers().get("stem_conv");
      assertEquals(Shape.of(ROWS, 4, 6, 6), value.shape());
      double[] numbers = value.toDoubles();
      assertArrayEquals(numbers, kept.layers().get("stem_conv_output").toDoubles());
      assertArrayEquals(
          kept.layers().get("split_output0").toDoubles(), kept.layers().get("split").toDoubles());
      value.fill(7);
      assertArrayEquals(numbers, kept.layers().get("stem_conv").toDoubles());
    }
  }

  @Test
  void keepsValuesOfAnyType() {
    try (BoundModel kept =
        BoundModel.bind(keeping.graph("types.Net"), Device.cpu(), OptionalInt.empty())) {
      kept.forward(Map.of("a", new double[] {200, 3, 300}));
      kept.infer(Map.of("a", new double[] {1, 1, 1}));
      Map<String, double[]> values = values(kept);
      assertArrayEquals(new double[] {200, 3, 44}, values.get("bytes_output"));
      assertArrayEquals(new double[] {200, 3, 44}, values.get("half_output"));
      assertArrayEquals(new double[] {200, 3, 44}, values.get("wide_output"));
      assertArrayEquals(new double[] {50, 0.75, 11}, values.get("quarter_output"));
      assertEquals(
          List.of("uint8", "float16", "float64", "float64"),
          kept.layers().names().stream()
              .map(name -> kept.layers().get(name).dataType().toString())
              .toList());
    }
  }

  @Test
  void memoryIsToldAndIsMore() {
    GraphSpec plain = bind(batch, "plain.Net").graph().spec();
    GraphSpec kept = bind(keeping, "kept.Net").graph().spec();
    assertEquals(plain.inferenceBytes(N), kept.inferenceBytes(N));
    assertTrue(perSample(kept) > perSample(plain), "%d".formatted(perSample(plain)));
    // three values of 4 x 6 x 6, six of half of it, the scores and the probabilities, each rounded
    // up to 16 numbers; flat is drop
    assertTrue(perSample(kept) >= 4 * (3 * 144 + 6 * 80 + 2 * 16), "%d".formatted(perSample(kept)));
  }

  private static long perSample(GraphSpec spec) {
    return spec.trainingBytes(2) - spec.trainingBytes(1);
  }

  /// Nothing is fused over a layer, but each sum has the same order and each product the same
  /// rounding.
  @TestFactory
  Stream<DynamicTest> resultsAreTheSameBits() {
    return Stream.concat(AWKWARD.keySet().stream(), Stream.of("Net"))
        .map(type -> DynamicTest.dynamicTest(type, () -> sameResults(type)));
  }

  private static void sameResults(String type) {
    String plainType = type.equals("Net") ? "plain.Net" : type;
    String keptType = type.equals("Net") ? "kept.Net" : type;
    try (BoundModel plain = bind(batch, plainType);
        BoundModel kept = bind(keeping, keptType)) {
      Example example = Example.of(plain, N, 3).first(ROWS);
      assertSameBits(example.run(plain), example.run(kept), type);
      assertTrue(
          kept.graph().spec().trainingBytes(N) >= plain.graph().spec().trainingBytes(N));
    }
  }

  /// No value is overwritten: neither by a later layer, nor by the backward pass or a prediction.
  @TestFactory
  Stream<DynamicTest> valuesStay() {
    return AWKWARD.keySet().stream()
        .map(type -> DynamicTest.dynamicTest(type, () -> stays(type)));
  }

  private static void stays(String type) {
    try (BoundModel kept = bind(keeping, type)) {
      Example example = Example.of(kept, N, 4).first(ROWS);
      example.give(kept);
      Map<String, double[]> heads = kept.forward(example.feeds());
      Map<String, double[]> values = values(kept);
      heads.forEach((name, head) -> assertArrayEquals(head, values.get(name), name));
      kept.backward(example.headGradients());
      kept.infer(example.feeds());
      assertSameBits(values, values(kept), type);
      for (GraphSpec.Layer layer : kept.graph().spec().layers()) {
        for (GraphSpec.Output output : layer.outputs()) {
          Shape shape = kept.layers().get(output.name()).shape();
          assertEquals(output.shape().at(ROWS), shape, output.name());
        }
      }
    }
  }

  @Test
  void saysWhatIsWrong() {
    try (BoundModel kept = bind(keeping, "kept.Net")) {
      assertFails(
          "Net: layers().get(\"fc\") needs a forward() before it",
          IllegalStateException.class,
          kept,
          "fc");
      Example example = Example.of(kept, N, 1);
      example.give(kept);
      kept.forward(example.feeds());
      assertFails(
          "Net has no layer 'stemconv'; did you mean 'stem_conv'?",
          IllegalArgumentException.class,
          kept,
          "stemconv");
      assertFails(
          "Net: 'data' is no layer: it is what you feed",
          IllegalArgumentException.class,
          kept,
          "data");
      assertFails(
          "Net: 'fc_weight' is no layer: it is a parameter, which"
              + " parameters().get(\"fc_weight\") gives",
          IllegalArgumentException.class,
          kept,
          "fc_weight");
      kept.graph().close();
      assertFails("Net is closed", IllegalStateException.class, kept, "fc");
    }
  }

  private static void assertFails(
      String message, Class<? extends RuntimeException> type, BoundModel model, String name) {
    RuntimeException thrown = assertThrows(type, () -> model.layers().get(name));
    assertEquals(message, thrown.getMessage());
    List<String> shown =
        Pattern.compile("(?m)^\\| `get.*\\| `(.*)` \\|$")
            .matcher(page())
            .results()
            .map(row -> withoutNames(row.group(1)))
            .toList();
    assertTrue(shown.contains(withoutNames(message)), () -> "docs/training.md lacks " + message);
  }

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/training.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Without what is quoted, and what the network is called.
  private static String withoutNames(String message) {
    return message.replaceAll("'.*?'|\".*?\"", "_").replaceFirst("\\w+", "");
  }

  @Test
  void isThereOnlyWhereItIsAskedFor() {
    assertFalse(
        Arrays.stream(batch.graph("plain.Net").getMethods())
            .anyMatch(method -> method.getName().equals("layers")));
  }

  @Test
  void isThereForAWrongModelToo() {
    ModelCompilation.of(
            """
            @Model(layers = true)
            interface Wrong {
              @Input({1, 4, 4})               Symbol data();
              @Conv(filters = 2, kernel = ‸5)  Symbol conv(Symbol data);
            }
            """)
        .using("net.layers().get(\"conv\");")
        .reports(ProblemId.KERNEL_TOO_LARGE, "conv");
  }

  private static Map<String, double[]> values(BoundModel model) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String name : model.layers().names()) {
      values.put(name, model.layers().get(name).toDoubles());
    }
    return values;
  }
}
