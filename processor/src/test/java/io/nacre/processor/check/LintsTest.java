package io.nacre.processor.check;

import static io.nacre.processor.problem.ProblemId.BIAS_BEFORE_NORM;
import static io.nacre.processor.problem.ProblemId.DROPOUT_LAST;
import static io.nacre.processor.problem.ProblemId.DROPPED_AXIS;
import static io.nacre.processor.problem.ProblemId.LAYER_AFTER_LOSS;
import static io.nacre.processor.problem.ProblemId.SHARED_BY_NAME;
import static io.nacre.processor.problem.ProblemId.SOFTMAX_TWICE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What is legal and surely not meant, and its legal neighbours.
class LintsTest {
  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        "@Model\ninterface M {\n  @Input({3, 8, 8}) Symbol data();\n" + nodes + "}\n");
  }

  @Test
  void biasBeforeNorm() {
    model(
            """
            @FullyConnected(units = 4) Symbol ‸fc(Symbol data);
            @BatchNorm Symbol bn(Symbol fc);
            """)
        .reports(BIAS_BEFORE_NORM, "fc: its bias does nothing", "bn subtracts", "noBias = true");
  }

  @Test
  void biasThatSomebodyElseSees() {
    model(
            """
            @Conv(filters = 4, kernel = 1) Symbol conv(Symbol data);
            @BatchNorm Symbol bn(Symbol conv);
            @Plus Symbol sum(Symbol bn, Symbol conv);
            """)
        .succeeds();
  }

  @Test
  void biasBeforeMovingAverages() {
    model(
            """
            @Conv(filters = 4, kernel = 1) Symbol conv(Symbol data);
            @BatchNorm(useGlobalStats = true) Symbol bn(Symbol conv);
            """)
        .succeeds();
  }

  @Test
  void noBiasBeforeNorm() {
    model(
            """
            @Conv(filters = 4, kernel = 1, noBias = true) Symbol conv(Symbol data);
            @BatchNorm Symbol bn(Symbol conv);
            """)
        .succeeds();
  }

  @Test
  void dropoutBeforeTheLoss() {
    model(
            """
            @FullyConnected(units = 4) Symbol fc(Symbol data);
            @Dropout Symbol ‸drop(Symbol fc);
            @SoftmaxOutput Symbol out(Symbol drop);
            """)
        .reports(DROPOUT_LAST, "drop: it drops what out learns from", "put it before fc");
  }

  @Test
  void dropoutAsHead() {
    model("@Dropout Symbol ‸drop(Symbol data);\n")
        .reports(DROPOUT_LAST, "drop: it is a head, so results are set to 0 in training");
  }

  @Test
  void layerAfterLoss() {
    model(
            """
            @FullyConnected(units = 4) Symbol fc(Symbol data);
            @SoftmaxOutput Symbol soft(Symbol fc);
            @FullyConnected(units = 4) Symbol more(Symbol ‸soft);
            """)
        .reports(
            LAYER_AFTER_LOSS,
            "more: it comes after the loss soft, which ignores its gradient",
            "take fc instead");
  }

  @Test
  void lossAsLabel() {
    model(
            """
            @FullyConnected(units = 4) Symbol fc(Symbol data);
            @Output @SoftmaxOutput Symbol teacher(Symbol fc);
            @FullyConnected(units = 4) Symbol small(Symbol data);
            @Output @SoftmaxOutput Symbol student(Symbol small, @As("label") Symbol teacher);
            """)
        .succeeds();
  }

  @Test
  void parameterInTwoRoles() {
    model(
            """
            @Parameter Symbol scale();
            @FullyConnected(units = 3) Symbol fc(Symbol data, @Bias Symbol scale);
            @Tanh Symbol tanh(Symbol fc);
            @BatchNorm Symbol bn(Symbol tanh, @As("gamma") Symbol ‸scale);
            """)
        .reports(
            SHARED_BY_NAME,
            "bn: scale is its gamma and the bias of fc: one tensor is trained as both",
            "declare a second @Parameter for the gamma of bn");
  }

  @Test
  void tiedWeights() {
    model(
            """
            @Parameter Symbol w();
            @FullyConnected(units = 192) Symbol fc1(Symbol data, @Weight Symbol w);
            @FullyConnected(units = 192) Symbol fc2(Symbol fc1, @Weight Symbol w);
            """)
        .succeeds();
  }

  @Test
  void softmaxBeforeSoftmaxLoss() {
    model(
            """
            @FullyConnected(units = 10) Symbol fc(Symbol data);
            @Softmax Symbol p(Symbol fc);
            @SoftmaxOutput Symbol out(Symbol ‸p);
            """)
        .reports(SOFTMAX_TWICE, "out: it takes the softmax of p", "take fc instead");
  }

  @Test
  void scoresForBoth() {
    model(
            """
            @FullyConnected(units = 10) Symbol fc(Symbol data);
            @Output @Softmax Symbol p(Symbol fc);
            @Output @SoftmaxOutput Symbol out(Symbol fc);
            """)
        .succeeds();
  }

  /// Nobody expects a gradient through either.
  @Test
  void placesAndBlocksAfterALoss() {
    model(
            """
            @FullyConnected(units = 10) Symbol fc(Symbol data);
            @Output @SoftmaxOutput Symbol out(Symbol fc);
            @Output @ArgMax(axis = 1) Symbol best(Symbol out);
            @BlockGrad Symbol fixed(Symbol out);
            @Output @Sum Symbol sum(Symbol fixed);
            """)
        .succeeds();
  }

  @Test
  void meanThatMeetsAnotherAxis() {
    ModelCompilation.of(
            """
            @Model(batch = 6)
            interface M {
              @Input(6) Symbol data();
              @Mean(axis = 1) Symbol mean(Symbol data);
              @BroadcastMinus Symbol centred(Symbol data, Symbol ‸mean);
            }
            """)
        .reports(
            DROPPED_AXIS,
            "centred: mean has lost axis 1, so what it has of axis 0 is matched with axis 1",
            "keep the axis: @Mean(axis = 1, keepdims = true)");
  }

  @Test
  void meanThatKeepsItsAxis() {
    model(
            """
            @Mean(axis = 1, keepdims = true) Symbol mean(Symbol data);
            @BroadcastMinus Symbol centred(Symbol data, Symbol mean);
            """)
        .succeeds();
  }
}
