package io.nacre.processor.inline;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.CYCLE;
import static io.nacre.processor.problem.ProblemId.KERNEL_TOO_LARGE;
import static io.nacre.processor.problem.ProblemId.NAME_CLASH;
import static io.nacre.processor.problem.ProblemId.SECOND_SINK;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static io.nacre.processor.problem.ProblemId.UNUSED_NODE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What is wrong with a use of a block, or only appears there: reported in the user's own line, with the
/// way to the node inside.
class BlockUseTest {
  @Test
  void atTheValueThatTheUseGives() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = ‸{3, 13}) Symbol stem(Symbol image);
            """)
        .reports(
            KERNEL_TOO_LARGE,
            "stem.conv: kernel 3x13 is larger than its padded input 12x12",
            "image   @Input   N x 2 x 12 x 12   <- into stem.conv",
            "where stem is @ConvRelu(filters = 4, kernel = {3, 13})",
            "and stem.conv is @Conv(filters = 4, kernel = {3, 13}, pad = 0)",
            "use a kernel of at most 3x12, or pad = {0, 1}");
  }

  @Test
  void atTheElementOfAnArray() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = {3, ‸0}) Symbol stem(Symbol image);
            """)
        .reports(BAD_ATTRIBUTE, "stem.conv: kernel = 0 is not positive", "use at least 1");
  }

  @Test
  void twoBlocksDeep() {
    Blocks.model(
            """
              @Fork(filters = 4, kernel = ‸13) Symbol fork(Symbol image);
            """)
        .reports(
            KERNEL_TOO_LARGE,
            "fork.right.conv: kernel 13x13 is larger than its padded input 12x12",
            "where fork is @Fork(filters = 4, kernel = 13)",
            "and fork.right is @ConvRelu(filters = 4, kernel = 13)",
            "and fork.right.conv is @Conv(filters = 4, kernel = 13, pad = 0)");
  }

  @Test
  void oneValueThatSetsTwoIsOneMistake() {
    Blocks.model(
            """
              @Fork(filters = ‸0, kernel = 3, pad = 1) Symbol fork(Symbol image);
            """)
        .reports(BAD_ATTRIBUTE, "fork.left.conv: filters = 0 is not positive");
  }

  @Test
  void atTheAnnotationIfNoValueIsToBlame() {
    Blocks.model(
            """
              ‸@Fork(filters = 4, kernel = 5) Symbol fork(Symbol image);
            """)
        .reports(
            SHAPE_MISMATCH,
            "fork.sum: fork.left.relu is N x 4 x 12 x 12, but fork.right.relu is N x 4 x 8 x 8",
            "fork.right.relu   @Relu    N x 4 x 8 x 8     <- into fork.sum",
            "where fork is @Fork(filters = 4, kernel = 5)",
            "and fork.sum is @Plus",
            "set pad = 2 on fork.right.conv");
  }

  @Test
  void atTheAnnotationForADefault() {
    ModelCompilation.of(
            """
            @Block @interface Big {
              @Sets("conv") int[] kernel() default 13;
              interface Body extends BlockBody {
                @Conv(filters = 2, kernel = PARAM) Symbol conv(Symbol data);
              }
            }
            @Model interface M {
              @Input({1, 12, 12}) Symbol image();
              ‸@Big Symbol big(Symbol image);
            }
            """)
        .reports(KERNEL_TOO_LARGE, "big.conv: kernel 13x13", "where big is @Big");
  }

  @Test
  void atTheEdge() {
    Blocks.model(
            """
              @FullyConnected(units = 4) Symbol fc(Symbol image);
              @ConvRelu(filters = 4, kernel = 1) Symbol stem(Symbol ‸fc);
            """)
        .reports(
            WRONG_RANK,
            "stem.conv: fc is N x 4, but @Conv takes N x C x one to three spatial axes",
            "fc      @FullyConnected   N x 4             <- into stem.conv",
            "where stem is @ConvRelu(filters = 4, kernel = 1)");
  }

  @Test
  void atAnEdgeFromInside() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @Output @Plus Symbol sum(Symbol image, @From(‸"stem.conv") Symbol conv);
            """)
        .reports(SHAPE_MISMATCH, "sum: image is N x 2 x 12 x 12, but stem.conv is N x 4 x 10 x 10");
  }

  @Test
  void independentMistakesAtOnce() {
    Blocks.model(
            """
              @ConvRelu(filters = ‸-1, kernel = 3) Symbol stem(Symbol image);
              @ConvRelu(filters = 4, kernel = ‸-3) Symbol other(Symbol image);
              @Plus Symbol sum(Symbol stem, Symbol other);
              @FullyConnected(units = ‸0) Symbol fc(Symbol sum);
            """)
        .reports(
            problem(BAD_ATTRIBUTE, "stem.conv: filters = -1"),
            problem(BAD_ATTRIBUTE, "other.conv: kernel = -3"),
            problem(BAD_ATTRIBUTE, "fc: units = 0"));
  }

  @Test
  void tooFewInputs() {
    Blocks.model("  @ConvRelu(filters = 4, kernel = 3) Symbol ‸stem();")
        .reports(
            WRONG_ARGUMENTS,
            "stem: @ConvRelu takes (data), but data is not given",
            "stem(Symbol ...)");
  }

  @Test
  void tooManyInputs() {
    Blocks.model(
            """
              @Relu Symbol relu(Symbol image);
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image, Symbol ‸relu);
            """)
        .reports(
            WRONG_ARGUMENTS,
            "stem: @ConvRelu takes (data), which leaves nothing for relu",
            "remove the parameter relu");
  }

  @Test
  void inputThatThereIsNot() {
    Blocks.model(
            "  @ConvRelu(filters = 4, kernel = 3) Symbol stem(@As(‸\"dat\") Symbol image);")
        .reports(WRONG_ARGUMENTS, "stem: @ConvRelu has no argument dat", "did you mean data?");
  }

  @Test
  void unknownSource() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol ‸imag);
              @FullyConnected(units = ‸-1) Symbol fc(Symbol image);
              @Output @Plus Symbol sum(Symbol fc, Symbol stem);
            """)
        .reports(
            problem(UNKNOWN_EDGE, "stem: no node is named imag", "did you mean image?"),
            problem(BAD_ATTRIBUTE, "fc: units = -1"));
  }

  @Test
  void misspeltBlockMakesNoHead() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @FullyConnected(units = 3) Symbol fc(Symbol ‸stm);
            """)
        .using("net.infer(null).fc(); net.backward(null);")
        .reports(
            UNKNOWN_EDGE, "fc: no node is named stm", "there are image, stem, fc", "mean stem?");
  }

  @Test
  void underscoresForAPath() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @FullyConnected(units = 3) Symbol fc(Symbol ‸stem_conv);
            """)
        .reports(UNKNOWN_EDGE, "fc: no node is named stem_conv", "write @From(\"stem.conv\")");
  }

  @Test
  void unknownPath() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @FullyConnected(units = 3) Symbol fc(@From(‸"stem.cnov") Symbol x, @Bias Symbol b);
              @FullyConnected(units = 3) Symbol fc2(@From(‸"stem.conv.x") Symbol x);
              @FullyConnected(units = 3) Symbol fc3(@From(‸".stem") Symbol x);
              @Parameter Symbol b();
            """)
        .reports(
            problem(UNKNOWN_EDGE, "fc: no node is named stem.cnov", "did you mean stem.conv?"),
            problem(UNKNOWN_EDGE, "fc2: no node is named stem.conv.x"),
            problem(UNKNOWN_EDGE, "fc3: no node is named .stem"));
  }

  @Test
  void valueThatItDoesNotHave() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @FullyConnected(units = 3) Symbol fc(@From(value = "stem", output = ‸1) Symbol x);
            """)
        .reports(WRONG_ARGUMENTS, "fc: takes output 1 of stem.relu, which has 1 output");
  }

  @Test
  void ringThroughABlock() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol ‸sum);
              @Plus Symbol sum(Symbol stem, Symbol image);
              @Tanh Symbol out(Symbol sum);
            """)
        .reports(
            CYCLE,
            "stem.conv: it depends on itself: stem.conv -> stem.relu -> sum -> stem.conv",
            "let stem.conv take something else than sum");
  }

  @Test
  void clashWithANode() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @Relu Symbol ‸stem_conv(Symbol stem);
              @Tanh Symbol out(Symbol stem_conv);
            """)
        .reports(
            NAME_CLASH,
            "stem_conv: another node of the network is called stem_conv as well",
            "stem.conv is @Conv(filters = 4, kernel = 3, pad = 0)",
            "rename one of them");
  }

  @Test
  void clashOfTwoBlocks() {
    ModelCompilation.of(
            """
            @Block @interface A {
              interface Body extends BlockBody { @Relu Symbol b_c(Symbol data); }
            }
            @Block @interface C {
              interface Body extends BlockBody { @Relu Symbol c(Symbol data); }
            }
            @Model interface M {
              @Input(3) Symbol data();
              @A Symbol a(Symbol data);
              @C Symbol ‸a_b(Symbol a);
            }
            """)
        .reports(NAME_CLASH, "a_b.c: another node of the network is called a_b_c as well");
  }

  @Test
  void clashWithAWeight() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol stem(Symbol image);
              @Parameter Symbol ‸stem_conv_weight();
              @FullyConnected(units = 3) Symbol fc(Symbol stem, @Weight Symbol stem_conv_weight);
            """)
        .reports(
            NAME_CLASH,
            "stem_conv_weight: stem.conv makes a weight of this name itself",
            "rename it");
  }

  @Test
  void uselessBlock() {
    Blocks.model(
            """
              @ConvRelu(filters = 4, kernel = 3) Symbol ‸stem(Symbol image);
              @Output @FullyConnected(units = 3) Symbol fc(Symbol image);
            """)
        .reports(UNUSED_NODE, "stem: no node takes it and it is no head", "mark it by @Output");
  }

  @Test
  void secondSink() {
    Blocks.model(
            """
              @FullyConnected(units = 3) Symbol fc(Symbol image);
              @ConvRelu(filters = 4, kernel = 3) Symbol ‸stem(Symbol image);
            """)
        .using("net.infer(null).fc(); net.infer(null).stem_relu();")
        .reports(
            SECOND_SINK,
            "stem.relu: it is a second head beside fc",
            "did you forget the edge from fc or stem.relu to another node?");
  }

  @Test
  void brokenUseIsLeftToTheCompiler() {
    Blocks.model(
            """
              @ConvRelu(filters = NONE, kernel = 3) Symbol stem(Symbol image);
              @FullyConnected(units = 3) Symbol fc(Symbol stem);
            """)
        .using("net.parameters().stem_conv_weight(); net.infer(null).fc();")
        .leavesErrorsToTheCompiler("cannot find symbol");
  }
}
