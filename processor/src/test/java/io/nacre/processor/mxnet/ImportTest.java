package io.nacre.processor.mxnet;

import static io.nacre.processor.ModelCompilation.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models that come from MXNet's symbol files.
///
/// A catalogue, long because each case is a file, a model and what becomes of them.
class ImportTest {
  @TempDir Path folder;

  private static ModelCompilation golden(String model) {
    try {
      Path folder = Path.of(ImportTest.class.getResource("/golden/json").toURI());
      return ModelCompilation.of(model).option("-Anacre.models=" + folder);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// A model `Net` that imports a file of these nodes; the last node is the head.
  private ModelCompilation net(String declarations, String... nodes) throws IOException {
    return file(declarations, SymbolFiles.of(nodes));
  }

  private ModelCompilation file(String declarations, String text) throws IOException {
    Files.writeString(folder.resolve("net.json"), text);
    return ModelCompilation.of(
            "@Model @Import(‸\"net.json\") interface Net { " + declarations + " }")
        .option("-Anacre.models=" + folder);
  }

  private ModelCompilation right(String declarations, String... nodes) throws IOException {
    Files.writeString(folder.resolve("net.json"), SymbolFiles.of(nodes));
    return ModelCompilation.of(
            "@Model @Import(\"net.json\") interface Net { " + declarations + " }")
        .option("-Anacre.models=" + folder);
  }

  private static String json(ModelCompilation compilation) throws IOException {
    FileObject file =
        compilation
            .compilation()
            .generatedFile(StandardLocation.CLASS_OUTPUT, "models", "NetGraph-symbol.json")
            .orElseThrow();
    try (var in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// What MXNet 1.9.1 itself writes after it has loaded the file.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1_9_attrs", "v0_9_5_attr", "v0_9_hidden_keys", "v0_8_param", "no_row_ptr", "two_heads"
      })
  void filesOfAllVersionsComeOutAsMxnetWritesThem(String name) throws Exception {
    ModelCompilation compilation =
        golden(
                """
                @Model
                @Import("%s.json")
                interface Net {
                  @Input(5) Symbol data();
                }
                """
                    .formatted(name))
            .using("net.parameters().fc1_weight(); net.parameters().bn1_gamma();")
            .succeeds();
    String expected =
        Files.readString(
            Path.of(getClass().getResource("/mxnet/saved/" + name + ".json").toURI()));
    assertEquals(expected, json(compilation));
  }

  @Test
  void whatIsNotDeclaredFollowsFromItsUse() throws IOException {
    right(
            "@Input({3, 8, 8}) Symbol data();",
            "data",
            "conv_weight",
            "conv_bias",
            "Convolution conv(data, conv_weight, conv_bias) num_filter=4; kernel=(3, 3)",
            "bn_gamma",
            "bn_beta",
            "bn_running_mean",
            "bn_running_var",
            "BatchNorm bn(conv, bn_gamma, bn_beta, bn_running_mean, bn_running_var)",
            "Flatten flat(bn)",
            "fc_weight",
            "fc_bias",
            "FullyConnected fc(flat, fc_weight, fc_bias) num_hidden=2",
            "goal",
            "LinearRegressionOutput out(fc, goal)")
        .using(
            """
            net.parameters().conv_weight(); net.parameters().bn_gamma(); net.parameters().fc_bias();
            net.forward(ModelsData(), ModelsGoal());
            io.nacre.runtime.Tensor t = net.infer(ModelsData()).out();
            net.backward();
            } NetGraph.Data ModelsData() { return null; } NetGraph.Goal ModelsGoal() { return null;
            """)
        .succeeds();
  }

  @Test
  void namesThatJavaCannotSpell() throws IOException {
    ModelCompilation compilation =
        right(
                "@Input(4) Symbol input_1();",
                "input.1",
                "fc-1/weight",
                "FullyConnected class(input.1, fc-1/weight) num_hidden=3; no_bias=True",
                "Activation 2(class) act_type=relu",
                "Activation forward(2) act_type=tanh")
            .using(
                """
                net.parameters().fc_1_weight();
                NetGraph.Input1 in = null; NetGraph.Forward1Gradient g = null;
                net.forward(in).forward_1(); net.backward(g);
                """)
            .succeeds();
    String written = json(compilation);
    assertTrue(written.contains("\"name\": \"fc-1/weight\""), written);
    assertTrue(written.contains("\"name\": \"forward\""), written);
  }

  /// The method's name is what Java says, and another node that has it goes out of its way.
  @Test
  void methodsThatSayWhichVariableTheyDeclare() throws IOException {
    ModelCompilation compilation =
        right(
                "@Input(4) @Name(\"Previos Output\") Symbol fc();"
                    + " @Parameter @Name(\"fc-1/%s\") Symbol weight();",
                "Previos Output",
                "fc-1/weight",
                "FullyConnected fc(Previos Output, fc-1/weight) num_hidden=3; no_bias=True",
                "Activation end(fc) act_type=tanh")
            .using(
                """
                net.parameters().weight();
                NetGraph.Fc in = null; NetGraph.EndGradient g = null;
                net.forward(in).end(); net.backward(g);
                """)
            .succeeds();
    String written = json(compilation);
    assertTrue(written.contains("\"name\": \"Previos Output\""), written);
    assertTrue(written.contains("\"name\": \"fc\""), written);
  }

  @Test
  void namesThatTheFileDoesNotHave() throws IOException {
    right(
            "@Input(4) @Name(‸\"Previos output\") Symbol x();",
            "Previos Output __shape__=(2, 4)",
            "tanh y(Previos Output)")
        .reports(
            ProblemId.UNKNOWN_VARIABLE,
            "x: net.json has no variable named Previos output",
            "did you mean Previos Output?");
    right("@Input(4) Symbol x(); @Input(4) @Name(\"y\") Symbol ‸z();", "x", "tanh y(x)")
        .reports(ProblemId.UNKNOWN_VARIABLE, "z: in net.json it is the operator tanh");
  }

  @Test
  void twoMethodsForOneVariable() throws IOException {
    right(
            "@Input(4) @Name(\"a b\") Symbol x(); @Input(4) @Name(‸\"a b\") Symbol y();",
            "a b",
            "tanh z(a b)")
        .reports(
            ProblemId.NAME_CLASH, "y: another method declares a b of net.json already", "remove");
  }

  @Test
  void aNameThatTheClassNeedsItself() throws IOException {
    right("@Input(4) @Name(\"a b\") Symbol ‸forward();", "a b", "tanh z(a b)")
        .reports(ProblemId.RESERVED_NAME, "forward", "NetGraph has a method of this name itself");
  }

  /// Called, a file's names stay as they are, and Java's names are those of the called model.
  @Test
  void calledWithAName() throws IOException {
    right(
            "@Input(4) @Name(\"a b\") Symbol first();",
            "a b",
            "fc-w",
            "FullyConnected fc(a b, fc-w) num_hidden=6; no_bias=True")
        .with(
            "Outer",
            """
            @Model interface Outer {
              @Input(4) Symbol x();
              @Call(Net.class) @Name("the net") Symbol net(Symbol x);
              @Tanh Symbol end(Symbol net);
              default void use(OuterGraph graph) { graph.parameters().net_fc_w(); }
            }
            """)
        .succeeds();
  }

  @Test
  void declarationsGoBeforeWhatTheFileSays() throws IOException {
    right(
            "@Input(value = 4, gradient = true) Symbol x(); @Parameter Symbol scale();",
            "x __shape__=(32, 5); __dtype__=0",
            "scale __shape__=(0, 4); __dtype__=0; __init__=zero",
            "elemwise_mul y(x, scale)",
            "half __shape__=(0, 4)",
            "elemwise_add z(y, half)")
        .succeeds();
  }

  /// A type cannot be called `0`, nor `01`.
  @Test
  void namesOfDigitsAreSpeltOtherwise() throws IOException {
    right(
            "@Input(4) Symbol x();",
            "x",
            "_0 __shape__=(0, 4)",
            "\ud835\udcb3 __shape__=(0, 4)",
            "elemwise_mul _1(x, _0)",
            "elemwise_add __2(_1, \ud835\udcb3)")
        .using("NetGraph.Node0 zero = null;")
        .succeeds();
  }

  /// Nothing that computes anything takes it, so nothing tells its shape.
  @Test
  void aVariableMayBeAHead() throws IOException {
    String text = SymbolFiles.of("data", "alone", "tanh y(data)");
    String heads = text.replace("[[2, 0, 0]]", "[[2, 0, 0], [1, 0, 0]]");
    file("@Input(4) Symbol data();", heads)
        .reports(ProblemId.UNDETERMINED_SHAPE, "alone in net.json: its shape cannot be inferred");
  }

  @Test
  void headsMustBeOutputs() throws IOException {
    String text = SymbolFiles.of("data", "tanh y(data)");
    file("@Input(4) Symbol data();", text.replace("[[1, 0, 0]]", "[[1, 11, 0]]"))
        .reports(
            ProblemId.WRONG_ARGUMENTS,
            "y in net.json: its output 11 is a head, but it has 1 output",
            "take 0");
  }

  @Test
  void aMissingInputIsUndetermined() throws IOException {
    net(
            "",
            "data",
            "fc_weight",
            "fc_bias",
            "FullyConnected fc(data, fc_weight, fc_bias) num_hidden=4")
        .reports(
            ProblemId.UNDETERMINED_SHAPE,
            "data in net.json: its shape cannot be inferred",
            "declare it, such as @Input({10}) Symbol data();");
  }

  @Test
  void theWayOutHasANameForJava() throws IOException {
    net("", "a b/50%", "tanh y(a b/50%)")
        .reports(
            ProblemId.UNDETERMINED_SHAPE,
            "a b/50% in net.json: its shape cannot be inferred",
            "declare it, such as @Input({10}) @Name(\"a b/50%%\") Symbol a_b_50_();");
    right("@Input({10}) @Name(\"a b/50%%\") Symbol a_b_50_();", "a b/50%", "tanh y(a b/50%)")
        .succeeds();
  }

  @Test
  void layersReportAtTheFile() throws IOException {
    net(
            "@Input({1, 8, 8}) Symbol data();",
            "data",
            "w",
            "Convolution conv(data, w) num_filter=4; kernel=(9, 3); no_bias=True")
        .reports(
            ProblemId.KERNEL_TOO_LARGE,
            "conv in net.json: kernel 9x3 is larger than its padded input 8x8",
            "data   @Input   N x 1 x 8 x 8   <- into conv");
  }

  @Test
  void allMistakesComeAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("net.json"),
        SymbolFiles.of(
            "data",
            "w",
            "FullyConnected fc(data, w) num_hidden=many; no_bias=True",
            "Activation act(fc) act_type=reluu",
            "Aktivation act2(act)",
            "Aktivation act3(act2)",
            "Dropout drop(act3) q=0.5",
            "Flatten flat(drop:1)",
            "Concat cat(flat, data) num_args=3"));
    ModelCompilation.of(
            "@Model @Import(‸‸‸‸‸\"net.json\") interface Net { @Input(4) Symbol data(); }")
        .option("-Anacre.models=" + folder)
        .reports(
            problem(
                ProblemId.UNKNOWN_OPERATOR,
                "act2 in net.json: there is no operator Aktivation",
                "also in act3",
                "did you mean Activation?"),
            problem(
                ProblemId.BAD_ATTRIBUTE,
                "fc in net.json: num_hidden = \"many\" is not a whole number"),
            problem(
                ProblemId.BAD_ATTRIBUTE,
                "act in net.json: act_type = \"reluu\" is not one of relu, sigmoid, tanh"),
            problem(
                ProblemId.BAD_ATTRIBUTE,
                "drop in net.json: Dropout has no attribute q",
                "it has axes, cudnn_off, mode, p"),
            problem(
                ProblemId.BAD_ATTRIBUTE,
                "cat in net.json: num_args = \"3\", but it has 2 inputs"));
  }

  @Test
  void aMissingAttribute() throws IOException {
    net("@Input(4) Symbol data();", "data", "w", "FullyConnected fc(data, w) no_bias=True")
        .reports(
            ProblemId.MISSING_ATTRIBUTE,
            "fc in net.json: FullyConnected needs the attribute num_hidden",
            "it has flatten, no_bias, num_hidden");
  }

  @Test
  void tooFewInputs() throws IOException {
    net("@Input(4) Symbol data();", "data", "w", "FullyConnected fc(data, w) num_hidden=4")
        .reports(
            ProblemId.WRONG_ARGUMENTS,
            "fc in net.json: FullyConnected takes (data, weight, bias), but its inputs are (data, w)",
            "give it 3 inputs");
  }

  @Test
  void anOutputThatIsNotThere() throws IOException {
    net("@Input(4) Symbol data();", "data", "Flatten flat(data)", "Activation a(flat:2) act_type=relu")
        .reports(
            ProblemId.WRONG_ARGUMENTS,
            "a in net.json: it takes output 2 of flat, which has 1 output");
  }

  @Test
  void aValueThatIsNotSupported() throws IOException {
    net(
            "@Input({8, 8, 3}) Symbol data();",
            "data",
            "w",
            "Convolution c(data, w) num_filter=4; kernel=(3, 3); no_bias=True; layout=NHWC")
        .reports(
            ProblemId.BAD_ATTRIBUTE,
            "c in net.json: layout = \"NHWC\" is not supported",
            "supported: None, NCW, NCHW, NCDHW");
  }

  @Test
  void aDeclarationThatTheFileDoesNotHave() throws IOException {
    Files.writeString(
        folder.resolve("net.json"), SymbolFiles.of("data", "Activation act(data) act_type=relu"));
    ModelCompilation.of(
            """
            @Model @Import("net.json") interface Net {
              @Input(4) Symbol data();
              @Input(4) Symbol ‸dta();
              @Input(4) Symbol ‸act();
              @Relu Symbol ‸more(Symbol data);
            }
            """)
        .option("-Anacre.models=" + folder)
        .reports(
            problem(
                ProblemId.UNKNOWN_VARIABLE,
                "dta: net.json has no variable of this name",
                "it has data",
                "did you mean data?"),
            problem(ProblemId.UNKNOWN_VARIABLE, "act: in net.json it is the operator Activation"),
            problem(ProblemId.BAD_NODE, "more: a model with @Import declares variables"));
  }

  @Test
  void noFile() throws IOException {
    ModelCompilation.of("@Model @Import(‸\"none.json\") interface Net {}")
        .option("-Anacre.models=" + folder)
        .reports(
            ProblemId.MISSING_FILE,
            "there is no file none.json in " + folder,
            "the folder is that of the option -Anacre.models");
  }

  @Test
  void noFolder() {
    ModelCompilation.of("@Model @Import(‸\"none.json\") interface Net {}")
        .reports(
            ProblemId.MISSING_FILE,
            "the compiler does not tell where Net is",
            "-Anacre.models=FOLDER");
  }

  @Test
  void notASymbolFile() throws IOException {
    Files.writeString(folder.resolve("net.onnx"), "");
    ModelCompilation.of("@Model @Import(‸\"net.onnx\") interface Net {}")
        .option("-Anacre.models=" + folder)
        .reports(ProblemId.BAD_FILE, "net.onnx is of no known kind", "NAME-symbol.json");
  }

  @Test
  void brokenFiles() throws IOException {
    broken("", "line 1: ");
    broken("[]", "the file does not hold an object");
    broken("{\"nodes\": [", "line 1: Unexpected end-of-input");
    broken("{\"nodes\": {}}", "nodes is not a list [...]");
    broken("{\"nodes\": []}", "the file has no key arg_nodes", "nodes, arg_nodes, heads");
    broken(
        "{\"nodes\": [], \"arg_nodes\": [], \"heads\": []}", "heads is empty");
    broken(
        "{\"nodes\": [], \"arg_nodes\": [], \"head\": []}",
        "the file has an unknown key head",
        "did you mean heads?");
    broken(
        "{\"nodes\": [{\"op\": \"null\", \"name\": \"a\"}], \"arg_nodes\": [0], \"heads\": [[0, 0]]}",
        "line 1: node 0 has no key inputs");
    broken(
        SymbolFiles.of("a", "a"), "nodes 0 and 1 are both named a", "rename one of them");
    broken(
        SymbolFiles.of("a", "Flatten f(a)").replace("[[0, 0, 0]]", "[[1, 0, 0]]"),
        "node f: inputs has [1, 0, 0], but only the nodes before it can be taken: 0 to 0");
    broken(
        SymbolFiles.of("a", "Flatten f(a)").replace("\"heads\": [[1", "\"heads\": [[7"),
        "heads has node 7, but there are only the nodes 0 to 1");
    broken(
        SymbolFiles.of("a", "Flatten f(a)").replace("arg_nodes\": [0]", "arg_nodes\": [1]"),
        "arg_nodes has node 1, which is no variable");
    broken(
        SymbolFiles.of("a", "Flatten f(a)").replace("[[0, 0, 0]]", "[[0, 0, 0]], \"control_deps\": [0]"),
        "node f: control_deps is not supported");
  }

  private void broken(String text, String... fragments) throws IOException {
    String[] all = new String[fragments.length];
    System.arraycopy(fragments, 0, all, 0, fragments.length);
    file("", text).reports(ProblemId.BAD_FILE, all);
  }

  @Test
  void theFolderOfTheSourceFile() throws IOException {
    Files.writeString(
        folder.resolve("net.json"), SymbolFiles.of("data", "Activation act(data) act_type=relu"));
    Path source = folder.resolve("Net.java");
    Files.writeString(
        source,
        """
        import io.nacre.annotations.*;
        @Model @Import("net.json") interface Net { @Input(4) Symbol data(); }
        """);
    assertEquals("", Javac.compile(source, folder.resolve("out")));
    assertTrue(Files.exists(folder.resolve("out/NetGraph-symbol.json")));
  }

  @Test
  void warningsOfTheNetworkAreNotOurs() throws IOException {
    right(
            "@Input({3, 8, 8}) Symbol data();",
            "data",
            "w",
            "b",
            "Convolution conv(data, w, b) num_filter=4; kernel=(3, 3)",
            "g",
            "beta",
            "mean",
            "var",
            "BatchNorm bn(conv, g, beta, mean, var)")
        .succeeds();
  }

  @Test
  void hundredsOfHeads() throws IOException {
    String[] nodes = new String[301];
    nodes[0] = "data";
    StringBuilder heads = new StringBuilder();
    for (int i = 1; i <= 300; i++) {
      nodes[i] = "Activation a%d(data) act_type=relu".formatted(i);
      heads.append(i == 1 ? "" : ", ").append("[%d, 0, 0]".formatted(i));
    }
    Files.writeString(
        folder.resolve("net.json"),
        SymbolFiles.of(nodes).replace("[[300, 0, 0]]", "[" + heads + "]"));
    ModelCompilation.of("@Model @Import(\"net.json\") interface Net { @Input(4) Symbol data(); }")
        .option("-Anacre.models=" + folder)
        .using("net.infer(null).a300();")
        .succeeds();
  }
}
