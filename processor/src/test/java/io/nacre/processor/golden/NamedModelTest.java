package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Shape;
import io.nacre.runtime.files.MxnetParams;
import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model whose nodes have names that Java cannot spell, beside the same model without them: the
/// class is used in the same way and computes the same, and all that MXNet reads has the names.
class NamedModelTest {
  /// Text that would end a comment, a tag, a constant or a line, if it were not kept apart.
  private static final String ODD = "1x1 {bn} */ \\\\u000a $L \\\"|`";

  private static final String ODD_AS_IT_IS = "1x1 {bn} */ \\u000a $L \"|`";

  private static final String NAMED =
      """
      package named;
      import io.nacre.annotations.*;
      @Model(layers = true) public interface Named {
        @Input(value = {2, 6, 6}, gradient = true) @Name("Previos Output") Symbol data();
        @Conv(filters = 4, kernel = 3) @Name("stage1/conv") Symbol conv1(Symbol data);
        @BatchNorm @Name("%s") Symbol bn1(Symbol conv1);
        @Output @SliceChannel(outputs = 2) @Name("split-1") Symbol split(Symbol bn1);
        @FullyConnected(units = 3) @Name("fc.%%s") Symbol fc1(Symbol bn1);
        @Output @SoftmaxOutput @Name("the class") Symbol out(Symbol fc1);
      }
      """
          .formatted(ODD);

  private static final String PLAIN =
      NAMED.replace("Named", "Plain").replaceAll("@Name\\(\"([^\"\\\\]|\\\\.)*\"\\)", "");

  /// What uses the class says Java's names only.
  private static final String USE =
      """
      package named;
      import io.nacre.runtime.*;
      import java.nio.file.Path;
      import java.util.*;
      public final class Use%1$sGraph {
        public static Map<String, double[]> run(Path folder) throws Exception {
          Map<String, double[]> all = new LinkedHashMap<>();
          try (Device device = Device.cpu(1);
              %1$sGraph net = %1$sGraph.bind(device, 2);
              %1$sGraph other = %1$sGraph.bind(device, 2)) {
            double[] x = new Random(7).doubles(2 * 72, -1, 1).toArray();
            %1$sGraph.Parameters p = net.parameters();
            int seed = 0;
            for (Parameter each : List.of(
                p.conv1_weight(), p.conv1_bias(), p.bn1_gamma(), p.bn1_beta(), p.fc1_weight(),
                p.fc1_bias())) {
              each.value().set(
                  new Random(++seed).doubles(each.value().toDoubles().length, -1, 1).toArray());
            }
            %1$sGraph.Heads heads =
                net.forward(%1$sGraph.Data.of(x), %1$sGraph.OutLabel.of(new float[] {1, 2}));
            all.put("split_output1", heads.split_output1().toDoubles());
            all.put("conv1", net.layers().get(net.layers().names().getFirst()).toDoubles());
            net.backward(
                %1$sGraph.SplitOutput0Gradient.of(new Random(1).doubles(64).toArray()),
                %1$sGraph.SplitOutput1Gradient.of(new Random(2).doubles(64).toArray()));
            all.put("data", net.dataGradient().toDoubles());
            all.put("fc1_weight", p.fc1_weight().gradient().toDoubles());
            all.put("conv1_weight", p.conv1_weight().gradient().toDoubles());
            for (String kind : List.of("safetensors", "params")) {
              Path file = folder.resolve("%1$s." + kind);
              net.save(file);
              other.load(file);
              all.put(kind, other.infer(%1$sGraph.Data.of(x)).out().toDoubles());
            }
            all.put("out", net.infer(%1$sGraph.Data.of(x)).out().toDoubles());
          }
          return all;
        }
        public static String json() {
          return %1$sGraph.toJson();
        }
      }
      """;

  @TempDir private static Path folder;
  private static ModelBatch batch;
  private static Map<String, double[]> named;
  private static Map<String, double[]> plain;

  @BeforeAll
  static void compile() {
    batch =
        ModelBatch.compile(
            Map.of(
                "named.Named", NAMED,
                "named.Plain", PLAIN,
                "named.UseNamedGraph", USE.formatted("Named"),
                "named.UsePlainGraph", USE.formatted("Plain")));
    assertRight(batch, "named.Named", "named.Plain", "named.UseNamedGraph", "named.UsePlainGraph");
    named = run("named.UseNamed");
    plain = run("named.UsePlain");
  }

  private static void assertRight(ModelBatch batch, String... sources) {
    for (String source : sources) {
      assertEquals(Optional.empty(), batch.error(source));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, double[]> run(String user) {
    return (Map<String, double[]>) call(batch, user, "run", folder);
  }

  private static Object call(ModelBatch batch, String user, String method, Object... arguments) {
    Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Path.class};
    try {
      return batch.graph(user).getMethod(method, types).invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static GraphSpec spec(String model) {
    try {
      return (GraphSpec) batch.graph(model).getField("SPEC").get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void computesTheSame() {
    assertEquals(plain.keySet(), named.keySet());
    plain.forEach((what, values) -> assertArrayEquals(values, named.get(what), what));
    assertTrue(plain.get("data").length == 144 && plain.get("data")[0] != 0);
  }

  @Test
  void layersHaveTheNames() {
    assertEquals(
        List.of("stage1/conv", ODD_AS_IT_IS, "split-1", "fc.fc1", "the class"),
        spec("named.Named").layers().stream().map(GraphSpec.Layer::name).toList());
  }

  @Test
  void filesGiveTheWeightsBack() {
    assertArrayEquals(named.get("out"), named.get("safetensors"));
    assertArrayEquals(named.get("out"), named.get("params"));
  }

  @Test
  void listings() {
    GraphSpec spec = spec("named.Named");
    assertEquals(
        List.of(
            "Previos Output",
            "stage1/conv_weight",
            "stage1/conv_bias",
            ODD_AS_IT_IS + "_gamma",
            ODD_AS_IT_IS + "_beta",
            "fc.fc1_weight",
            "fc.fc1_bias",
            "the class_label"),
        spec.listArguments());
    assertEquals(
        List.of("split-1_output0", "split-1_output1", "the class_output"), spec.listOutputs());
    assertEquals(
        List.of(ODD_AS_IT_IS + "_moving_mean", ODD_AS_IT_IS + "_moving_var"),
        spec.listAuxiliaryStates());
    assertEquals(Shape.of(5, 2, 4, 4), spec.shape("split-1_output1", 5));
  }

  /// But for the names and the widths of its columns the table is that of the other model.
  @Test
  void table() {
    String table = spec("named.Named").summary();
    assertTrue(table.contains("stage1/conv (Conv)"), table);
    assertTrue(table.contains("Previos Output (Input)"), table);
    assertTrue(table.contains(ODD_AS_IT_IS + " (BatchNorm)"), table);
    assertTrue(table.contains("the class_label"), table);
    assertEquals(spec("named.Plain").summary().lines().count(), table.lines().count());
  }

  @Test
  void filesHaveMxnetsNames() throws IOException {
    Set<String> names =
        Set.of(
            "stage1/conv_weight",
            "stage1/conv_bias",
            ODD_AS_IT_IS + "_gamma",
            ODD_AS_IT_IS + "_beta",
            "fc.fc1_weight",
            "fc.fc1_bias",
            ODD_AS_IT_IS + "_moving_mean",
            ODD_AS_IT_IS + "_moving_var");
    assertEquals(names, SafeTensors.read(folder.resolve("Named.safetensors")).names());
    assertEquals(
        names,
        MxnetParams.read(folder.resolve("Named.params")).entries().stream()
            .map(entry -> entry.name().substring("arg:".length()))
            .collect(Collectors.toSet()));
  }

  /// Our export is read again as MXNet's would be, and written once more with the same bytes; the
  /// method that declares the input has the name that it likes.
  @Test
  void jsonBothWays() throws IOException {
    String json = (String) call(batch, "named.UseNamed", "json");
    List<String> written =
        Pattern.compile("\"name\": \"(.*)\"").matcher(json).results()
            .map(result -> result.group(1))
            .toList();
    assertTrue(written.containsAll(List.of("Previos Output", "stage1/conv_bias")), json);
    Files.writeString(folder.resolve("named-symbol.json"), json);
    ModelBatch again =
        ModelBatch.compile(
            Map.of(
                "named.Again",
                """
                package named;
                import io.nacre.annotations.*;
                @Model @Import("named-symbol.json") public interface Again {
                  @Input(value = {2, 6, 6}, gradient = true) @Name("Previos Output") Symbol image();
                }
                """,
                "named.UseAgainGraph",
                """
                package named;
                import io.nacre.runtime.*;
                public final class UseAgainGraph {
                  public static String json() {
                    try (Device device = Device.cpu(1);
                        AgainGraph net = AgainGraph.bind(device, 1)) {
                      net.infer(AgainGraph.Image.of(new float[72])).the_class();
                      return AgainGraph.toJson();
                    }
                  }
                }
                """),
            "-Anacre.models=" + folder);
    assertRight(again, "named.Again", "named.UseAgainGraph");
    assertEquals(json, call(again, "named.UseAgain", "json"));
  }
}
