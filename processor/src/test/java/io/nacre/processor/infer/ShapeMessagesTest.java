package io.nacre.processor.infer;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_SHAPE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.GROUPS;
import static io.nacre.processor.problem.ProblemId.KERNEL_TOO_LARGE;
import static io.nacre.processor.problem.ProblemId.LABEL_SHAPE;
import static io.nacre.processor.problem.ProblemId.MISSING_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.TYPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNDETERMINED_SHAPE;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// Every kind of shape mistake as javac shows it: the caret, the numbers, and no second error.
class ShapeMessagesTest {
  @Test
  void kernelTooLarge() {
    model(
            """
            @Input({1, 28, 28}) Symbol data();
            @Conv(filters = 20, kernel = 5) Symbol conv1(Symbol data);
            @MaxPool(kernel = 2, stride = 2) Symbol pool1(Symbol conv1);
            @Conv(filters = 50, kernel = ‸{13, 13}) Symbol conv2(Symbol pool1);
            @FullyConnected(units = 10) Symbol fc(Symbol conv2);
            @SoftmaxOutput Symbol out(Symbol fc);
            """)
        .reports(
            KERNEL_TOO_LARGE,
            "conv2: kernel 13x13 is larger than its padded input 12x12",
            "data    @Input     N x 1 x 28 x 28\n",
            "conv1   @Conv      N x 20 x 24 x 24\n",
            "pool1   @MaxPool   N x 20 x 12 x 12   <- into conv2\n",
            "use a kernel of at most 12x12, or pad = {1, 1}");
  }

  @Test
  void residualWithoutPad() {
    model(
            """
            @Input({8, 14, 14}) Symbol data();
            @Conv(filters = 8, kernel = 3) Symbol conv1(Symbol data);
            @Plus Symbol sum(Symbol data, Symbol ‸conv1);
            @FullyConnected(units = 10) Symbol fc(Symbol sum);
            @SoftmaxOutput Symbol out(Symbol fc);
            """)
        .reports(
            SHAPE_MISMATCH,
            "sum: data is N x 8 x 14 x 14, but conv1 is N x 8 x 12 x 12: axes 2 and 3 differ",
            "conv1 loses 2 rows and 2 columns: set pad = 1 on conv1");
  }

  @Test
  void weightDeclaredForAnotherImage() {
    model(
            """
            @Input({6, 12, 12}) Symbol data();
            @Conv(filters = 16, kernel = 5) Symbol conv2(Symbol data);
            @Parameter(‸{120, 400}) Symbol w();
            @FullyConnected(units = 120) Symbol fc1(Symbol conv2, @Weight Symbol w);
            @SoftmaxOutput Symbol out(Symbol fc1);
            """)
        .reports(
            WEIGHT_SHAPE,
            "fc1: weight w is declared 120 x 400, but must be 120 x 1024:"
                + " conv2 gives 1024 features = 16 x 8 x 8",
            "declare w @Parameter({120, 1024})");
  }

  @Test
  void weightSharedByTwoWidths() {
    model(
            """
            @Input(300) Symbol enc();
            @Input(100) Symbol dec();
            @Parameter Symbol w();
            @FullyConnected(units = 20) Symbol a(Symbol enc, @Weight Symbol w);
            @FullyConnected(units = 20) Symbol b(Symbol dec, @Weight Symbol ‸w);
            @Plus Symbol out(Symbol a, Symbol b);
            """)
        .reports(
            WEIGHT_SHAPE,
            "weight w is shared with a, where it is 20 x 300, but here must be 20 x 100");
  }

  @Test
  void oneHotLabel() {
    model(
            """
            @Input(20) Symbol data();
            @Label(50) Symbol digit();
            @FullyConnected(units = 51) Symbol fc(Symbol data);
            @SoftmaxOutput Symbol out(Symbol fc, Symbol ‸digit);
            """)
        .reports(
            LABEL_SHAPE,
            "label digit is N x 50, but for scores N x 51 of fc it must be N: it looks one-hot",
            "feed the index of the class");
  }

  @Test
  void groups() {
    model(
            """
            @Input({4, 8, 8}) Symbol data();
            @Conv(filters = 6, kernel = 1, groups = ‸3) Symbol out(Symbol data);
            """)
        .reports(GROUPS, "the 4 channels of data cannot be cut into 3 groups", "groups = 2");
  }

  @Test
  void convolutionOfFlatInput() {
    model(
            """
            @Input(784) Symbol data();
            @Conv(filters = 6, kernel = 3) Symbol out(Symbol ‸data);
            """)
        .reports(WRONG_RANK, "data is N x 784", "such as N x 1 x 28 x 28");
  }

  @Test
  void numbersAtTheirElements() {
    model(
            """
            @Input({1, ‸0}) Symbol a();
            @Input({1, 9, 9}) Symbol b();
            @Conv(filters = ‸-1, kernel = 3) Symbol c(Symbol b);
            @Conv(filters = 1, kernel = {3, ‸0}) Symbol d(Symbol b);
            ‸@MaxPool Symbol e(Symbol b);
            @MaxPool(kernel = 2, pad = ‸2) Symbol f(Symbol b);
            @Variable({2, BATCH ‸+ 1}) Symbol g();
            @Conv(filters = 1, kernel = 3, stride = ‸{1, 1, 1}) Symbol h(Symbol b);
            @Output @Plus Symbol out(Symbol a, Symbol g);
            @Output @Relu Symbol c1(Symbol c); @Output @Relu Symbol d1(Symbol d);
            @Output @Relu Symbol e1(Symbol e); @Output @Relu Symbol f1(Symbol f);
            @Output @Relu Symbol h1(Symbol h);
            @Output @MaxPool(kernel = ‸0, global = true) Symbol i(Symbol b);
            """)
        .reports(
            problem(BAD_SHAPE, "a: dimension 0 is not positive"),
            problem(BAD_ATTRIBUTE, "c: filters = -1 is not positive"),
            problem(BAD_ATTRIBUTE, "d: kernel = 0 is not positive"),
            problem(MISSING_ATTRIBUTE, "e: the window has no kernel"),
            problem(BAD_ATTRIBUTE, "f: pad = 2 is not smaller than the kernel, 2"),
            problem(BATCH_ARITHMETIC, "g: a dimension is a number or a multiple of BATCH"),
            problem(BAD_ATTRIBUTE, "h: stride = {1, 1, 1} is for 3 spatial axes", "or 2"),
            problem(BAD_ATTRIBUTE, "i: kernel = 0 is not positive"));
  }

  @Test
  void typesOfBothEnds() {
    model(
            """
            @Input(value = 3, dtype = DataType.FLOAT32) Symbol a();
            @Input(value = 3, dtype = DataType.FLOAT64) Symbol b();
            @Relu Symbol c(Symbol a);
            @Plus Symbol out(Symbol c, Symbol ‸b);
            """)
        .reports(TYPE_MISMATCH, "out: b is float64, but a is float32");
  }

  @Test
  void undetermined() {
    model(
            """
            @Variable Symbol ‸a();
            @Variable({0, 3}) Symbol b();
            @Plus Symbol out(Symbol a, Symbol b);
            """)
        .reports(
            UNDETERMINED_SHAPE,
            "a: its shape cannot be inferred",
            "only ? x 3 is known",
            "@Variable({BATCH, 3})");
  }

  @Test
  void aFixedBatchMakesNumbersOfN() {
    ModelCompilation.of(
            """
            @Model(batch = 2)
            interface M {
              @Input(3) Symbol a();
              @Variable({2, 3}) Symbol b();
              @Plus Symbol out(Symbol a, Symbol b);
            }
            """)
        .succeeds();
  }

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of("@Model\ninterface M {\n%s}\n".formatted(nodes));
  }
}
