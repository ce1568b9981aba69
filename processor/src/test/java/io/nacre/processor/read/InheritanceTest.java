package io.nacre.processor.read;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_MODEL;
import static io.nacre.processor.problem.ProblemId.BAD_NODE;
import static io.nacre.processor.problem.ProblemId.BIAS_BEFORE_NORM;
import static io.nacre.processor.problem.ProblemId.KERNEL_TOO_LARGE;
import static io.nacre.processor.problem.ProblemId.NAME_CLASH;
import static io.nacre.processor.problem.ProblemId.OVERLOAD;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.ReadModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Models that extend others.
class InheritanceTest {
  private static final String NET =
      """
      @Model interface Net {
        @Input({1, 12, 12}) Symbol data();
        @Conv(filters = 4, kernel = 5) Symbol conv(Symbol data);
        @Relu Symbol relu(Symbol conv);
        @FullyConnected(units = 10) Symbol fc(Symbol relu);
        @SoftmaxOutput Symbol out(Symbol fc);
      }
      """;

  @Test
  void parentsFirstAndOverridesInPlace() {
    assertEquals(
        List.of(
            "data = @Input({1, 12, 12})",
            "conv = @Conv(filters = 8, kernel = 3) (data)",
            "relu = @Relu (conv)",
            "fc = @FullyConnected(units = 3) (tanh)",
            "out = @SoftmaxOutput (fc)",
            "tanh = @Tanh (relu)"),
        nodes(
            """
            @Model interface M extends Net {
              @Tanh Symbol tanh(Symbol relu);
              @FullyConnected(units = 3) Symbol fc(Symbol tanh);
              @Conv(filters = 8, kernel = 3) Symbol conv(Symbol data);
            }
            """
                + NET));
  }

  @Test
  void severalParentsInTheirOrder() {
    assertEquals(
        List.of(
            "first = @Input(3)",
            "data = @Input(4)",
            "extra = @Tanh (data)",
            "second = @Relu (first)",
            "own = @FullyConnected(units = 3) (extra)",
            "sum = @Plus (own, second)"),
        nodes(
            """
            @Model abstract class M extends Base implements B, C {
              @FullyConnected(units = 3) abstract Symbol own(Symbol extra);
              @Plus abstract Symbol sum(Symbol own, Symbol second);
            }
            abstract class Base { @Input(3) abstract Symbol first(); int helper() { return 3; } }
            interface A { @Input(5) Symbol data(); }
            interface B extends A { @Input(4) Symbol data(); @Tanh Symbol extra(Symbol data); }
            interface C extends A { @Relu Symbol second(Symbol first); }
            """));
  }

  @Test
  void blocksCallsAndMarksAreInherited() {
    ModelCompilation.of(
            """
            @Model interface M extends Net2 {
              @Input({2, 9, 9}) Symbol data();
            }
            @Model interface Net2 {
              @Input({3, 9, 9}) Symbol data();
              @Repeat(2) @ConvRelu(filters = 3) Symbol stem(Symbol data);
              @Call(Head.class) Symbol head(@From("stem1.conv") Symbol c);
              @Output @FullyConnected(units = 3) Symbol fc(Symbol stem);
              @Output @Tanh Symbol tanh(Symbol head);
            }
            @Model interface Head {
              @Variable({BATCH, 3, 9, 9}) Symbol x();
              @Relu Symbol y(Symbol x);
            }
            @Block @interface ConvRelu {
              @Sets("conv") int filters();
              interface Body extends BlockBody {
                @Conv(filters = PARAM, kernel = 3, pad = 1) Symbol conv(Symbol data);
                @Relu Symbol relu(Symbol conv);
              }
            }
            """)
        .using("net.infer(null).fc(); net.infer(null).tanh(); net.parameters().stem2_conv_bias();")
        .succeeds();
  }

  @Test
  void shapeThatNoLongerFits() {
    ModelCompilation.of(
            "@Model ‸interface M extends Net {\n@Input({1, 4, 4}) Symbol data();\n}\n" + NET)
        .reports(
            KERNEL_TOO_LARGE,
            "conv: kernel 5x5 is larger than its padded input 4x4",
            "where conv is inherited from Net: @Conv(filters = 4, kernel = 5)");
  }

  @Test
  void mistakeInsideAnInheritedBlock() {
    ModelCompilation.of(
            """
            @Model ‸interface M extends Net2 { @Input({1, 2, 2}) Symbol data(); }
            @Model interface Net2 {
              @Input({1, 8, 8}) Symbol data();
              @Three Symbol c(Symbol data);
            }
            @Block @interface Three {
              interface Body extends BlockBody {
                @Conv(filters = 3, kernel = 3) Symbol conv(Symbol data);
              }
            }
            """)
        .reports(
            KERNEL_TOO_LARGE,
            "c.conv: kernel 3x3",
            "where c is inherited from Net2: @Three",
            "and c.conv is @Conv(filters = 3, kernel = 3)");
  }

  @Test
  void edgeThatIsNotThere() {
    ModelCompilation.of(
            """
            @Model ‸interface M extends Nodes { @Input(3) Symbol data(); }
            interface Nodes { @Relu Symbol relu(Symbol dat); }
            """)
        .reports(
            UNKNOWN_EDGE,
            "relu: no node is named dat",
            "where relu is inherited from Nodes: @Relu",
            "did you mean data?");
  }

  @Test
  void anotherNumberOfEdges() {
    ModelCompilation.of(
            """
            @Model interface M extends Net {
              @FullyConnected(units = 3) Symbol ‸fc(Symbol relu, @Weight Symbol w);
              @Parameter Symbol w();
            }
            """
                + NET)
        .reports(
            OVERLOAD,
            "fc: fc(Symbol relu, Symbol w) does not replace fc(Symbol relu) of Net",
            "with as many edges, or rename yours");
  }

  @Test
  void twoParents() {
    ModelCompilation.of(
            """
            @Model ‸interface M extends A, B { @Input(3) Symbol data(); }
            interface A { @Relu Symbol act(Symbol data); }
            interface B { @Tanh Symbol act(Symbol data); }
            """)
        .reports(
            NAME_CLASH,
            "act: M inherits it from A and from B",
            "declare it in M, which replaces both: Symbol act(Symbol data);");
  }

  @Test
  void twoParentsAndAChoice() {
    ModelCompilation.of(
            """
            @Model interface M extends A, B {
              @Input(3) Symbol data();
              @Relu Symbol act(Symbol data);
            }
            interface A { @Relu Symbol act(Symbol data); }
            interface B { @Tanh Symbol act(Symbol data); }
            """)
        .succeeds();
  }

  @Test
  void replacedWithoutALayer() {
    ModelCompilation.of("@Model interface M extends Net { Symbol ‸fc(Symbol relu); }\n" + NET)
        .reports(BAD_NODE, "fc: no annotation says what it computes");
  }

  @Test
  void replacedByABody() {
    ModelCompilation.of(
            """
            @Model interface M extends Net {
              default Symbol ‸fc(Symbol relu) { return relu; }
            }
            """
                + NET)
        .reports(
            BAD_NODE, "fc: it replaces the node fc of Net, but has a body", "end it with a semicolon");
  }

  @Test
  void wrongParentIsReportedOnce() {
    ModelCompilation.of(
            """
            @Model interface M extends Wrong {
              @FullyConnected(units = 4) Symbol fc(Symbol data);
            }
            @Model interface Wrong {
              @Input(3) Symbol data();
              @FullyConnected(units = ‸-1) Symbol fc(Symbol data);
              @Relu Symbol relu(Symbol ‸fcc);
            }
            """)
        .using("net.infer(null).relu();")
        .reports(
            problem(BAD_ATTRIBUTE, "fc: units = -1"), problem(UNKNOWN_EDGE, "no node is named fcc"));
  }

  @Test
  void clashOfTheParentIsReportedOnce() {
    ModelCompilation.of(
            """
            @Model interface M extends P { @Sigmoid Symbol more(Symbol act); }
            @Model ‸interface P extends A, B { @Input(3) Symbol data(); }
            interface A { @Relu Symbol act(Symbol data); }
            interface B { @Tanh Symbol act(Symbol data); }
            """)
        .reports(NAME_CLASH, "act: P inherits it from A and from B");
  }

  @Test
  void wrongNodeOfTwoHeirsIsReportedOnce() {
    ModelCompilation.of(
            """
            @Model interface M extends Nodes { @Input(3) Symbol data(); }
            @Model interface N extends Nodes { @Input(4) Symbol data(); }
            interface Nodes { @Relu Symbol ‸relu(Symbol data) throws Exception; }
            """)
        .reports(BAD_NODE, "relu: it has a throws clause");
  }

  @Test
  void warningsOfTheParentAreItsOwn() {
    ModelCompilation.of(
            """
            @Model interface M extends Normed { @Input({1, 9, 9}) Symbol data(); }
            @Model interface Normed {
              @Input({1, 8, 8}) Symbol data();
              @Conv(filters = 3, kernel = 3) Symbol ‸conv(Symbol data);
              @BatchNorm Symbol norm(Symbol conv);
            }
            """)
        .reports(BIAS_BEFORE_NORM, "conv: its bias does nothing");
  }

  @Test
  void warningsOfTypesThatAreNoModels() {
    ModelCompilation.of(
            """
            @Model ‸interface M extends Nodes { @Input({1, 9, 9}) Symbol data(); }
            interface Nodes {
              @Conv(filters = 3, kernel = 3) Symbol conv(Symbol data);
              @BatchNorm Symbol norm(Symbol conv);
            }
            """)
        .reports(BIAS_BEFORE_NORM, "conv: its bias does nothing", "where conv is inherited from");
  }

  @Test
  void missingParentIsLeftToTheCompiler() {
    ModelCompilation.of("@Model interface M extends Missing { @Input(3) Symbol data(); }")
        .leavesErrorsToTheCompiler("cannot find symbol");
  }

  @Test
  void classOfAnotherKind() {
    ModelCompilation.of(
            """
            @Model abstract ‸class M implements Comparable<M> {
              @Input(3) abstract Symbol data();
              @Tanh abstract Symbol out(Symbol data);
            }
            """)
        .reports(BAD_MODEL, "M inherits compareTo from Comparable, where it is no node");
  }

  private static List<String> nodes(String model) {
    ReadModel read = ReadModel.of(model);
    assertEquals(List.of(), read.problems().all());
    return read.declaration().nodes().stream().map(NodeDeclaration::text).toList();
  }
}
