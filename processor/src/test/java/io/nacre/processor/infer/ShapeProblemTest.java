package io.nacre.processor.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What wrong shapes are told: one problem, at the right place, with a way out.
///
/// A catalogue of models, long because it is read from top to bottom; the code is at its end.
class ShapeProblemTest {
  private static final int BATCH = -65521;

  private final Graphs graphs = new Graphs();

  private List<Problem> problems(LayerNode... heads) {
    Problems problems = new Problems();
    assertTrue(ShapeInference.infer(graphs.graph(heads), problems).isEmpty());
    return problems.all();
  }

  /// The one problem: its place, then its message.
  private void assertProblem(String place, String message, LayerNode... heads) {
    List<Problem> problems = problems(heads);
    assertEquals(1, problems.size(), () -> problems.stream().map(Problem::message).toList() + "");
    Problem problem = problems.getFirst();
    assertEquals(message.strip(), problem.message());
    assertEquals(place, problem.place().toString());
  }

  private LayerNode conv(String name, LayerNode data, int filters, int kernel) {
    return graphs.node(name, "Conv", data, "filters", filters, "kernel", kernel);
  }

  private LayerNode pool(String name, LayerNode data) {
    return graphs.node(name, "MaxPool", data, "kernel", 2, "stride", 2);
  }

  @Test
  void kernelTooLarge() {
    LayerNode data = graphs.variable("data", "Input", 1, 28, 28);
    LayerNode pool1 = pool("pool1", conv("conv1", data, 20, 5));
    LayerNode conv2 = graphs.node("conv2", "Conv", pool1, "filters", 50, "kernel", List.of(13, 13));
    LayerNode fc = graphs.node("fc", "FullyConnected", conv2, "units", 10);
    LayerNode out = graphs.node("out", "SoftmaxOutput", fc);
    assertProblem(
        "conv2.kernel",
        """
        [nacre/KernelTooLarge] conv2: kernel 13x13 is larger than its padded input 12x12
            data    @Input     N x 1 x 28 x 28
            conv1   @Conv      N x 20 x 24 x 24
            pool1   @MaxPool   N x 20 x 12 x 12   <- into conv2
          use a kernel of at most 12x12, or pad = {1, 1}
        """,
        out);
  }

  @Test
  void pooledToNothing() {
    LayerNode node = graphs.variable("data", "Input", 1, 28, 28);
    for (int i = 0; i < 6; i++) {
      LayerNode conv = graphs.node("conv" + i, "Conv", node, "filters", 4, "kernel", 3, "pad", 1);
      node = pool("pool" + i, conv);
    }
    assertProblem(
        "pool4.kernel",
        """
        [nacre/KernelTooLarge] pool4: kernel 2x2 is larger than its padded input 1x1
            data    @Input     N x 1 x 28 x 28
            conv0   @Conv      N x 4 x 28 x 28
            pool0   @MaxPool   N x 4 x 14 x 14
            ... 3 more
            pool2   @MaxPool   N x 4 x 3 x 3
            conv3   @Conv      N x 4 x 3 x 3
            pool3   @MaxPool   N x 4 x 1 x 1
            conv4   @Conv      N x 4 x 1 x 1     <- into pool4
          use a kernel of at most 1x1, or pad = {1, 1}
        """,
        node);
  }

  @Test
  void residualMissingPad() {
    LayerNode data = graphs.variable("data", "Input", 8, 14, 14);
    LayerNode sum = graphs.node("sum", "Plus", List.of(data, conv("conv1", data, 8, 3)));
    assertProblem(
        "sum(rhs)",
        """
        [nacre/ShapeMismatch] sum: data is N x 8 x 14 x 14, but conv1 is N x 8 x 12 x 12: axes 2 and 3 differ
            data    @Input   N x 8 x 14 x 14   <- into sum
            conv1   @Conv    N x 8 x 12 x 12   <- into sum
          conv1 loses 2 rows and 2 columns: set pad = 1 on conv1
        """,
        sum);
  }

  @Test
  void residualOfTwoConvolutionsMissingBothPads() {
    LayerNode data = graphs.variable("data", "Input", 8, 14, 14);
    LayerNode conv2 = conv("conv2", graphs.node("relu1", "Relu", conv("conv1", data, 16, 3)), 8, 5);
    LayerNode relu2 = graphs.node("relu2", "Relu", conv2);
    List<Problem> problems = problems(graphs.node("sum", "Plus", List.of(relu2, data)));
    assertEquals("set pad = 1 on conv1 and pad = 2 on conv2", problems.getFirst().hint());
  }

  @Test
  void residualChannels() {
    LayerNode data = graphs.variable("data", "Input", 8, 14, 14);
    LayerNode conv1 = graphs.node("conv1", "Conv", data, "filters", 16, "kernel", 3, "pad", 1);
    List<Problem> problems = problems(graphs.node("sum", "Plus", List.of(data, conv1)));
    assertEquals(
        "set filters = 8 on conv1,"
            + " or bring data to N x 16 x 14 x 14: @Conv(filters = 16, kernel = 1)",
        problems.getFirst().hint());
  }

  @Test
  void strideOnOneSideOnly() {
    LayerNode data = graphs.variable("data", "Input", 8, 56, 56);
    LayerNode conv1 =
        graphs.node("conv1", "Conv", data, "filters", 8, "kernel", 3, "stride", 2, "pad", 1);
    LayerNode left = graphs.node("left", "Relu", data);
    List<Problem> problems = problems(graphs.node("sum", "Plus", List.of(left, conv1)));
    assertEquals("set stride = 1 on conv1", problems.getFirst().hint());
  }

  @Test
  void roundingOfPooling() {
    LayerNode data = graphs.variable("data", "Input", 4, 70, 126);
    LayerNode conv = graphs.node("conv", "Conv", data, "filters", 4, "kernel", 3, "stride", 2);
    LayerNode pool =
        graphs.node("pool", "MaxPool", data, "kernel", 3, "stride", 2, "convention", "FULL");
    List<Problem> problems = problems(graphs.node("mix", "Plus", List.of(conv, pool)));
    assertEquals("set convention = PoolingConvention.VALID on pool", problems.getFirst().hint());
  }

  @Test
  void featuresOfTheDenseOperands() {
    LayerNode data = graphs.variable("data", "Input", 10);
    LayerNode a = graphs.node("a", "FullyConnected", data, "units", 4);
    LayerNode b = graphs.node("b", "FullyConnected", data, "units", 5);
    List<Problem> problems = problems(graphs.node("sum", "Plus", List.of(a, b)));
    assertEquals(
        "set units = 4 on b, or bring a to N x 5: @FullyConnected(units = 5)",
        problems.getFirst().hint());
  }

  @Test
  void batchAgainstNumber() {
    LayerNode data = graphs.variable("data", "Input", 3);
    LayerNode a = graphs.variable("a", "Variable", 2, 3);
    List<Problem> problems = problems(graphs.node("sum", "Plus", List.of(data, a)));
    assertEquals(
        "make axis 0 of a N (BATCH stands for N), or fix the batch: @Model(batch = 2)",
        problems.getFirst().hint());
  }

  @Test
  void declaredWeight() {
    LayerNode data = graphs.variable("data", "Input", 6, 12, 12);
    LayerNode flat = graphs.node("flat", "Flatten", conv("conv2", data, 16, 5));
    LayerNode w = graphs.variable("w", "Parameter", 120, 400);
    LayerNode fc1 = graphs.node("fc1", "FullyConnected", flat, "weight", w, "units", 120);
    assertProblem(
        "w.value",
        """
        [nacre/WeightShape] fc1: weight w is declared 120 x 400, but must be 120 x 1024: flat gives 1024 features
            data    @Input       N x 6 x 12 x 12
            conv2   @Conv        N x 16 x 8 x 8
            flat    @Flatten     N x 1024          <- into fc1
            w       @Parameter   120 x 400         <- into fc1
          declare w @Parameter({120, 1024}), or leave its shape out
        """,
        graphs.node("out", "SoftmaxOutput", fc1));
  }

  @Test
  void sharedWeight() {
    LayerNode enc = graphs.variable("enc", "Input", 300);
    LayerNode dec = graphs.variable("dec", "Input", 100);
    LayerNode w = graphs.variable("w", "Parameter");
    LayerNode a = graphs.node("a", "FullyConnected", enc, "weight", w, "units", 20);
    LayerNode b = graphs.node("b", "FullyConnected", dec, "weight", w, "units", 20);
    assertProblem(
        "b(weight)",
        """
        [nacre/WeightShape] b: weight w is shared with a, where it is 20 x 300, but here must be 20 x 100: dec gives 100 features
            dec   @Input       N x 100    <- into b
            w     @Parameter   20 x 300   <- into b
          remove w from b, which then makes weight itself; or give both the same input sizes as a has
        """,
        a,
        b);
  }

  @Test
  void oneHotLabel() {
    LayerNode data = graphs.variable("data", "Input", 20);
    LayerNode fc = graphs.node("fc", "FullyConnected", data, "units", 51);
    LayerNode label = graphs.variable("label", "Label", 50);
    assertProblem(
        "out(label)",
        """
        [nacre/LabelShape] out: label label is N x 50, but for scores N x 51 of fc it must be N: it looks one-hot
            data    @Input            N x 20
            fc      @FullyConnected   N x 51   <- into out
            label   @Label            N x 50   <- into out
          feed the index of the class, a label of shape N, which it has if its shape is left out; or probabilities of shape N x 51
        """,
        graphs.node("out", "SoftmaxOutput", fc, "label", label));
  }

  @Test
  void convolutionHeadWithFlatLabels() {
    LayerNode data = graphs.variable("data", "Input", 4, 1, 1);
    LayerNode head = conv("cccp6", data, 10, 1);
    LayerNode label = graphs.node("label", "Label", List.of(), "value", List.of());
    LayerNode out = graphs.node("out", "SoftmaxOutput", head, "label", label, "multiOutput", true);
    Problem problem = problems(out).getFirst();
    assertEquals(
        "label label is N, but for scores N x 10 x 1 x 1 of cccp6 it must be"
            + " N x 1 or N x 1 x 1 or N x 1 x 1 x 1",
        problem.fact());
    assertEquals(
        "put a @Flatten after cccp6 and drop multiOutput; or give the label the shape N x 1",
        problem.hint());
  }

  @Test
  void regressionLabel() {
    LayerNode data = graphs.variable("data", "Input", 3);
    LayerNode label = graphs.variable("label", "Label", 4);
    Problem problem =
        problems(graphs.node("out", "LinearRegressionOutput", data, "label", label)).getFirst();
    assertEquals("label label is N x 4, but the outputs of data are N x 3", problem.fact());
  }

  @Test
  void groupsOfChannels() {
    LayerNode data = graphs.variable("data", "Input", 4, 8, 8);
    LayerNode conv = graphs.node("gconv", "Conv", data, "filters", 6, "kernel", 1, "groups", 3);
    assertProblem(
        "gconv.groups",
        """
        [nacre/Groups] gconv: the 4 channels of data cannot be cut into 3 groups
            data   @Input   N x 4 x 8 x 8   <- into gconv
          use groups = 2, which divides the channels and the filters
        """,
        conv);
  }

  @Test
  void groupsOfFilters() {
    LayerNode data = graphs.variable("data", "Input", 4, 8, 8);
    LayerNode conv = graphs.node("gconv", "Conv", data, "filters", 5, "kernel", 3, "groups", 2);
    Problem problem = problems(conv).getFirst();
    assertEquals("5 filters cannot be cut into 2 groups", problem.fact());
    assertEquals("use filters = 4 or filters = 6, or groups = 1 or 5", problem.hint());
  }

  @Test
  void convolutionOfFlatInput() {
    LayerNode data = graphs.variable("data", "Input", 784);
    assertProblem(
        "conv(data)",
        """
        [nacre/WrongRank] conv: data is N x 784, but @Conv takes N x C x one to three spatial axes
            data   @Input   N x 784   <- into conv
          give it an image, such as N x 1 x 28 x 28, before anything flattens it
        """,
        conv("conv", data, 4, 3));
  }

  @Test
  void wrongNumbersAreShownAtTheElement() {
    LayerNode data = graphs.variable("data", "Input", 1, 9, 9);
    assertProblem(
        "conv.kernel[1]",
        """
        [nacre/BadAttribute] conv: kernel = 0 is not positive
          use at least 1
        """,
        graphs.node("conv", "Conv", data, "filters", 1, "kernel", List.of(3, 0)));
  }

  @Test
  void wrongCountOfNumbers() {
    LayerNode data = graphs.variable("data", "Input", 1, 9, 9);
    assertProblem(
        "conv.pad",
        """
        [nacre/BadAttribute] conv: pad = {1, 1, 1} is for 3 spatial axes, but data N x 1 x 9 x 9 has 2
          write one number for all axes, or 2
        """,
        graphs.node("conv", "Conv", data, "filters", 1, "kernel", 3, "pad", List.of(1, 1, 1)));
  }

  @Test
  void poolingWithoutKernel() {
    LayerNode data = graphs.variable("data", "Input", 1, 9, 9);
    assertProblem(
        "pool",
        """
        [nacre/MissingAttribute] pool: the window has no kernel
          write kernel = 2, or global = true for one window over everything
        """,
        graphs.node("pool", "MaxPool", data));
  }

  @Test
  void poolingOfPaddingAlone() {
    LayerNode data = graphs.variable("data", "Input", 1, 9, 9);
    assertProblem(
        "pool.pad[0]",
        """
        [nacre/BadAttribute] pool: pad = 2 is not smaller than the kernel, 2: a window would hold nothing but padding
          use pad = 1 at most
        """,
        graphs.node("pool", "MaxPool", data, "kernel", 2, "pad", List.of(2)));
  }

  @Test
  void roundingUpBeyondTheImage() {
    LayerNode data = graphs.variable("data", "Input", 1, 4, 4);
    Problem problem =
        problems(
                graphs.node(
                    "pool", "MaxPool", data, "kernel", 1, "stride", 2, "convention", "FULL"))
            .getFirst();
    assertEquals(
        "rounding up makes a window of kernel 1 and stride 2 that lies beyond the input of 4",
        problem.fact());
  }

  @Test
  void numbersOfLosses() {
    LayerNode data = graphs.variable("data", "Input", 4);
    List<Problem> problems =
        problems(
            graphs.node("a", "SoftmaxOutput", data, "smoothAlpha", 1.0),
            graphs.node("b", "LinearRegressionOutput", data, "gradScale", Double.NaN),
            graphs.node("c", "LpPool", data, "kernel", 2, "pValue", 4),
            graphs.node("d", "FullyConnected", data, "units", 0));
    assertEquals(
        List.of("a.smoothAlpha", "b.gradScale", "c.pValue", "d.units"),
        problems.stream().map(problem -> problem.place().toString()).toList());
  }

  @Test
  void dimensionsOfInputs() {
    List<Problem> problems =
        problems(
            graphs.variable("a", "Input", 3, 0),
            graphs.variable("b", "Input", BATCH, 3),
            graphs.variable("c", "Variable", 2, BATCH + 1),
            graphs.variable("d", "Variable", -2),
            graphs.variable("e", "Variable", BATCH, BATCH));
    assertEquals(
        List.of("a.value[1]", "b.value[0]", "c.value[1]", "d.value[0]", "e.value"),
        problems.stream().map(problem -> problem.place().toString()).toList());
    assertEquals(
        List.of("BadShape", "BadShape", "BatchArithmetic", "BadShape", "BatchArithmetic"),
        problems.stream().map(problem -> problem.id().label()).toList());
  }

  @Test
  void batchUnderAConvolution() {
    LayerNode data = graphs.node("data", "Variable", List.of(), "value", List.of(2, 3, BATCH, 8));
    Problem problem = problems(conv("conv", data, 1, 3)).getFirst();
    assertEquals(
        "data is 2 x 3 x N x 8: @Conv cannot compute with N on a channel or spatial axis",
        problem.fact());
  }

  @Test
  void typesOfBothEnds() {
    LayerNode data = graphs.node("data", "Input", List.of(), "value", 3, "dtype", "FLOAT32");
    LayerNode relu = graphs.node("relu", "Relu", data);
    LayerNode b =
        graphs.node("b", "Variable", List.of(), "value", List.of(BATCH, 3), "dtype", "FLOAT64");
    assertProblem(
        "sum(rhs)",
        """
        [nacre/TypeMismatch] sum: b is float64, but data is float32
          give data and b the same dtype, or add @Cast(DataType.FLOAT32) Symbol b32(Symbol b) and take b32 here
        """,
        graphs.node("sum", "Plus", List.of(relu, b)));
  }

  @Test
  void undetermined() {
    LayerNode a = graphs.variable("a", "Variable", 5, 0);
    LayerNode b = graphs.variable("b", "Variable");
    assertProblem(
        "a",
        """
        [nacre/UndeterminedShape] a: its shape cannot be inferred: only 5 x ? is known
          write it, such as @Variable({5, 1}); or that of b
        """,
        graphs.node("sum", "Plus", List.of(a, b)));
  }

  @Test
  void independentMistakesAreAllReportedAndTheirConsequencesAreNot() {
    LayerNode data = graphs.variable("data", "Input", 1, 8, 8);
    LayerNode unknown = graphs.variable("unknown", "Variable");
    LayerNode conv1 = conv("conv1", data, 4, 9);
    LayerNode sum = graphs.node("sum", "Plus", List.of(conv1, unknown));
    LayerNode fc = graphs.node("fc", "FullyConnected", sum, "units", -1);
    LayerNode conv2 = conv("conv2", data, 4, 10);
    List<Problem> problems = problems(graphs.node("out", "SoftmaxOutput", fc), conv2);
    assertEquals(List.of("conv1", "fc", "conv2"), problems.stream().map(Problem::node).toList());
  }

  @Test
  void batchAmongTheFeatures() {
    LayerNode words = graphs.variable("words", "Variable", 35, BATCH, 100);
    Problem problem = problems(graphs.node("fc", "FullyConnected", words, "units", 8)).getFirst();
    assertEquals("BatchArithmetic", problem.id().label());
    assertTrue(problem.hint().startsWith("set flatten = false, "), problem.hint());
  }

  @Test
  void numbersBeyondAnything() {
    int huge = Integer.MAX_VALUE;
    LayerNode data = graphs.variable("data", "Input", 1, 9, 9);
    LayerNode large = graphs.variable("large", "Input", huge, huge, huge);
    List<Problem> problems =
        problems(
            conv("kernel", data, 1, huge),
            graphs.node("pad", "Conv", data, "filters", 1, "kernel", 3, "pad", huge),
            graphs.node("groups", "Conv", data, "filters", huge, "kernel", 3, "groups", huge - 1),
            graphs.node("units", "FullyConnected", data, "units", huge),
            graphs.node("relu", "Relu", large));
    assertEquals(
        List.of("BadShape", "BadAttribute", "BadAttribute", "Groups", "BadShape"),
        problems.stream().map(problem -> problem.id().label()).toList());
    assertEquals("units_weight", problems.getLast().node());
  }
}
