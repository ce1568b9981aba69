package io.nacre.processor.inline;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_BLOCK;
import static io.nacre.processor.problem.ProblemId.BAD_REPEAT;
import static io.nacre.processor.problem.ProblemId.KERNEL_TOO_LARGE;
import static io.nacre.processor.problem.ProblemId.NAME_CLASH;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.ReadModel;
import io.nacre.processor.read.NodeDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatTest {
  @Test
  void eachFeedsTheNext() {
    assertEquals(
        List.of(
            "data = @Input(8)",
            "fc1 = @FullyConnected(units = 4) (data)",
            "fc2 = @FullyConnected(units = 4) (fc1)",
            "fc3 = @FullyConnected(units = 4) (fc2)",
            "out = @SoftmaxOutput (fc3)"),
        nodes(
            """
            @Input(8) Symbol data();
            @Repeat(3) @FullyConnected(units = 4) Symbol fc(Symbol data);
            @SoftmaxOutput Symbol out(Symbol fc);
            """));
  }

  @Test
  void namesOfThePrefix() {
    assertEquals(
        List.of(
            "data = @Input(8)",
            "layer1_fc = @FullyConnected(units = 4) (data)",
            "layer2_fc = @FullyConnected(units = 4) (layer1_fc)",
            "sum = @Plus (layer2_fc, layer1_fc)"),
        nodes(
            """
            @Input(8) Symbol data();
            @Repeat(value = 2, prefix = "layer%d_") @FullyConnected(units = 4)
            Symbol fc(Symbol data);
            @Plus Symbol sum(Symbol fc, Symbol layer1_fc);
            """));
  }

  /// The first argument is the operator's, wherever its edge is written; the others stay.
  @Test
  void otherArgumentsStay() {
    assertEquals(
        List.of(
            "data = @Input(4)",
            "w = @Parameter",
            "fc1 = @FullyConnected(units = 4) (weight: w, data)",
            "fc2 = @FullyConnected(units = 4) (weight: w, fc1)",
            "sum1 = @Plus (rhs: data, lhs: fc2)",
            "sum2 = @Plus (rhs: data, lhs: sum1)"),
        nodes(
            """
            @Input({4}) Symbol data();
            @Parameter Symbol w();
            @Repeat(2) @FullyConnected(units = 4) Symbol fc(@Weight Symbol w, Symbol data);
            @Repeat(2) @Plus Symbol sum(@As("rhs") Symbol data, @As("lhs") Symbol fc);
            """));
  }

  @Test
  void blocks() {
    assertEquals(
        List.of(
            "image = @Input({2, 12, 12})",
            "c1_conv = @Conv(filters = 4, kernel = 3, pad = 1) (image)",
            "c1_relu = @Relu (c1_conv)",
            "c2_conv = @Conv(filters = 4, kernel = 3, pad = 1) (c1_relu)",
            "c2_relu = @Relu (c2_conv)",
            "sum = @Plus (c2_relu, c1_conv)"),
        nodes(
            """
            @Input({2, 12, 12}) Symbol image();
            @Repeat(2) @ConvRelu(filters = 4, kernel = 3, pad = 1) Symbol c(Symbol image);
            @Plus Symbol sum(Symbol c, @From("c1.conv") Symbol first);
            """));
  }

  @Test
  void copiesInsideABlock() {
    assertEquals(
        List.of(
            "image = @Input({2, 12, 12})",
            "s_c1_conv = @Conv(filters = 4, kernel = 3, pad = 1) (image)",
            "s_c1_relu = @Relu (s_c1_conv)",
            "s_c2_conv = @Conv(filters = 4, kernel = 3, pad = 1) (s_c1_relu)",
            "s_c2_relu = @Relu (s_c2_conv)",
            "s_sum = @Plus (s_c2_relu, s_c1_relu)"),
        nodes(
            """
            @Input({2, 12, 12}) Symbol image();
            @Stack(2) Symbol s(Symbol image);
            """));
  }

  @Test
  void onlyTheLastIsAHead() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(8) Symbol data();
              @Output @Repeat(2) @FullyConnected(units = 4) Symbol fc(Symbol data);
            }
            """)
        .using("net.infer(null).fc2(); net.parameters().fc1_weight();")
        .succeeds();
  }

  @Test
  void longChain() {
    ReadModel read =
        ReadModel.of(
            "@Model interface M { @Input(8) Symbol data();"
                + "@Repeat(5000) @Tanh Symbol t(Symbol data); }");
    assertEquals(5_001, read.layers().orElseThrow().nodes().size());
  }

  @Test
  void lessThanOnce() {
    model(
            """
            @Repeat(‸0) @Relu Symbol a(Symbol data);
            @Repeat(‸-1) @Relu Symbol b(Symbol a);
            """)
        .reports(
            problem(BAD_REPEAT, "a: it is repeated 0 times", "repeat it at least once"),
            problem(BAD_REPEAT, "b: it is repeated -1 times"));
  }

  @Test
  void tooOften() {
    model("@Repeat(‸1_000_000_000) @Relu Symbol a(Symbol data);")
        .reports(
            BAD_REPEAT,
            "a: 1000000000 copies are more than a network can hold",
            "at most 20000 nodes");
  }

  @Test
  void tooManyNodesInAll() {
    model("@Repeat(150) ‸@Stack(150) Symbol a(Symbol image);\n@Input({4, 9, 9}) Symbol image();")
        .reports(BAD_BLOCK, "with it the network has more than 20000 nodes", "repeat less");
  }

  @Test
  void prefixWithoutNumber() {
    model(
            """
            @Repeat(value = 2, prefix = ‸"layer") @Relu Symbol a(Symbol data);
            @Repeat(value = 2, prefix = ‸"l%d-") @Relu Symbol b(Symbol a);
            @Repeat(value = 2, prefix = ‸"%d_") @Relu Symbol c(Symbol b);
            @Repeat(value = 2, prefix = ‸"l%d_%d_") @Relu Symbol d(Symbol c);
            """)
        .reports(
            problem(
                BAD_REPEAT,
                "a: prefix = \"layer\" does not make a name for each copy",
                "write letters, digits and _ with one %d for the number: \"layer%d_\""),
            problem(BAD_REPEAT, "b: prefix = \"l%d-\""),
            problem(BAD_REPEAT, "c: prefix = \"%d_\""),
            problem(BAD_REPEAT, "d: prefix = \"l%d_%d_\""));
  }

  @Test
  void nothingToFeed() {
    model("‸@Repeat(2) @Parameter({3}) Symbol w(); @Plus Symbol sum(Symbol data, Symbol w);")
        .reports(BAD_REPEAT, "w: it takes no edge by which one copy could feed the next");
  }

  @Test
  void clashWithACopy() {
    model(
            """
            @Repeat(2) @Relu Symbol a(Symbol data);
            @Relu Symbol ‸a2(Symbol a);
            @Relu Symbol out(Symbol a2);
            """)
        .reports(
            NAME_CLASH,
            "a2: another node of the network is called a2 as well",
            "a2 is copy 2 of 2 of a: @Relu");
  }

  @Test
  void copyThatThereIsNot() {
    model("@Repeat(2) @Relu Symbol a(Symbol data); @Relu Symbol b(Symbol ‸a3, Symbol ‸a);")
        .reports(
            problem(UNKNOWN_EDGE, "b: no node is named a3", "did you mean a?"),
            problem(WRONG_ARGUMENTS, "b: @Relu takes (data), which leaves nothing for a"));
  }

  @Test
  void oneMistakeForAllCopies() {
    model("@Repeat(3) @FullyConnected(units = ‸-2) Symbol fc(Symbol data);")
        .reports(
            BAD_ATTRIBUTE, "fc1: units = -2", "where fc1 is copy 1 of 3 of fc: @FullyConnected");
  }

  @Test
  void shapeOfALaterCopy() {
    model(
            """
            @Input({1, 12, 12}) Symbol image();
            @Repeat(4) @Conv(filters = 2, kernel = ‸5) Symbol conv(Symbol image);
            @FullyConnected(units = 3) Symbol fc(Symbol conv);
            @Plus Symbol sum(Symbol fc, Symbol data);
            """)
        .reports(
            KERNEL_TOO_LARGE,
            "conv3: kernel 5x5 is larger than its padded input 4x4",
            "conv2   @Conv    N x 2 x 4 x 4     <- into conv3",
            "where conv3 is copy 3 of 4 of conv: @Conv(filters = 2, kernel = 5)",
            "use a kernel of at most 4x4");
  }

  @Test
  void copiesOfOtherShapes() {
    model(
            """
            @Parameter Symbol w();
            @Repeat(2) @FullyConnected(units = 3) Symbol fc(Symbol wide, @Weight Symbol ‸w);
            @Input(5) Symbol wide();
            @Plus Symbol out(Symbol fc, Symbol data);
            """)
        .reports(
            WEIGHT_SHAPE,
            "fc2: weight w is shared with fc1, where it is 3 x 5, but here must be 3 x 3",
            "where fc2 is copy 2 of 2 of fc");
  }

  @Test
  void lastCopyIsUsed() {
    model(
            """
            @Repeat(2) @FullyConnected(units = 4) Symbol fc(Symbol data);
            @Plus Symbol out(Symbol fc, Symbol ‸data);
            """)
        .reports(SHAPE_MISMATCH, "out: fc2 is N x 4, but data is N x 3");
  }

  @Test
  void countOfABlock() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({4, 9, 9}) Symbol image();
              @Stack(‸0) Symbol a(Symbol image);
            }
            """
                + STACK
                + Blocks.CONV_RELU)
        .reports(BAD_REPEAT, "a.c: it is repeated 0 times", "where a is @Stack(0)", "and a.c is @Repeat(0) @ConvRelu");
  }

  @Test
  void blockKnowsItsFirstCopyOnly() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({4, 9, 9}) Symbol image();
              @Pair(times = 2) Symbol a(Symbol image);
            }
            @Block @interface Pair {
              @Sets("r.repeat") int times();
              interface Body extends BlockBody {
                @Repeat(PARAM) @Relu Symbol r(Symbol data);
                @Plus Symbol sum(Symbol r1, Symbol ‸r2);
              }
            }
            """)
        .reports(UNKNOWN_EDGE, "sum: no node is named r2", "there are data, r, sum");
  }

  private static final String STACK =
      """
      @Block @interface Stack {
        @Sets("c.repeat") int value();
        interface Body extends BlockBody {
          @Repeat(PARAM) @ConvRelu(filters = 4, kernel = 3, pad = 1) Symbol c(Symbol data);
          @Plus Symbol sum(Symbol c, Symbol c1);
        }
      }
      """;

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        "@Model interface M {\n@Input(3) Symbol data();\n" + nodes + "}\n" + STACK + Blocks.CONV_RELU);
  }

  private static List<String> nodes(String nodes) {
    ReadModel read =
        ReadModel.of("@Model interface M {\n" + nodes + "}\n" + STACK + Blocks.CONV_RELU);
    assertEquals(List.of(), read.problems().all());
    return read.declaration().nodes().stream().map(NodeDeclaration::text).toList();
  }
}
