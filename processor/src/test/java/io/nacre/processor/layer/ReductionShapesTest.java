package io.nacre.processor.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Shapes of reductions, softmax, normalizations and losses, forward and back from what is known.
class ReductionShapesTest {
  private static final int BATCH = -65521;

  private final Graphs graphs = new Graphs();

  private String shape(LayerNode node, int output, LayerNode head) {
    Problems problems = new Problems();
    TypedGraph typed =
        ShapeInference.infer(graphs.graph(head), problems)
            .orElseThrow(
                () -> new AssertionError(problems.all().stream().map(Problem::message).toList()));
    return typed.shape(node, output).toString();
  }

  private String shape(LayerNode node, LayerNode head) {
    return shape(node, 0, head);
  }

  private static List<Integer> numbers(String text) {
    return text == null
        ? List.of()
        : List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    ", false, false, 1",
    ", true, false, 1 x 1 x 1",
    ", false, true, 1",
    "1, false, false, N x 4",
    "-1 0, false, false, 6",
    "0 1 2, false, false, 1",
    "0 1 2, false, true, N x 6 x 4",
    "1, true, false, N x 1 x 4",
    "1, true, true, 1 x 6 x 1",
    "-3, false, true, N",
  })
  void ofReductions(String axes, boolean keepdims, boolean exclude, String expected) {
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode y =
        graphs.node(
            "y", "Sum", x, "axis", numbers(axes), "keepdims", keepdims, "exclude", exclude);
    assertEquals(expected, shape(y, y));
  }

  @Test
  void ofAScalar() {
    LayerNode x = graphs.node("x", "Variable", List.of(), "value", List.of());
    LayerNode y = graphs.node("y", "Max", x);
    assertEquals("1", shape(y, y));
  }

  @Test
  void ofPlaces() {
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode y = graphs.node("y", "ArgMax", x, "axis", List.of(-2));
    assertEquals("N x 4", shape(y, y));
    LayerNode all = graphs.node("all", "ArgMin", x, "keepdims", true);
    assertEquals("1 x 1 x 1", shape(all, all));
    LayerNode channel = graphs.node("channel", "ArgMaxChannel", x);
    assertEquals("N x 4", shape(channel, channel));
  }

  /// The axes that stay are those of the output; the reduced one is declared.
  @Test
  void backFromAReduction() {
    LayerNode x = graphs.variable("x", "Parameter", 0, 5, 0);
    LayerNode y = graphs.node("y", "Mean", x, "axis", List.of(1));
    LayerNode like = graphs.variable("like", "Variable", 2, 3);
    LayerNode sum = graphs.node("sum", "Plus", List.of(y, like));
    assertEquals("2 x 5 x 3", shape(x, sum));
  }

  @Test
  void backFromAReductionThatKeepsItsAxis() {
    LayerNode x = graphs.variable("x", "Parameter", 0, 5, 0);
    LayerNode y = graphs.node("y", "Norm", x, "axis", List.of(-2), "keepdims", true);
    LayerNode like = graphs.variable("like", "Variable", 2, 1, 3);
    LayerNode sum = graphs.node("sum", "Plus", List.of(y, like));
    assertEquals("2 x 5 x 3", shape(x, sum));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Softmax", "LogSoftmax", "Softmin", "SoftmaxActivation", "LeakyRelu", "Elu", "Selu",
        "L2Normalization", "MakeLoss", "BlockGrad", "LayerNorm", "InstanceNorm", "GroupNorm"
      })
  void backThroughLayersThatKeepTheShape(String annotation) {
    LayerNode x = graphs.variable("x", "Parameter");
    LayerNode y = graphs.node("y", annotation, x);
    LayerNode like = graphs.variable("like", "Variable", 2, 4, 3);
    LayerNode sum = graphs.node("sum", "Plus", List.of(y, like));
    assertEquals("2 x 4 x 3", shape(x, sum));
  }

  @Test
  void backThroughAResponse() {
    LayerNode x = graphs.variable("x", "Parameter");
    LayerNode y = graphs.node("y", "LRN", x, "nsize", 3);
    LayerNode like = graphs.variable("like", "Variable", 2, 4, 3, 3);
    LayerNode sum = graphs.node("sum", "Plus", List.of(y, like));
    assertEquals("2 x 4 x 3 x 3", shape(x, sum));
  }

  @Test
  void betweenOperandsOfASum() {
    LayerNode a = graphs.variable("a", "Parameter", 0, 5);
    LayerNode b = graphs.variable("b", "Parameter", 4, 0);
    LayerNode c = graphs.variable("c", "Parameter");
    LayerNode y = graphs.node("y", "AddN", List.of(a, b, c));
    assertEquals("4 x 5", shape(y, y));
    assertEquals("4 x 5", shape(c, y));
  }

  @Test
  void ofParameters() {
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode layer = graphs.node("layer", "LayerNorm", x, "outputMeanVar", true, "axis", 1);
    LayerNode group = graphs.node("group", "GroupNorm", layer, "numGroups", 3);
    LayerNode prelu = graphs.node("prelu", "PRelu", group);
    assertEquals("6", shape(layer.edges().get(1).node(), prelu));
    assertEquals("6", shape(layer.edges().get(2).node(), prelu));
    assertEquals("N x 1 x 4", shape(layer, 1, prelu));
    assertEquals("N x 1 x 4", shape(layer, 2, prelu));
    assertEquals("3", shape(group.edges().get(1).node(), prelu));
    assertEquals("6", shape(prelu.edges().get(1).node(), prelu));
  }

  @Test
  void backFromGamma() {
    LayerNode x = graphs.variable("x", "Variable", BATCH, 0);
    LayerNode gamma = graphs.variable("gamma", "Parameter", 7);
    LayerNode y = graphs.node("y", "LayerNorm", x, "gamma", gamma);
    assertEquals("N x 7", shape(x, y));
  }

  @Test
  void ofMeansOfGroups() {
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode y = graphs.node("y", "GroupNorm", x, "numGroups", 2, "outputMeanVar", true);
    assertEquals("N x 2", shape(y, 1, y));
    assertEquals("N x 2", shape(y, 2, y));
  }

  /// Data of one axis has no channels, and a single slope fits anything.
  @Test
  void ofSlopes() {
    LayerNode flat = graphs.variable("flat", "Variable", BATCH);
    LayerNode y = graphs.node("y", "PRelu", flat);
    assertEquals("1", shape(y.edges().get(1).node(), y));
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode one = graphs.variable("one", "Parameter", 1);
    LayerNode z = graphs.node("z", "PRelu", x, "gamma", one);
    assertEquals("N x 6 x 4", shape(z, z));
  }

  @Test
  void ofLabels() {
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode svm = graphs.node("svm", "SVMOutput", x);
    assertEquals("N x 6", shape(svm.edges().get(1).node(), svm));
    LayerNode scores = graphs.variable("scores", "Input", 4);
    LayerNode kind = graphs.variable("kind", "Variable");
    LayerNode entropy = graphs.node("entropy", "SoftmaxCrossEntropy", List.of(scores, kind));
    assertEquals("N", shape(kind, entropy));
    assertEquals("1", shape(entropy, entropy));
  }

  @Test
  void ofLengths() {
    LayerNode x = graphs.variable("x", "Input", 6, 4);
    LayerNode words = graphs.variable("words", "Variable");
    LayerNode y =
        graphs.node("y", "Softmax", List.of(x, words), "useLength", true, "axis", 1);
    assertEquals("N x 4", shape(words, y));
  }

  @Test
  void backFromLengths() {
    LayerNode x = graphs.variable("x", "Variable", 0, 4);
    LayerNode words = graphs.variable("words", "Variable", 3);
    LayerNode y = graphs.node("y", "Softmax", List.of(x, words), "useLength", true);
    assertEquals("3 x 4", shape(x, y));
  }
}
