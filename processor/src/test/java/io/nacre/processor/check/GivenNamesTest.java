package io.nacre.processor.check;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_NAME;
import static io.nacre.processor.problem.ProblemId.KERNEL_TOO_LARGE;
import static io.nacre.processor.problem.ProblemId.NAME_CLASH;
import static io.nacre.processor.problem.ProblemId.RESERVED_NAME;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with `@Name`, and messages about nodes that have it: they say Java's names.
class GivenNamesTest {
  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of("@Model interface M { @Input(4) Symbol a(); " + nodes + " }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\\t"})
  void empty(String name) {
    model("@Tanh @Name(‸\"%s\") Symbol b(Symbol a);".formatted(name))
        .reports(BAD_NAME, "b: @Name(\"", "\") is no name", "without it MXNet's name is b");
  }

  @Test
  void numbersAreOfCopies() {
    model("@Repeat(2) @Tanh @Name(‸\"b-%d\") Symbol b(Symbol a);")
        .reports(
            BAD_NAME,
            "b: %d in @Name(\"b-%d\") stands for nothing",
            "write %s; copies of @Repeat are numbered by themselves");
  }

  @ParameterizedTest
  @ValueSource(strings = {"50%", "%1$s", "%S", "%%%", "% s"})
  void otherDirectives(String name) {
    model("@Tanh @Name(‸\"%s\") Symbol b(Symbol a);".formatted(name))
        .reports(BAD_NAME, "in @Name(\"" + name + "\") stands for nothing", "or %% for a %");
  }

  @Test
  void twoHoles() {
    model("@Tanh @Name(‸\"%s/%s\") Symbol b(Symbol a);")
        .reports(BAD_NAME, "b: @Name(\"%s/%s\") has %s more than once", "write %s once: \"%s\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\0", "\\177", "\\u2028"})
  void controlCharacters(String letter) {
    model("@Tanh @Name(‸\"fc%s1\") Symbol b(Symbol a);".formatted(letter))
        .reports(BAD_NAME, "b: letter 3 of its name is the control character U+", "one line");
  }

  @Test
  void ofANodeOfABlock() {
    ModelCompilation.of(
            """
            @Model interface M { @Input(4) Symbol a(); @B Symbol b(Symbol a); }
            @Block @interface B {
              interface Body extends BlockBody { @Tanh @Name(‸"%x") Symbol t(Symbol x); }
            }
            """)
        .reports(BAD_NAME, "t: %x in @Name(\"%x\") stands for nothing");
  }

  @Test
  void twoNodesOfOneName() {
    model("@Tanh @Name(\"t-1\") Symbol b(Symbol a); @Tanh @Name(‸\"t-1\") Symbol c(Symbol b);")
        .reports(
            NAME_CLASH,
            "c: its name for MXNet is t-1, which is that of b as well",
            "give it another, @Name(\"t-1_2\")");
  }

  @Test
  void theNameOfAMethod() {
    model("@Tanh @Name(\"c\") Symbol b(Symbol a); @Tanh Symbol ‸c(Symbol b);")
        .reports(NAME_CLASH, "c: its name for MXNet is c, which is that of b as well");
  }

  @Test
  void twoUsesOfOneName() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(4) Symbol a();
              @B @Name("x") Symbol b(Symbol a);
              @Output ‸@B @Name("x") Symbol c(Symbol b);
            }
            @Block @interface B {
              interface Body extends BlockBody { @Tanh @Name("t_%s") Symbol t(Symbol x); }
            }
            """)
        .reports(NAME_CLASH, "c.t: its name for MXNet is t_x, which is that of b.t as well");
  }

  /// Each use would be wrong, so it is said once, at the block.
  @ParameterizedTest
  @ValueSource(strings = {"t_%s", "%s_t"})
  void twoNodesOfABlock(String name) {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(4) Symbol a();
              @B Symbol b(Symbol a);
              @B Symbol c(Symbol b);
            }
            @Block @interface B {
              interface Body extends BlockBody {
                @Tanh @Name("%1$s") Symbol u(Symbol x);
                @Tanh @Name(‸"%1$s") Symbol v(Symbol u);
              }
            }
            """
                .formatted(name))
        .reports(
            NAME_CLASH,
            "v: its name for MXNet is that of u as well: " + name,
            "give it another, @Name(\"%s_2\")".formatted(name));
  }

  /// What is before `_` in one is the use in the other.
  @Test
  void aNameThatIsTheUsesOwn() {
    ModelCompilation.of(
            """
            @Model interface M { @Input(4) Symbol a(); @B Symbol b(Symbol a); }
            @Block @interface B {
              interface Body extends BlockBody {
                @Tanh @Name("%s_v") Symbol u(Symbol x);
                @Tanh Symbol ‸v(Symbol u);
              }
            }
            """)
        .reports(NAME_CLASH, "v: its name for MXNet is that of u as well: %s_v");
  }

  @Test
  void whatALayerMakes() {
    model(
            """
            @FullyConnected(units = 3) @Name("fc-1") Symbol fc(Symbol a);
            @Parameter(3) @Name(‸"fc-1_bias") Symbol b();
            @BroadcastPlus Symbol out(Symbol fc, Symbol b);
            """)
        .reports(
            NAME_CLASH,
            "b: fc makes a bias itself that is fc-1_bias for MXNet as well",
            "give it to fc by a parameter, @Bias Symbol b, or write another @Name");
  }

  @Test
  void whatALayerMakesInJava() {
    model(
            """
            @FullyConnected(units = 3) @Name("fc-1") Symbol fc(Symbol a);
            @Parameter(3) Symbol ‸fc_bias();
            @BroadcastPlus Symbol out(Symbol fc, Symbol fc_bias);
            """)
        .reports(
            NAME_CLASH,
            "fc_bias: fc makes a bias itself that Java calls fc_bias as well",
            "give it to fc by a parameter, @Bias Symbol fc_bias, or rename it");
  }

  @Test
  void aLabelThatALayerMakesInJava() {
    model(
            """
            @Variable({3}) Symbol ‸out_label();
            @Output @SoftmaxOutput @Name("1x1") Symbol out(Symbol a);
            @Output @Tanh Symbol end(Symbol out_label);
            """)
        .reports(NAME_CLASH, "out_label: out makes a label itself that Java calls out_label");
  }

  @Test
  void alikeInJavaOnly() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(4) Symbol a();
              @B Symbol b(Symbol a);
              @Tanh Symbol ‸b_t(Symbol b);
            }
            @Block @interface B {
              interface Body extends BlockBody { @Tanh @Name("t-%s") Symbol t(Symbol x); }
            }
            """)
        .reports(
            NAME_CLASH,
            "b_t: Java calls it b_t, as it calls b.t",
            "rename one of the methods: @Name leaves the name in Java as it is");
  }

  /// It is the method that a class has already, whatever MXNet calls it.
  @Test
  void methodsOfEveryGraph() {
    model("@Tanh @Name(\"ok\") Symbol ‸forward(Symbol a);")
        .reports(RESERVED_NAME, "forward: MGraph has a method of this name itself", "forward1");
    model("@Tanh @Name(\"forward\") Symbol ahead(Symbol a);")
        .using("net.infer(null).ahead();")
        .succeeds();
  }

  @Test
  void edgesThatSayMxnetsName() {
    model(
            """
            @Tanh @Name("tanh") Symbol b(Symbol a);
            @Relu Symbol c(Symbol ‸tanh);
            @Relu Symbol d(@From(‸"b-") Symbol x);
            @Output @Plus Symbol e(Symbol c, Symbol d);
            """)
        .reports(
            problem(UNKNOWN_EDGE, "c: no node is named tanh", "write @From(\"b\")"),
            problem(UNKNOWN_EDGE, "d: no node is named b-", "did you mean b?"));
  }

  @Test
  void messagesSayTheMethod() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({1, 8, 8}) @Name("an image") Symbol data();
              @Conv(filters = 2, kernel = ‸9) @Name("conv-1") Symbol conv1(Symbol data);
            }
            """)
        .reports(
            KERNEL_TOO_LARGE,
            "conv1: kernel 9x9 is larger than its padded input 8x8",
            "data   @Input   N x 1 x 8 x 8   <- into conv1");
  }
}
