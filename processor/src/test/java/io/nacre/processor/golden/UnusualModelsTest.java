package io.nacre.processor.golden;

import static io.nacre.processor.golden.SameBitsTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.runtime.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Models whose names or number of nodes get in the way of the generated code.
class UnusualModelsTest {
  private static final String MODEL =
      """
      package unusual;

      import io.nacre.annotations.*;

      @Model
      public interface %s {
        @Input(value = {3, 70}, gradient = true) Symbol node0();
        @Input(value = {3, 70}, gradient = true) Symbol node1();
        @Parameter Symbol node2();
        @Label Symbol node3();
        @Plus Symbol node4(Symbol node0, Symbol node1);
        @FullyConnected(units = 20, flatten = false)
        Symbol node5(Symbol node4, @Weight Symbol node2);
        @Output @Tanh Symbol node6(Symbol node5);
        @Output @SoftmaxOutput(preserveShape = true)
        Symbol node7(Symbol node5, @As("label") Symbol node3);
      }
      """;

  /// Each line's names take the places of `node0` to `node7`. They are also those of fields,
  /// methods, parameters or types in or around the generated class.
  private static final List<String> NAMES =
      List.of(
          "rows work parameters32 worker graph n view gradients",
          "worker n gradients rows work graph rows_1 view",
          "trainingWork inferenceWork graph forwarded n worker work parameters64",
          "compiledGraph matMulKernel n inferenceRows a y aAt yAt",
          "forwardPass inferencePass work trainingHeads lanes partial row i",
          "graph inferenceHeads values job r sum max t0",
          "parameterSet vector64 hash dataType size get count iterator",
          "floatVector auxiliary gradients64 arrays specification SPEC PARAMETERS SHAPE");

  @Test
  void anyNamesWillDo() {
    Map<String, String> sources = new HashMap<>();
    sources.put("unusual.Plain", MODEL.formatted("Plain"));
    for (int i = 0; i < NAMES.size(); i++) {
      String type = "Names" + i;
      sources.put("unusual." + type, renamed(MODEL.formatted(type), NAMES.get(i).split(" ")));
    }
    ModelBatch batch = ModelBatch.compile(sources);
    Map<String, double[]> expected;
    Example example;
    try (BoundModel plain = bind(batch, "unusual.Plain")) {
      example = Example.of(plain, 2, 6);
      expected = example.run(plain);
    }
    for (int i = 0; i < NAMES.size(); i++) {
      String[] names = NAMES.get(i).split(" ");
      try (BoundModel model = bind(batch, "unusual.Names" + i)) {
        Example same =
            new Example(
                2,
                renamed(example.parameters(), names),
                renamed(example.states(), names),
                renamed(example.feeds(), names),
                renamed(example.headGradients(), names),
                Map.of());
        assertSameBits(renamed(expected, names), same.run(model), NAMES.get(i));
      }
    }
  }

  private static BoundModel bind(ModelBatch batch, String type) {
    return BoundModel.bind(batch.graph(type), Device.cpu(), OptionalInt.of(2));
  }

  private static String renamed(String text, String[] names) {
    Matcher node = Pattern.compile("node(\\d)").matcher(text);
    return node.replaceAll(
        found -> Matcher.quoteReplacement(names[Integer.parseInt(found.group(1))]));
  }

  private static Map<String, double[]> renamed(Map<String, double[]> values, String[] names) {
    Map<String, double[]> renamed = new HashMap<>();
    values.forEach((name, array) -> renamed.put(renamed(name, names), array));
    return renamed;
  }

  /// The compiler warns of it; the class works all the same.
  @Test
  void inputThatNothingReads() {
    String source =
        """
        package unusual;

        import io.nacre.annotations.*;

        @Model
        public interface Spare {
          @Input(value = 2, dtype = DataType.FLOAT64, gradient = true) Symbol x();
          @Input(value = 3, dtype = DataType.FLOAT64, gradient = true) Symbol spare();
          @Square Symbol y(Symbol x);
        }
        """;
    ModelBatch batch = ModelBatch.compile(Map.of("unusual.Spare", source));
    try (BoundModel model = bind(batch, "unusual.Spare")) {
      Map<String, double[]> feeds = Map.of("x", new double[] {1, 2, 3, 4}, "spare", new double[6]);
      assertArrayEquals(new double[] {1, 4, 9, 16}, model.forward(feeds).get("y_output"));
      model.backward(Map.of("y_output", new double[] {1, 1, 1, 1}));
      assertArrayEquals(new double[] {2, 4, 6, 8}, model.gradient("x"));
      String message =
          assertThrows(IllegalStateException.class, () -> model.gradient("spare")).getMessage();
      assertEquals("Spare: no head depends on spare", message);
    }
  }

  /// Both reshape: the scores of all steps to rows of a product and back.
  @Test
  void scoresOfEachStepAreTrained() {
    String source =
        """
        package unusual;

        import io.nacre.annotations.*;

        @Model
        public interface Steps {
          @Input(value = {3, 2}, dtype = DataType.FLOAT64) Symbol words();
          @FullyConnected(units = 2, flatten = false, noBias = true) Symbol fc(Symbol words);
          @SoftmaxOutput(preserveShape = true) Symbol out(Symbol fc);
        }
        """;
    ModelBatch batch = ModelBatch.compile(Map.of("unusual.Steps", source));
    try (BoundModel model = bind(batch, "unusual.Steps")) {
      model.setParameters(Map.of("fc_weight", new double[4]));
      double[] words = new double[12];
      words[4] = 3;
      model.forward(Map.of("words", words, "out_label", new double[6]));
      model.backward(Map.of());
      // (p - t) times the one word that is not 0: p = {0.5, 0.5}, t = {1, 0}
      assertArrayEquals(new double[] {-1.5, 0, 1.5, 0}, model.gradients().get("fc_weight"));
    }
  }

  /// Enough nodes for several nested classes a pass.
  @Test
  void manyNodes() {
    int depth = 130;
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= depth; i++) {
      String output = i % 10 == 0 ? "@Output " : "";
      lines.add("  %s@SoftSign Symbol s%d(Symbol s%d);".formatted(output, i, i - 1));
    }
    String source =
        """
        package unusual;

        import io.nacre.annotations.*;

        @Model
        public interface Deep {
          @Input(value = {}, dtype = DataType.FLOAT64, gradient = true) Symbol s0();
        %s
        }
        """
            .formatted(String.join("\n", lines));
    ModelBatch batch = ModelBatch.compile(Map.of("unusual.Deep", source));
    try (BoundModel model = bind(batch, "unusual.Deep")) {
      Map<String, double[]> outputs = model.forward(Map.of("s0", new double[] {1, 2}));
      Map<String, double[]> headGradients = new HashMap<>();
      double derivatives = 0;
      for (int i = 10; i <= depth; i += 10) {
        // the i-th is x / (1 + i x), and its derivative 1 / (1 + i x)^2
        assertEquals(2 / (1 + 2.0 * i), outputs.get("s" + i + "_output")[1], 1e-14);
        derivatives += 1 / ((1 + 2.0 * i) * (1 + 2.0 * i));
        headGradients.put("s" + i + "_output", new double[] {0, 1});
      }
      model.backward(headGradients);
      assertEquals(0, model.gradients().get("s0")[0]);
      assertEquals(derivatives, model.gradients().get("s0")[1], 1e-14);
    }
  }
}
