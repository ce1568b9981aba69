package io.nacre.processor.infer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.GROUPS;
import static io.nacre.processor.problem.ProblemId.LABEL_SHAPE;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// Mistakes with softmax, reductions, normalizations and losses: the caret, the numbers, and no
/// second error.
///
/// A catalogue, long because it has one model for each mistake.
class LayerMessagesTest {
  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of("@Model\ninterface M {\n" + nodes.indent(2) + "}\n");
  }

  /// One layer on `N x 6 x 4`.
  private static ModelCompilation layer(String node) {
    return model("@Input({6, 4}) Symbol x();\n" + node);
  }

  // ---- axes

  @Test
  void axisBeyondTheRank() {
    layer("@Softmax(axis = ‸3) Symbol y(Symbol x);")
        .reports(
            BAD_ATTRIBUTE,
            "y: axis = 3, but x N x 6 x 4 has 3 axes",
            "use 0 to 2, or -3 to -1 counted from the end");
    layer("@LayerNorm(axis = ‸-4) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: axis = -4, but x N x 6 x 4 has 3 axes", "use 0 to 2");
    layer("@ArgMin(axis = ‸7) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: axis = 7, but x N x 6 x 4 has 3 axes");
  }

  @Test
  void oneOfSeveralAxes() {
    layer("@Sum(axis = {0, ‸5}) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: axis = 5, but x N x 6 x 4 has 3 axes", "use 0 to 2");
  }

  @Test
  void repeatedAxis() {
    layer("@Mean(axis = {1, 2, ‸-2}) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: axis has axis 1 twice", "name each axis once");
  }

  @Test
  void severalAxesForOnePlace() {
    layer("@ArgMax(axis = {1, ‸2}) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: axis = {1, 2} names 2 axes", "use one, or none");
  }

  @Test
  void scalarWithoutAxis() {
    model(
            """
            @Variable({}) Symbol x();
            ‸@LogSoftmax Symbol y(Symbol x);
            """)
        .reports(BAD_ATTRIBUTE, "y: axis = -1, but x scalar has 0 axes", "at least one axis");
  }

  // ---- softmax and rectifiers

  @Test
  void temperatureZero() {
    layer("@Softmin(temperature = ‸0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: temperature = 0 would divide by zero", "such as 2");
    layer("@Softmax(temperature = 0.0 ‸/ 0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: temperature = NaN is not a finite number", "such as 2");
  }

  @Test
  void lengthOfAnotherShape() {
    model(
            """
            @Input({6, 4}) Symbol x();
            @Input(5) Symbol words();
            @Softmax(useLength = true) Symbol y(Symbol x, Symbol ‸words);
            """)
        .reports(
            SHAPE_MISMATCH,
            "y: length words is N x 5, but x without axis 2 is N x 6",
            "one number for each row: N x 6");
  }

  @Test
  void lengthMissing() {
    layer("@Softmax(useLength = true) Symbol ‸y(Symbol x);")
        .reports(WRONG_ARGUMENTS, "@Softmax takes (data, length)", "length is not given");
  }

  @Test
  void channelsNeedMoreAxes() {
    model(
            """
            @Input(10) Symbol x();
            @SoftmaxActivation(mode = SoftmaxMode.CHANNEL) Symbol y(Symbol ‸x);
            """)
        .reports(
            WRONG_RANK,
            "y: x is N x 10, but mode = CHANNEL takes at least 3 axes",
            "SoftmaxMode.INSTANCE");
  }

  @Test
  void badSlopes() {
    layer("@Elu(slope = 1.0 ‸/ 0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: slope = Infinity is not a finite number", "such as 0.25");
    layer(
            """
            @LeakyRelu(type = LeakyReluType.RRELU, lowerBound = ‸0.5, upperBound = 0.25)
            Symbol y(Symbol x);
            """)
        .reports(
            BAD_ATTRIBUTE,
            "y: lowerBound = 0.5 is above upperBound = 0.25",
            "use lowerBound = 0.25 and upperBound = 0.5");
  }

  @Test
  void slopesForAnotherNumberOfChannels() {
    model(
            """
            @Input({6, 4}) Symbol x();
            @Parameter(‸4) Symbol slopes();
            @PRelu Symbol y(Symbol x, @As("gamma") Symbol slopes);
            """)
        .reports(
            WEIGHT_SHAPE,
            "y: gamma slopes is declared 4, but must be 6: one number for each place of axis 1 of x",
            "declare slopes @Parameter({6})");
  }

  // ---- normalizations

  @Test
  void evenWindow() {
    model(
            """
            @Input({6, 4, 4}) Symbol x();
            @LRN(nsize = ‸4) Symbol y(Symbol x);
            """)
        .reports(BAD_ATTRIBUTE, "y: nsize = 4 is even", "use nsize = 3 or 5");
    model(
            """
            @Input({6, 4, 4}) Symbol x();
            @LRN(nsize = ‸0) Symbol y(Symbol x);
            """)
        .reports(BAD_ATTRIBUTE, "y: nsize = 0 is no number of channels", "an odd number");
  }

  @Test
  void responsesOfImagesOnly() {
    layer("@LRN(nsize = 3) Symbol y(Symbol ‸x);")
        .reports(
            WRONG_RANK, "y: x is N x 6 x 4, but @LRN takes N x C x H x W", "N x 3 x 28 x 28");
  }

  @Test
  void badEpsilon() {
    layer("@LayerNorm(eps = ‸-1e-5) Symbol y(Symbol x);")
        .reports(
            BAD_ATTRIBUTE,
            "y: eps = -1.0E-5 cannot keep a divisor from being 0",
            "use a small positive number: eps = 0.001");
    layer("@L2Normalization(eps = 0.0 ‸/ 0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: eps = NaN cannot keep a divisor from being 0");
  }

  @Test
  void groupsDoNotDivide() {
    layer("@GroupNorm(numGroups = ‸4) Symbol y(Symbol x);")
        .reports(
            GROUPS, "y: the 6 channels of x cannot be cut into 4 groups", "use numGroups = 3 or 6");
    layer("@GroupNorm(numGroups = ‸0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: numGroups = 0 is not positive", "use at least 1");
  }

  @Test
  void gammaOfGroups() {
    model(
            """
            @Input({6, 4}) Symbol x();
            @Parameter(‸6) Symbol g();
            @GroupNorm(numGroups = 2) Symbol y(Symbol x, @As("gamma") Symbol g);
            """)
        .reports(
            WEIGHT_SHAPE,
            "y: gamma g is declared 6, but must be 2: one number for each of the groups");
  }

  @Test
  void instancesNeedAnImage() {
    model(
            """
            @Input(10) Symbol x();
            @InstanceNorm Symbol y(Symbol ‸x);
            """)
        .reports(
            WRONG_RANK,
            "y: x is N x 10, but @InstanceNorm takes N x C and at least one axis more",
            "before anything flattens the image, or use @LayerNorm");
  }

  @Test
  void lengthsNeedAxes() {
    model(
            """
            @Input(10) Symbol x();
            @L2Normalization(mode = L2NormalizationMode.SPATIAL) Symbol y(Symbol ‸x);
            """)
        .reports(
            WRONG_RANK,
            "y: x is N x 10, but mode = SPATIAL takes at least 3 axes",
            "L2NormalizationMode.INSTANCE");
  }

  @Test
  void gammaWouldDependOnN() {
    layer("@LayerNorm(axis = 0) Symbol y(Symbol ‸x);")
        .reports(
            BATCH_ARITHMETIC,
            "y: x is N x 6 x 4: axis 0 holds N, so the shape of gamma and beta would depend on the"
                + " batch size",
            "put N on another axis, or fix the batch: @Model(batch = 64)");
    ModelCompilation.of(
            """
            @Model(batch = 64)
            interface M {
              @Input({6, 4}) Symbol x();
              @LayerNorm(axis = 0) Symbol y(Symbol x);
            }
            """)
        .succeeds();
  }

  // ---- reductions

  @Test
  void thirdNorm() {
    layer("@Norm(ord = ‸3) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: ord = 3 is neither 1 nor 2", "sum of absolute values");
  }

  /// The axis was meant to stay.
  @Test
  void meanWithoutItsAxis() {
    model(
            """
            @Input({6, 4}) Symbol x();
            @Mean(axis = 1) Symbol mean(Symbol x);
            @Minus Symbol y(Symbol x, Symbol ‸mean);
            """)
        .reports(SHAPE_MISMATCH, "y: x is N x 6 x 4, but mean is N x 4: 3 and 2 axes");
  }

  @Test
  void channelsNeedAnAxis() {
    model(
            """
            @Input({}) Symbol x();
            @ArgMaxChannel Symbol y(Symbol ‸x);
            """)
        .reports(WRONG_RANK, "y: x is N, without an axis 1 of channels", "such as N x 10");
  }

  @Test
  void operandsOfASum() {
    model(
            """
            @Input({6, 4}) Symbol a();
            @Input({6, 4}) Symbol b();
            @Input(‸{6, 5}) Symbol c();
            @AddN Symbol y(Symbol a, Symbol b, Symbol c);
            """)
        .reports(
            SHAPE_MISMATCH,
            "y: arg2 c is declared N x 6 x 5, but must be N x 6 x 4",
            "declare c @Input({6, 4})");
    model(
            """
            @Input(6) Symbol a();
            @FullyConnected(units = 5) Symbol b(Symbol a);
            @AddN Symbol y(Symbol a, Symbol ‸b, @From("a") Symbol again);
            """)
        .reports(
            SHAPE_MISMATCH, "y: arg1 b is N x 5, but must be N x 6", "set units = 6 on b");
  }

  @Test
  void nothingToAdd() {
    model("@AddN Symbol ‸y();").reports(WRONG_ARGUMENTS, "@AddN takes (arg0)", "is not given");
  }

  // ---- losses

  @Test
  void hingeOnOneHotLabels() {
    model(
            """
            @Input(10) Symbol x();
            @Label(10) Symbol kind();
            @SVMOutput Symbol y(Symbol x, @As("label") Symbol ‸kind);
            """)
        .reports(
            LABEL_SHAPE,
            "y: label kind is N x 10, but for scores N x 10 of x it must be N",
            "feed the index of the class");
  }

  @Test
  void badMargin() {
    layer("@SVMOutput(margin = 0.0 ‸/ 0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: margin = NaN is not a finite number", "such as 1");
  }

  @Test
  void entropyOfTwoAxes() {
    model(
            """
            @Input({6, 4}) Symbol x();
            @Input({}) Symbol kind();
            @SoftmaxCrossEntropy Symbol y(Symbol ‸x, Symbol kind);
            """)
        .reports(
            WRONG_RANK,
            "y: scores x are N x 6 x 4, but @SoftmaxCrossEntropy takes two axes",
            "@SoftmaxOutput");
    model(
            """
            @Input(6) Symbol x();
            @Input(6) Symbol kind();
            @SoftmaxCrossEntropy Symbol y(Symbol x, Symbol ‸kind);
            """)
        .reports(LABEL_SHAPE, "y: label kind is N x 6, but for scores N x 6 of x it must be N");
  }

  @Test
  void classesHoldN() {
    model(
            """
            @Variable({6, Symbol.BATCH}) Symbol x();
            @SVMOutput Symbol y(Symbol ‸x);
            """)
        .reports(BATCH_ARITHMETIC, "y: scores x are 6 x N: N is among the classes");
  }

  @Test
  void badThreshold() {
    layer("@MakeLoss(validThresh = 0.0 ‸/ 0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: validThresh = NaN is not a finite number", "such as 0");
    layer("@MAERegressionOutput(gradScale = 1.0 ‸/ 0) Symbol y(Symbol x);")
        .reports(BAD_ATTRIBUTE, "y: gradScale = Infinity is not a finite number");
  }

  @Test
  void labelOfAnotherSize() {
    model(
            """
            @Input(3) Symbol x();
            @Label(4) Symbol wanted();
            @LogisticRegressionOutput Symbol y(Symbol x, @As("label") Symbol ‸wanted);
            """)
        .reports(LABEL_SHAPE, "y: label wanted is N x 4, but the outputs of x are N x 3");
  }
}
