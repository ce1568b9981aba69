package io.nacre.processor.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shapes that flow forward, backward and around; the cases named after `golden/infer` are MXNet's.
class InferenceTest {
  private static final int BATCH = -65521;

  private final Graphs graphs = new Graphs();

  private TypedGraph infer(LayerGraph graph) {
    Problems problems = new Problems();
    return ShapeInference.infer(graph, problems)
        .orElseThrow(
            () -> new AssertionError(problems.all().stream().map(Problem::message).toList()));
  }

  private void assertShapes(LayerGraph graph, String... namesAndShapes) {
    TypedGraph typed = infer(graph);
    for (int i = 0; i < namesAndShapes.length; i += 2) {
      String name = namesAndShapes[i];
      LayerNode node =
          graph.nodes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
      assertEquals(namesAndShapes[i + 1], typed.shape(node).toString(), name);
    }
  }

  @Test
  void leNet() {
    LayerNode data = graphs.variable("data", "Input", 1, 28, 28);
    LayerNode conv1 = graphs.node("conv1", "Conv", data, "filters", 20, "kernel", 5);
    LayerNode tanh1 = graphs.node("tanh1", "Tanh", conv1);
    LayerNode pool1 = graphs.node("pool1", "MaxPool", tanh1, "kernel", 2, "stride", 2);
    LayerNode fc1 = graphs.node("fc1", "FullyConnected", pool1, "units", 500);
    LayerNode out = graphs.node("out", "SoftmaxOutput", fc1);
    assertShapes(
        graphs.graph(out),
        "data",
        "N x 1 x 28 x 28",
        "conv1_weight",
        "20 x 1 x 5 x 5",
        "conv1_bias",
        "20",
        "tanh1",
        "N x 20 x 24 x 24",
        "pool1",
        "N x 20 x 12 x 12",
        "fc1_weight",
        "500 x 2880",
        "fc1_bias",
        "500",
        "out_label",
        "N",
        "out",
        "N x 500");
  }

  @Test
  void fixedBatchReplacesN() {
    LayerNode data = graphs.variable("data", "Input", 10);
    LayerNode twice = graphs.node("twice", "Variable", List.of(), "value", List.of(2 * BATCH, 4));
    LayerNode fc = graphs.node("fc", "FullyConnected", data, "units", 4);
    LayerNode out = graphs.node("out", "SoftmaxOutput", fc);
    LayerNode relu = graphs.node("relu", "Relu", twice);
    assertShapes(
        graphs.graph(64, out, relu), "data", "64 x 10", "out_label", "64", "relu", "128 x 4");
  }

  @Test
  void elemwiseMerge() {
    LayerNode a = graphs.variable("a", "Variable", 0, 10);
    LayerNode b = graphs.variable("b", "Variable", 12, 0);
    LayerNode c = graphs.node("c", "Plus", List.of(a, b));
    assertShapes(graphs.graph(c), "a", "12 x 10", "b", "12 x 10", "c", "12 x 10");
  }

  @Test
  void mlpBackwards() {
    LayerNode a = graphs.variable("a", "Variable", 0, 10);
    LayerNode fc = graphs.node("fc", "FullyConnected", a, "units", 21);
    LayerNode c = graphs.variable("c", "Variable", 5, 0);
    LayerNode sum = graphs.node("sum", "Plus", List.of(fc, c));
    assertShapes(
        graphs.graph(sum), "a", "5 x 10", "fc_weight", "21 x 10", "c", "5 x 21", "sum", "5 x 21");
  }

  @Test
  void featuresFromTheWeight() {
    LayerNode a = graphs.variable("a", "Variable", 4, 0);
    LayerNode w = graphs.variable("w", "Parameter", 3, 7);
    LayerNode fc = graphs.node("fc", "FullyConnected", a, "weight", w, "units", 3);
    assertShapes(graphs.graph(fc), "a", "4 x 7", "fc", "4 x 3");
  }

  @Test
  void convBackwardsSame() {
    LayerNode a = graphs.variable("a", "Variable", 0, 10, 0, 0);
    LayerNode c = graphs.node("c", "Conv", a, "filters", 21, "kernel", List.of(3, 3), "pad", 1);
    LayerNode r = graphs.variable("r", "Variable", 5, 21, 32, 32);
    LayerNode sum = graphs.node("sum", "Plus", List.of(c, r));
    assertShapes(graphs.graph(sum), "a", "5 x 10 x 32 x 32", "c_weight", "21 x 10 x 3 x 3");
  }

  @Test
  void channelsFromTheWeight() {
    LayerNode a = graphs.variable("a", "Variable", 2, 0, 8, 8);
    LayerNode w = graphs.variable("w", "Parameter", 4, 3, 3, 3);
    LayerNode c = graphs.node("c", "Conv", a, "weight", w, "filters", 4, "kernel", 3, "groups", 2);
    assertShapes(graphs.graph(c), "a", "2 x 6 x 8 x 8", "c", "2 x 4 x 6 x 6");
  }

  @Test
  void convOfOneAxisWithStrideAndDilation() {
    LayerNode a = graphs.variable("a", "Input", 3, 11);
    LayerNode c = graphs.node("c", "Conv", a, "filters", 4, "kernel", 3, "stride", 2);
    LayerNode b = graphs.variable("b", "Input", 1, 9, 9);
    LayerNode d = graphs.node("d", "Conv", b, "filters", 1, "kernel", 3, "dilate", List.of(2, 3));
    assertShapes(
        graphs.graph(c, d), "c_weight", "4 x 3 x 3", "c", "N x 4 x 5", "d", "N x 1 x 5 x 3");
  }

  @Test
  void poolingConventions() {
    LayerNode a = graphs.variable("a", "Input", 2, 7, 8);
    LayerNode valid = graphs.node("valid", "MaxPool", a, "kernel", 2, "stride", 2);
    LayerNode full =
        graphs.node("full", "MaxPool", a, "kernel", 2, "stride", 2, "convention", "FULL");
    LayerNode global = graphs.node("global", "AvgPool", a, "kernel", 5, "global", true);
    assertShapes(
        graphs.graph(valid, full, global),
        "valid",
        "N x 2 x 3 x 4",
        "full",
        "N x 2 x 4 x 4",
        "global",
        "N x 2 x 1 x 1");
  }

  @Test
  void fullyConnectedOnTheLastAxis() {
    LayerNode words = graphs.node("words", "Variable", List.of(), "value", List.of(35, BATCH, 100));
    LayerNode fc = graphs.node("fc", "FullyConnected", words, "units", 8, "flatten", false);
    assertShapes(graphs.graph(fc), "fc_weight", "8 x 100", "fc", "35 x N x 8");
  }

  @Test
  void flattenBothWays() {
    LayerNode a = graphs.variable("a", "Variable", 0, 0, 5);
    LayerNode flat = graphs.node("flat", "Flatten", a);
    LayerNode b = graphs.variable("b", "Variable", 4, 30);
    LayerNode sum = graphs.node("sum", "Plus", List.of(flat, b));
    assertShapes(graphs.graph(sum), "a", "4 x 6 x 5", "flat", "4 x 30");
  }

  @Test
  void labelsOfLosses() {
    LayerNode image = graphs.variable("image", "Input", 10, 3, 3);
    LayerNode multi = graphs.node("multi", "SoftmaxOutput", image, "multiOutput", true);
    LayerNode last = graphs.node("last", "SoftmaxOutput", image, "preserveShape", true);
    LayerNode rows = graphs.node("rows", "SoftmaxOutput", image);
    LayerNode price = graphs.variable("price", "Input", 1);
    LayerNode regression = graphs.node("regression", "LinearRegressionOutput", price);
    LayerNode many = graphs.node("many", "LinearRegressionOutput", image);
    assertShapes(
        graphs.graph(multi, last, rows, regression, many),
        "multi_label",
        "N x 9",
        "last_label",
        "N x 10 x 3",
        "rows_label",
        "N",
        "regression_label",
        "N",
        "many_label",
        "N x 10 x 3 x 3");
  }

  @Test
  void aTiedWeightHasOneShape() {
    LayerNode data = graphs.variable("data", "Input", 64);
    LayerNode w = graphs.variable("w", "Parameter");
    LayerNode fc1 = graphs.node("fc1", "FullyConnected", data, "weight", w, "units", 64);
    LayerNode fc2 = graphs.node("fc2", "FullyConnected", fc1, "weight", w, "units", 64);
    assertShapes(graphs.graph(fc2), "w", "64 x 64", "fc2", "N x 64");
  }

  /// Labels are of the loss's type if nothing else says so, and say it if nothing else does; indices
  /// beside float16 are float32, since it counts to 2048 only.
  @Test
  void typesOfLabelsAndIndices() {
    LayerNode data = graphs.node("data", "Input", List.of(), "value", 4, "dtype", "FLOAT16");
    LayerNode label = graphs.variable("label", "Variable");
    LayerNode out = graphs.node("out", "SoftmaxOutput", List.of(data, label));
    TypedGraph typed = infer(graphs.graph(out));
    assertEquals("float16", typed.type(label).toString());

    LayerNode open = graphs.variable("open", "Variable", BATCH, 4);
    LayerNode stated =
        graphs.node("stated", "Variable", List.of(), "value", List.of(BATCH), "dtype", "FLOAT64");
    LayerNode second = graphs.node("second", "SoftmaxOutput", List.of(open, stated));
    assertEquals("float64", infer(graphs.graph(second)).type(open).toString());

    LayerNode classes =
        graphs.node("classes", "Variable", List.of(), "value", List.of(BATCH), "dtype", "INT32");
    LayerNode scores = graphs.variable("scores", "Variable", BATCH, 4);
    LayerNode third = graphs.node("third", "SoftmaxOutput", List.of(scores, classes));
    TypedGraph whole = infer(graphs.graph(third));
    assertEquals("float32", whole.type(scores).toString());
    assertEquals("int32", whole.type(classes).toString());

    LayerNode index = graphs.variable("index", "Variable", BATCH);
    LayerNode picked = graphs.node("picked", "Pick", List.of(data, index));
    assertEquals("float32", infer(graphs.graph(picked)).type(index).toString());
  }

  @Test
  void typesSpread() {
    LayerNode data = graphs.variable("data", "Input", 3);
    LayerNode w = graphs.node("w", "Parameter", List.of(), "dtype", "FLOAT64");
    LayerNode fc = graphs.node("fc", "FullyConnected", data, "weight", w, "units", 2);
    LayerNode other = graphs.variable("other", "Input", 3);
    LayerNode relu = graphs.node("relu", "Relu", other);
    LayerGraph graph = graphs.graph(fc, relu);
    TypedGraph typed = infer(graph);
    assertEquals("float64", typed.type(data).toString());
    assertEquals("float64", typed.type(fc).toString());
    assertEquals("float32", typed.type(relu).toString());
  }

  @Test
  void aChainOfFiveThousand() {
    LayerNode last = graphs.variable("n0", "Variable");
    LayerNode first = last;
    for (int i = 1; i <= 5000; i++) {
      last = graphs.node("n" + i, "Relu", last);
    }
    LayerNode b = graphs.variable("b", "Variable", 2, 3);
    LayerNode sum = graphs.node("sum", "Plus", List.of(last, b));
    TypedGraph typed = infer(graphs.graph(sum));
    assertEquals("2 x 3", typed.shape(first).toString());
  }
}
