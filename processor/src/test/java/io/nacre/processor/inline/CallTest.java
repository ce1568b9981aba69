package io.nacre.processor.inline;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_CALL;
import static io.nacre.processor.problem.ProblemId.LAYER_AFTER_LOSS;
import static io.nacre.processor.problem.ProblemId.RECURSION;
import static io.nacre.processor.problem.ProblemId.SECOND_SINK;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.TYPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNUSED_NODE;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.ReadModel;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import io.nacre.processor.resolve.ModelApi.Feed;
import io.nacre.processor.resolve.ModelApi.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Models inside models.
///
/// A catalogue of models, long because each case is one or two of them, written out.
class CallTest {
  private static final String ENCODER =
      """
      @Model interface Encoder {
        @Input({1, 8, 8}) Symbol image();
        @FullyConnected(units = 6) Symbol fc1(Symbol image);
        @Tanh Symbol code(Symbol fc1);
      }
      """;

  /// Two inputs, two losses, a label of its own, and something that nobody but itself needs.
  private static final String TWO_LOSSES =
      """
      @Model interface TwoLosses {
        @Variable({BATCH, 6}) Symbol state();
        @Label Symbol target();
        @Input(6) Symbol data();
        @Plus Symbol sum(Symbol data, Symbol state);
        @FullyConnected(units = 3) Symbol fc(Symbol sum);
        @Output @SoftmaxOutput Symbol kind(Symbol fc);
        @FullyConnected(units = 2) Symbol fc2(Symbol sum);
        @Output @LinearRegressionOutput Symbol score(Symbol fc2, Symbol target);
      }
      """;

  @Test
  void nodesGetThePrefix() {
    assertEquals(
        List.of(
            "photo = @Input({1, 8, 8})",
            "code_image = @Input({1, 8, 8}) (photo)",
            "code_fc1 = @FullyConnected(units = 6) (code_image)",
            "code_code = @Tanh (code_fc1)",
            "out = @FullyConnected(units = 2) (code_code)"),
        nodes(
            """
            @Input({1, 8, 8}) Symbol photo();
            @Call(Encoder.class) Symbol code(Symbol photo);
            @FullyConnected(units = 2) Symbol out(Symbol code);
            """));
  }

  /// As MXNet's `net2(data2=net1)`.
  @Test
  void argumentsOfTheComposedModel() {
    assertEquals(
        List.of(
            "data", "fc1_weight", "fc1_bias", "net_fc2_weight", "net_fc2_bias"),
        ReadModel.of(
                """
                @Model interface M {
                  @Input(4) Symbol data();
                  @FullyConnected(units = 10) Symbol fc1(Symbol data);
                  @Call(Net2.class) Symbol net(@As("data2") Symbol fc1);
                }
                @Model interface Net2 {
                  @Input(10) Symbol data2();
                  @FullyConnected(units = 10) Symbol fc2(Symbol data2);
                }
                """)
            .layers()
            .orElseThrow()
            .nodes()
            .stream()
            .filter(node -> node.layer().variable() != VariableKind.NONE)
            .map(LayerNode::name)
            .toList());
  }

  @Test
  void lossesAndLabels() {
    ReadModel read =
        read(
            """
            @Input(6) Symbol data();
            @Input(6) Symbol start();
            @Call(TwoLosses.class) Symbol two(Symbol start, Symbol data);
            """);
    assertEquals(
        List.of(
            new Feed("data", false, false),
            new Feed("start", false, false),
            new Feed("two_target", true, false),
            new Feed("two_kind_label", true, false)),
        read.api().feeds());
    assertEquals(
        List.of(new Head("two_kind", false), new Head("two_score", false)), read.api().heads());
  }

  @Test
  void oneOfSeveralHeadsLeavesTheOthersOut() {
    ReadModel read =
        read(
            """
            @Input(6) Symbol data();
            @Call(TwoLosses.class) Symbol two(Symbol data, @From("data") Symbol d);
            @Output @Relu Symbol out(@From(value = "two", output = 1) Symbol score);
            """);
    assertEquals(
        List.of(new Feed("data", false, false), new Feed("two_target", true, false)),
        read.api().feeds());
    assertEquals(List.of("two_fc2_weight", "two_fc2_bias"), read.api().parameters());
  }

  @Test
  void markedCallMarksAllItsHeads() {
    assertEquals(
        List.of(
            new Head("two_kind", false), new Head("two_score", false), new Head("more", true)),
        read(
                """
                @Input(6) Symbol data();
                @Output @Call(TwoLosses.class) Symbol two(Symbol data, @From("data") Symbol d);
                @Output @Tanh Symbol more(@From("two.sum") Symbol sum);
                """)
            .api()
            .heads());
  }

  @Test
  void headsThatNobodyTakesAreHeads() {
    model(
            """
            @Input(6) Symbol data();
            @Call(TwoLosses.class) Symbol ‸two(Symbol data, @From("data") Symbol d);
            @Tanh Symbol ‸out(@From("two.sum") Symbol sum);
            """)
        .reports(
            problem(SECOND_SINK, "two.score: it is a second head beside two.kind"),
            problem(SECOND_SINK, "out: it is a second head beside two.kind"));
  }

  @Test
  void uselessCall() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            @Call(Encoder.class) Symbol ‸code(Symbol photo);
            @Output @FullyConnected(units = 2) Symbol out(Symbol photo);
            """)
        .reports(UNUSED_NODE, "code: no node takes it and it is no head");
  }

  @Test
  void sharedWeights() {
    LayerGraph graph =
        read(
                """
                @Input({1, 8, 8}) Symbol first();
                @Input({1, 8, 8}) Symbol second();
                @Call(Encoder.class) Symbol left(Symbol first);
                @Call(value = Encoder.class, weightsOf = "left") Symbol right(Symbol second);
                @Minus Symbol distance(Symbol left, Symbol right);
                """)
            .layers()
            .orElseThrow();
    assertEquals(
        List.of("left_fc1_weight", "left_fc1_bias"),
        graph.variables(VariableKind.PARAMETER).stream().map(LayerNode::name).toList());
  }

  @Test
  void statesAreSharedToo() {
    LayerGraph graph =
        ReadModel.of(
                """
                @Model interface M {
                  @Input({2, 8, 8}) Symbol first();
                  @Input({2, 8, 8}) Symbol second();
                  @Call(value = Outer.class, weightsOf = "left") Symbol right(Symbol second);
                  @Call(Outer.class) Symbol left(Symbol first);
                  @Minus Symbol distance(Symbol left, Symbol right);
                }
                @Model interface Outer {
                  @Input({2, 8, 8}) Symbol image();
                  @Parameter Symbol shift();
                  @BatchNorm Symbol bn(Symbol image);
                  @Plus Symbol sum(Symbol bn, Symbol shift);
                  @ConvRelu(filters = 3, kernel = 3) Symbol c(Symbol sum);
                  @Call(Inner.class) Symbol in(Symbol c);
                  @Call(value = Inner.class, weightsOf = "in") Symbol again(Symbol in);
                }
                @Model interface Inner {
                  @Input({3, 6, 6}) Symbol data();
                  @Parameter Symbol scale();
                  @Times Symbol out(Symbol data, Symbol scale);
                }
                """
                    + Blocks.CONV_RELU)
            .layers()
            .orElseThrow();
    assertEquals(
        List.of(
            "left_bn_gamma",
            "left_bn_beta",
            "left_shift",
            "left_c_conv_weight",
            "left_c_conv_bias",
            "left_in_scale"),
        graph.variables(VariableKind.PARAMETER).stream().map(LayerNode::name).toList());
    assertEquals(
        List.of("left_bn_moving_mean", "left_bn_moving_var"),
        graph.variables(VariableKind.AUXILIARY).stream().map(LayerNode::name).toList());
  }

  @Test
  void copiesThatShare() {
    LayerGraph graph =
        ReadModel.of(
                """
                @Model interface M {
                  @Input(5) Symbol data();
                  @Repeat(3) @Call(value = Cell.class, weightsOf = "cell1")
                  Symbol cell(Symbol data);
                }
                @Model interface Cell {
                  @Input(5) Symbol data();
                  @FullyConnected(units = 5) Symbol fc(Symbol data);
                }
                """)
            .layers()
            .orElseThrow();
    assertEquals(
        List.of("cell1_fc_weight", "cell1_fc_bias"),
        graph.variables(VariableKind.PARAMETER).stream().map(LayerNode::name).toList());
  }

  @Test
  void noModel() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            @Call(String‸.class) Symbol code(Symbol photo);
            @Call(int[]‸.class) Symbol code2(Symbol photo);
            @Call(Runnable‸.class) Symbol code3(Symbol photo);
            """)
        .reports(
            problem(BAD_CALL, "code: String is no model", "marked @Model"),
            problem(BAD_CALL, "code2: int[] is no model"),
            problem(BAD_CALL, "code3: Runnable is no model"));
  }

  @Test
  void callsItself() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            ‸@Call(M.class) Symbol code(Symbol photo);
            """)
        .reports(RECURSION, "code: M holds itself: M -> M");
  }

  @Test
  void callsItselfThroughABlock() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            @B Symbol code(Symbol photo);
            """,
            """
            @Block @interface B {
              interface Body extends BlockBody {
                ‸@Call(M.class) Symbol m(Symbol data);
              }
            }
            """)
        .reports(RECURSION, "m.code: B holds itself: B -> M -> B");
  }

  @Test
  void tooFewArguments() {
    model("@Input(6) Symbol data(); @Call(TwoLosses.class) Symbol ‸two(Symbol data);")
        .reports(
            WRONG_ARGUMENTS,
            "two: TwoLosses takes (state, data), but data is not given",
            "two(Symbol data, Symbol ...)");
  }

  @Test
  void tooManyArguments() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            @Input(2) Symbol label();
            @Call(Encoder.class) Symbol code(Symbol photo, Symbol ‸label);
            """)
        .reports(WRONG_ARGUMENTS, "code: Encoder takes (image), which leaves nothing for label");
  }

  @Test
  void headThatThereIsNot() {
    model(
            """
            @Input(6) Symbol data();
            @Call(TwoLosses.class) Symbol two(Symbol data, @From("data") Symbol d);
            @Output @Relu Symbol out(@From(value = "two", output = ‸2) Symbol score);
            """)
        .reports(
            WRONG_ARGUMENTS,
            "out: takes output 2 of two, which has 2 values",
            "outputs count from 0: write 0 to 1");
  }

  @Test
  void otherShape() {
    model(
            """
            @Input({1, 6, 8}) Symbol photo();
            @Conv(filters = 1, kernel = {1, 3}) Symbol conv(Symbol photo);
            @Call(Encoder.class) Symbol code(Symbol ‸conv);
            """)
        .reports(
            SHAPE_MISMATCH,
            "code.image: argument conv is N x 1 x 6 x 6, but must be N x 1 x 8 x 8",
            "the called model declares it so",
            "conv    @Conv    N x 1 x 6 x 6   <- into code.image",
            "where code is @Call(Encoder.class)",
            "and code.image is @Input({1, 8, 8})",
            "set pad = 1 on conv");
  }

  @Test
  void otherShapeOfAnInput() {
    model(
            """
            @Input({3, 8, 8}) Symbol photo();
            @Call(Encoder.class) Symbol code(Symbol ‸photo);
            """)
        .reports(
            SHAPE_MISMATCH,
            "code.image: argument photo is N x 3 x 8 x 8, but must be N x 1 x 8 x 8",
            "make photo N x 1 x 8 x 8");
  }

  @Test
  void otherRank() {
    model("@Input(64) Symbol photo(); @Call(Encoder.class) Symbol code(Symbol ‸photo);")
        .reports(SHAPE_MISMATCH, "argument photo is N x 64, but must be N x 1 x 8 x 8");
  }

  @Test
  void otherType() {
    model(
            """
            @Input(value = 3, dtype = DataType.FLOAT64) Symbol data();
            @Call(Single.class) Symbol code(Symbol ‸data);
            """,
            """
            @Model interface Single {
              @Input(value = 3, dtype = DataType.FLOAT32) Symbol x();
              @Tanh Symbol y(Symbol x);
            }
            """)
        .reports(TYPE_MISMATCH, "code.x: ", "float64", "float32");
  }

  @Test
  void shapeIsInferredFromTheCalledModel() {
    model(
            """
            @Variable Symbol photo();
            @Call(Encoder.class) Symbol code(Symbol photo);
            """)
        .option("-Anacre.dump=graph")
        .succeeds();
  }

  @Test
  void wrongModelIsReportedOnce() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            @Call(Wrong.class) Symbol code(Symbol photo);
            @FullyConnected(units = ‸-1) Symbol fc(Symbol code);
            """,
            """
            @Model interface Wrong {
              @Input({1, 8, 8}) Symbol image();
              @Conv(filters = ‸-2, kernel = 9) Symbol conv(Symbol image);
            }
            """)
        .using("net.infer(null).fc();")
        .reports(
            problem(BAD_ATTRIBUTE, "fc: units = -1"), problem(BAD_ATTRIBUTE, "conv: filters = -2"));
  }

  @Test
  void mistakeInsideAppearsAtTheCall() {
    model(
            """
            @Input(value = 3, dtype = DataType.FLOAT64) Symbol data();
            ‸@Call(Weighted.class) Symbol code(Symbol data);
            """,
            """
            @Model interface Weighted {
              @Input(3) Symbol x();
              @Parameter(dtype = DataType.FLOAT32) Symbol w();
              @FullyConnected(units = 3) Symbol fc(Symbol x, @Weight Symbol w);
            }
            """)
        .reports(
            TYPE_MISMATCH,
            "code.fc: ",
            "where code is @Call(Weighted.class)",
            "and code.fc is @FullyConnected(units = 3)");
  }

  @Test
  void otherBatch() {
    model(
            """
            @Input(3) Symbol data();
            @Call(Four‸.class) Symbol four(Symbol data);
            """,
            FOUR)
        .reports(
            BAD_CALL,
            "four: Four is fixed at a batch of 4, but M is for any",
            "mark M @Model(batch = 4), or leave batch out of Four");
  }

  @Test
  void batchesInsideAndOutside() {
    ModelCompilation.of(
            """
            @Model(batch = 4) interface M {
              @Input({1, 8, 8}) Symbol photo();
              @Call(Encoder.class) Symbol code(Symbol photo);
              @FullyConnected(units = 3) Symbol fc(Symbol code);
              @Call(Four.class) Symbol four(Symbol fc);
            }
            """
                + FOUR
                + ENCODER)
        .succeeds();
  }

  @Test
  void weightsOfNoCall() {
    siamese("@Call(value = Encoder.class, weightsOf = ‸\"lef\")")
        .reports(BAD_CALL, "right: no call is named lef", "did you mean left?");
  }

  @Test
  void weightsOfSomethingElse() {
    siamese("@Call(value = Encoder.class, weightsOf = ‸\"photo\")")
        .reports(BAD_CALL, "right: photo is @Input({1, 8, 8}), whose weights are not those of");
  }

  @Test
  void weightsOfAnotherModel() {
    siamese("@Call(value = Other.class, weightsOf = ‸\"left\")")
        .reports(
            BAD_CALL,
            "right: left is @Call(Encoder.class), whose weights are not those of @Call(value = Other",
            "name a call of the same model");
  }

  @Test
  void weightsOfOneThatSharesItself() {
    model(
            """
            @Input({1, 8, 8}) Symbol photo();
            @Call(Encoder.class) Symbol a(Symbol photo);
            @Call(value = Encoder.class, weightsOf = "a") Symbol b(Symbol photo);
            @Call(value = Encoder.class, weightsOf = ‸"b") Symbol c(Symbol photo);
            @Plus Symbol ab(Symbol a, Symbol b);
            @Plus Symbol abc(Symbol ab, Symbol c);
            """)
        .reports(
            BAD_CALL,
            "c: b uses the weights of another itself",
            "name that one: weightsOf = \"a\"");
  }

  @Test
  void lossThatIsCalledWith() {
    model(
            """
            @Input(3) Symbol data();
            @SoftmaxOutput Symbol loss(Symbol data);
            @Call(Small.class) Symbol code(Symbol ‸loss);
            """,
            """
            @Model interface Small {
              @Input(3) Symbol x();
              @Tanh Symbol y(Symbol x);
            }
            """)
        .reports(LAYER_AFTER_LOSS, "code.x: it comes after the loss loss");
  }

  @Test
  void rankOfAVariable() {
    model(
            """
            @Input(3) Symbol data();
            @Call(Cube.class) Symbol cube(Symbol ‸data);
            """,
            """
            @Model interface Cube {
              @Variable({BATCH, 3, 4}) Symbol x();
              @Tanh Symbol y(Symbol x);
            }
            """)
        .reports(SHAPE_MISMATCH, "cube.x: argument data is N x 3, but must be N x 3 x 4");
  }

  private static final String FOUR =
      """
      @Model(batch = 4) interface Four {
        @Input(3) Symbol x();
        @Tanh Symbol y(Symbol x);
      }
      """;

  private static ModelCompilation siamese(String right) {
    return model(
        """
        @Input({1, 8, 8}) Symbol photo();
        @Call(Encoder.class) Symbol left(Symbol photo);
        %s Symbol right(Symbol photo);
        @Plus Symbol sum(Symbol left, Symbol right);
        """
            .formatted(right),
        """
        @Model interface Other {
          @Input({1, 8, 8}) Symbol image();
          @FullyConnected(units = 6) Symbol fc(Symbol image);
        }
        """);
  }

  private static ModelCompilation model(String nodes) {
    return model(nodes, "");
  }

  private static ModelCompilation model(String nodes, String others) {
    return ModelCompilation.of(
        "@Model interface M {\n" + nodes + "}\n" + others + ENCODER + TWO_LOSSES);
  }

  private static ReadModel read(String nodes) {
    ReadModel read =
        ReadModel.of("@Model interface M {\n" + nodes + "}\n" + ENCODER + TWO_LOSSES);
    assertEquals(List.of(), read.problems().all());
    return read;
  }

  private static List<String> nodes(String nodes) {
    return read(nodes).declaration().nodes().stream().map(NodeDeclaration::text).toList();
  }
}
