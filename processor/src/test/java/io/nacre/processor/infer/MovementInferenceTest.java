package io.nacre.processor.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shapes through layers that move elements: forward with N anywhere, and back to what feeds them.
///
/// A catalogue, long because it is read from top to bottom.
class MovementInferenceTest {
  private static final int BATCH = -65521;
  private static final int NONE = Integer.MIN_VALUE;

  private final Graphs graphs = new Graphs();

  private LayerNode variable(String name, Integer... dims) {
    return graphs.variable(name, "Variable", dims);
  }

  private LayerNode node(String annotation, LayerNode data, Object... attributes) {
    return graphs.node("y", annotation, data, attributes);
  }

  private LayerNode node(String annotation, List<LayerNode> data, Object... attributes) {
    return graphs.node("y", annotation, data, attributes);
  }

  /// A further node that has the shape of `node`, whatever is known of it.
  private LayerNode like(LayerNode node, Integer... dims) {
    return graphs.node("sum", "Plus", List.of(node, variable("like", dims)));
  }

  private TypedGraph infer(LayerNode head, int batch) {
    Problems problems = new Problems();
    return ShapeInference.infer(graphs.graph(batch, head), problems)
        .orElseThrow(
            () -> new AssertionError(problems.all().stream().map(Problem::message).toList()));
  }

  private void assertShape(String shape, LayerNode node) {
    assertEquals(shape, infer(node, 0).shape(node).toString());
  }

  /// Checks the shape of `node`, which follows from its user `head`.
  private void assertBack(String shape, LayerNode node, LayerNode head) {
    assertEquals(shape, infer(head, 0).shape(node).toString());
  }

  @Test
  void concat() {
    LayerNode a = variable("a", BATCH, 2, 5);
    LayerNode b = variable("b", 2 * BATCH, 2, 5);
    assertShape("3N x 2 x 5", node("Concat", List.of(a, b), "axis", 0));
    assertShape("N x 2 x 10", node("Concat", List.of(a, a), "axis", -1));
    assertShape("N x 2 x 5", node("Concat", List.of(a)));
  }

  @Test
  void concatTellsWhatItsArgumentsLack() {
    LayerNode a = variable("a", BATCH, 2, 0);
    LayerNode b = variable("b", 0, 0, 5);
    LayerNode y = node("Concat", List.of(a, b));
    assertBack("N x 5 x 5", b, like(y, BATCH, 7, 5));
    assertBack("N x 2 x 5", a, like(y, BATCH, 7, 5));
    LayerNode open = variable("open");
    assertBack("N x 3", open, like(node("Concat", List.of(variable("c", BATCH, 4), open)), 0, 7));
    LayerNode alone = variable("alone");
    assertBack("N x 7", alone, like(node("Concat", List.of(alone)), BATCH, 7));
  }

  @Test
  void stack() {
    LayerNode a = variable("a", BATCH, 4);
    LayerNode b = variable("b");
    assertShape("2 x N x 4", node("Stack", List.of(a, b)));
    assertShape("N x 4 x 3", node("Stack", List.of(a, b, a), "axis", -1));
    LayerNode c = variable("c", 0, 3);
    LayerNode y = node("Stack", List.of(c, variable("d")), "axis", 1);
    assertBack("N x 3", c, like(y, BATCH, 0, 3));
  }

  @Test
  void sliceChannel() {
    LayerNode a = variable("a", 6 * BATCH, 4);
    assertShape("2N x 4", node("SliceChannel", a, "outputs", 3, "axis", 0));
    LayerNode b = variable("b", BATCH, 3, 2);
    assertShape(
        "N x 2", node("SliceChannel", b, "outputs", 3, "axis", 1, "squeezeAxis", true));
    LayerNode c = variable("c");
    LayerNode y = node("SliceChannel", c, "outputs", 2, "axis", -1);
    assertBack("N x 10", c, like(y, BATCH, 5));
    LayerNode d = variable("d");
    LayerNode z = node("SliceChannel", d, "outputs", 2, "axis", 1, "squeezeAxis", true);
    assertBack("N x 2 x 5", d, like(z, BATCH, 5));
  }

  @Test
  void slices() {
    LayerNode a = variable("a", 2 * BATCH, 10, 8);
    assertShape("2N x 3 x 8", node("SliceAxis", a, "axis", 1, "begin", 2, "end", 5));
    assertShape("2N x 10 x 2", node("SliceAxis", a, "axis", -1, "begin", -2));
    assertShape("N x 10 x 8", node("SliceAxis", a, "axis", 0, "begin", BATCH));
    assertShape(
        "N x 5 x 8",
        node(
            "Slice", a, "begin", List.of(0, 9), "end", List.of(BATCH, NONE),
            "step", List.of(1, -2)));
    // beyond the end is the end
    assertShape(
        "2N x 10 x 8",
        node("Slice", a, "begin", List.of(NONE, -99), "end", List.of(NONE, 99)));
  }

  @Test
  void slicesTellTheOtherAxes() {
    LayerNode a = variable("a", 0, 9);
    assertBack("N x 9", a, like(node("SliceAxis", a, "axis", 1, "end", 5), BATCH, 0));
    LayerNode b = variable("b", 9, 0);
    LayerNode y = node("Slice", b, "begin", List.of(1, NONE), "end", List.of(3, NONE));
    assertBack("9 x 4", b, like(y, 2, 4));
  }

  @Test
  void sliceLikeAndCrop() {
    LayerNode a = variable("a", BATCH, 8, 9);
    LayerNode b = variable("b", BATCH, 3, 4);
    assertShape("N x 3 x 4", node("SliceLike", List.of(a, b)));
    assertShape("N x 8 x 4", node("SliceLike", List.of(a, b), "axes", -1));
    LayerNode c = variable("c", 0, 8);
    LayerNode d = variable("d", 0, 0);
    LayerNode y = node("SliceLike", List.of(c, d), "axes", 1);
    LayerNode head = like(y, BATCH, 5);
    LayerNode known = graphs.node("known", "Plus", List.of(d, variable("e", 7, 0)));
    LayerNode both = graphs.node("both", "ReshapeLike", List.of(known, known));
    Problems problems = new Problems();
    TypedGraph typed =
        ShapeInference.infer(graphs.graph(head, both), problems).orElseThrow();
    assertEquals("N x 8", typed.shape(c).toString());
    assertEquals("7 x 5", typed.shape(d).toString());
    LayerNode image = variable("image", 0, 2, 8, 9);
    LayerNode crop = node("Crop", image, "hW", List.of(3, 4));
    assertBack("N x 2 x 8 x 9", image, like(crop, BATCH, 2, 3, 4));
    LayerNode window = variable("window", 1, 1, 5, 0);
    LayerNode cropped = node("Crop", List.of(variable("large", BATCH, 2, 8, 9), window));
    assertBack("1 x 1 x 5 x 7", window, like(cropped, 0, 0, 0, 7));
  }

  private void assertReshape(String shape, List<Integer> codes, Integer... dims) {
    assertShape(shape, node("Reshape", variable("x", dims), "shape", codes));
  }

  /// The examples of MXNet's documentation, and N.
  @Test
  void reshape() {
    assertReshape("4 x 3 x 2", List.of(4, 0, 2), 2, 3, 4);
    assertReshape("2 x 3 x 4", List.of(2, 0, 0), 2, 3, 4);
    assertReshape("6 x 1 x 4", List.of(6, 1, -1), 2, 3, 4);
    assertReshape("3 x 1 x 8", List.of(3, -1, 8), 2, 3, 4);
    assertReshape("24", List.of(-1), 2, 3, 4);
    assertReshape("2 x 3 x 4", List.of(-2), 2, 3, 4);
    assertReshape("2 x 3 x 4 x 1 x 1", List.of(-2, 1, 1), 2, 3, 4);
    assertReshape("6 x 4", List.of(-3, 4), 2, 3, 4);
    assertReshape("6 x 20", List.of(-3, -3), 2, 3, 4, 5);
    assertReshape("2 x 12", List.of(0, -3), 2, 3, 4);
    assertReshape("1 x 2 x 3 x 4", List.of(-4, 1, 2, -2), 2, 3, 4);
    assertReshape("2 x 1 x 3 x 4", List.of(2, -4, -1, 3, -2), 2, 3, 4);
    assertReshape("N x 12", List.of(0, -1), BATCH, 3, 4);
    assertReshape("6N x 2", List.of(-1, 2), BATCH, 3, 4);
    assertReshape("3N x 4", List.of(-3, 0), BATCH, 3, 4);
    assertReshape("2 x 6N", List.of(2, -1), BATCH, 3, 4);
    assertReshape("12 x N", List.of(12, BATCH), BATCH, 3, 4);
    assertReshape("2 x N x 3", List.of(-4, -1, BATCH, 0), 2 * BATCH, 3);
    LayerNode x = variable("x", 10, 5, 4);
    assertShape("50 x 4", node("Reshape", x, "shape", List.of(-1, 0), "reverse", true));
    assertShape("40 x 5", node("Reshape", x, "shape", List.of(-1, 0), "reverse", false));
    LayerNode heads = variable("heads", BATCH, 6, 8);
    assertShape(
        "N x 6 x 2 x 4",
        node("Reshape", heads, "shape", List.of(-2, 2, 4, -4), "reverse", true));
  }

  @Test
  void reshapeBackwards() {
    LayerNode a = variable("a", 0, 3, 4);
    assertBack("N x 3 x 4", a, like(node("Reshape", a, "shape", List.of(0, -1)), BATCH, 12));
    LayerNode b = variable("b", BATCH, 0, 4);
    assertBack("N x 3 x 4", b, like(node("Reshape", b, "shape", List.of(0, -1)), BATCH, 12));
    LayerNode c = variable("c", BATCH, 0);
    assertBack("N x 6", c, node("Reshape", c, "shape", List.of(0, 2, 3)));
    LayerNode d = variable("d", BATCH, 0);
    assertBack("N x 6", d, like(node("Reshape", d, "shape", List.of(0, -4, 2, -1)), 0, 0, 3));
    LayerNode e = variable("e", 0, 3);
    assertBack("2N x 3", e, like(node("Reshape", e, "shape", List.of(-3)), 6 * BATCH));
  }

  @Test
  void reshapeLike() {
    LayerNode a = variable("a", BATCH, 12);
    assertShape("N x 3 x 4", node("ReshapeLike", List.of(a, variable("b", BATCH, 3, 4))));
    assertShape(
        "N x 2 x 6",
        node(
            "ReshapeLike", List.of(a, variable("c", 7, 2, 6)),
            "lhsBegin", 1, "rhsBegin", 1, "rhsEnd", 3));
    LayerNode d = variable("d", 0, 0);
    LayerNode y =
        node(
            "ReshapeLike", List.of(d, variable("e", 2, 6)), "lhsBegin", -1, "rhsBegin", 0);
    assertBack("N x 12", d, like(y, BATCH, 0, 0));
  }

  @Test
  void axesInAnotherOrder() {
    LayerNode a = variable("a", BATCH, 3, 4);
    assertShape("4 x 3 x N", node("Transpose", a));
    assertShape("3 x N x 4", node("Transpose", a, "axes", List.of(1, 0, -1)));
    assertShape("4 x 3 x N", node("SwapAxes", a, "dim1", 0, "dim2", -1));
    assertShape("N x 3 x 4 x 1", node("ExpandDims", a, "axis", -1));
    assertShape("1 x N x 3 x 4", node("ExpandDims", a, "axis", 0));
    assertShape("N x 3 x 4", node("Reverse", a, "axis", 2));
    LayerNode ones = variable("ones", BATCH, 1, 4, 1);
    assertShape("N x 4", node("Squeeze", ones));
    assertShape("N x 1 x 4", node("Squeeze", ones, "axis", -1));
    assertShape("1", node("Squeeze", variable("one", 1, 1)));
  }

  @Test
  void axesInAnotherOrderBackwards() {
    LayerNode a = variable("a");
    assertBack("N x 3 x 4", a, like(node("Transpose", a, "axes", List.of(1, 2, 0)), 3, 4, BATCH));
    LayerNode b = variable("b");
    assertBack("4 x 3 x N", b, like(node("Transpose", b), BATCH, 3, 4));
    LayerNode c = variable("c");
    assertBack("3 x N x 4", c, like(node("SwapAxes", c, "dim2", 1), BATCH, 3, 4));
    LayerNode d = variable("d");
    assertBack("N x 4", d, like(node("ExpandDims", d, "axis", 1), BATCH, 1, 4));
    LayerNode e = variable("e", 0, 0, 0);
    assertBack("N x 1 x 4", e, like(node("Squeeze", e, "axis", 1), BATCH, 4));
    LayerNode f = variable("f");
    assertBack("N x 4", f, like(node("Reverse", f, "axis", 1), BATCH, 4));
  }

  @Test
  void copies() {
    LayerNode a = variable("a", BATCH, 3);
    assertShape("2N x 6", node("Tile", a, "reps", List.of(2, 2)));
    assertShape("N x 6", node("Tile", a, "reps", 2));
    assertShape("4 x N x 6", node("Tile", a, "reps", List.of(4, 1, 2)));
    assertShape("N x 3", node("Tile", a, "reps", List.of()));
    assertShape("N x 6", node("RepeatElements", a, "repeats", 2, "axis", -1));
    assertShape("6N", node("RepeatElements", a, "repeats", 2));
    LayerNode b = variable("b", 0, 0);
    assertBack("N x 3", b, like(node("Tile", b, "reps", List.of(2, 2)), 2 * BATCH, 6));
    LayerNode c = variable("c");
    assertBack("N x 3", c, like(node("RepeatElements", c, "repeats", 2, "axis", 1), BATCH, 6));
    LayerNode d = variable("d", BATCH, 0);
    assertBack("N x 3", d, like(node("RepeatElements", d, "repeats", 2), 6 * BATCH));
  }

  @Test
  void borders() {
    LayerNode a = variable("a", BATCH, 3);
    assertShape("N x 6", node("Pad", a, "padWidth", List.of(0, 0, 1, 2)));
    LayerNode b = variable("b");
    assertBack("N x 3", b, like(node("Pad", b, "padWidth", List.of(0, 0, 1, 2)), BATCH, 6));
  }

  @Test
  void stretched() {
    LayerNode a = variable("a", 1, 3);
    assertShape("N x 3", node("BroadcastTo", a, "shape", List.of(BATCH, 0)));
    assertShape("2N x 3", node("BroadcastAxis", a, "axis", 0, "size", 2 * BATCH));
    LayerNode b = variable("b", BATCH, 3);
    assertShape("N x 3", node("BroadcastLike", List.of(a, b)));
    assertShape(
        "3 x 3", node("BroadcastLike", List.of(a, b), "lhsAxes", 0, "rhsAxes", -1));
    LayerNode c = variable("c", 1, 0);
    assertBack("1 x 3", c, like(node("BroadcastTo", c, "shape", List.of(BATCH, 0)), 0, 3));
    LayerNode d = variable("d");
    assertBack("1 x 3", d, like(node("BroadcastAxis", d, "axis", 0, "size", BATCH), 0, 3));
    LayerNode e = variable("e", 1, 0);
    LayerNode f = variable("f", 0, 2);
    LayerNode y = node("BroadcastLike", List.of(e, f), "lhsAxes", 0, "rhsAxes", 0);
    LayerNode head = like(y, BATCH, 3);
    assertBack("1 x 3", e, head);
    assertBack("N x 2", f, head);
  }

  @Test
  void blocks() {
    LayerNode a = variable("a", BATCH, 12, 2, 3);
    assertShape("N x 3 x 4 x 6", node("DepthToSpace", a, "blockSize", 2));
    assertShape(
        "N x 12 x 2 x 3", node("SpaceToDepth", variable("b", BATCH, 3, 4, 6), "blockSize", 2));
    LayerNode c = variable("c");
    assertBack("N x 12 x 2 x 3", c, like(node("DepthToSpace", c, "blockSize", 2), BATCH, 3, 4, 6));
    LayerNode d = variable("d");
    assertBack("N x 3 x 4 x 6", d, like(node("SpaceToDepth", d, "blockSize", 2), BATCH, 12, 2, 3));
  }

  @Test
  void upSampling() {
    LayerNode a = variable("a", BATCH, 2, 3, 4);
    assertShape("N x 2 x 6 x 12", node("UpSampling", a, "scale", List.of(2, 3)));
    LayerNode b = variable("b", 0, 5, 6, 2);
    assertShape("N x 7 x 6 x 8", node("UpSampling", List.of(a, b), "scale", 2));
    LayerNode c = variable("c");
    assertBack("N x 2 x 3 x 4", c, like(node("UpSampling", c, "scale", 2), BATCH, 2, 6, 8));
    LayerNode d = variable("d", 0, 0, 3, 4);
    LayerNode y = node("UpSampling", d, "scale", 3, "filters", 2, "sampleType", "BILINEAR");
    TypedGraph typed = infer(like(y, BATCH, 2, 9, 12), 0);
    assertEquals("N x 2 x 3 x 4", typed.shape(d).toString());
    assertEquals("2 x 1 x 5 x 5", typed.shape(y.edges().get(1).node()).toString());
  }

  /// With the batch fixed, what the attributes say of it is a number.
  @Test
  void batchAsANumber() {
    List<LayerNode> nodes = new ArrayList<>();
    LayerNode a = variable("a", 2 * BATCH, 3);
    nodes.add(node("SliceAxis", a, "axis", 0, "begin", BATCH));
    nodes.add(node("Reshape", a, "shape", List.of(BATCH, 6)));
    nodes.add(node("BroadcastTo", variable("b", 1, 6), "shape", List.of(BATCH, 6)));
    nodes.add(node("BroadcastAxis", variable("c", 1, 6), "axis", 0, "size", BATCH));
    nodes.add(node("Slice", a, "begin", List.of(0, 0), "end", List.of(BATCH, -1)));
    List<String> shapes = List.of("8 x 3", "8 x 6", "8 x 6", "8 x 6", "8 x 2");
    for (int i = 0; i < nodes.size(); i++) {
      assertEquals(shapes.get(i), infer(nodes.get(i), 8).shape(nodes.get(i)).toString());
    }
  }
}
