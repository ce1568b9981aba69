package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;

/// A shape that a variable is likely to be meant to have, which nothing fixes: that of what it meets,
/// or that of rows or images. Each is tried, and the first with which everything fits is taken.
final class LikelyShape {
  private static final Dim SIZE = Dim.of(10);
  private static final Dim CHANNELS = Dim.of(3);
  private static final Dim PIXELS = Dim.of(28);

  private final Knowledge knowledge;
  private final LayerNode variable;
  private final List<LayerNode> together;
  private final Dim first;

  private LikelyShape(Knowledge knowledge, LayerNode variable, List<LayerNode> together) {
    this.knowledge = knowledge;
    this.variable = variable;
    this.together = together;
    boolean fed = variable.layer().variable() == VariableKind.INPUT;
    this.first = fed ? Dim.N : Dim.ONE;
  }

  /// @param together the nodes without a shape that hang together with it
  static PartialShape of(Knowledge knowledge, LayerNode variable, List<LayerNode> together) {
    LikelyShape likely = new LikelyShape(knowledge, variable, together);
    List<PartialShape> shapes =
        likely.candidates().stream().filter(PartialShape::complete).toList();
    return shapes.stream().filter(likely::fits).findFirst().orElse(shapes.getLast());
  }

  private List<PartialShape> candidates() {
    PartialShape known = knowledge.shape(variable);
    List<PartialShape> shapes = new ArrayList<>();
    for (LayerNode user : knowledge.users(variable)) {
      for (int i = 0; i < user.edges().size(); i++) {
        LayerEdge edge = user.edges().get(i);
        PartialShape other = knowledge.shape(edge);
        boolean data = user.arguments().get(i).role() == Argument.Role.DATA;
        if (data && edge.node() != variable && other.complete()) {
          shapes.addAll(beside(other.dims()));
        }
      }
    }
    if (known.hasRank()) {
      shapes.add(filled(known, Dim.ONE));
      shapes.add(filled(known, PIXELS));
    } else {
      shapes.add(PartialShape.of(first, SIZE));
      shapes.add(PartialShape.of(first, CHANNELS, PIXELS, PIXELS));
      shapes.add(PartialShape.of(first, CHANNELS, PIXELS));
      shapes.add(PartialShape.of(first, CHANNELS, PIXELS, PIXELS, PIXELS));
    }
    return shapes.stream().filter(shape -> shape.unify(known).isPresent()).toList();
  }

  /// What goes with another operand: its shape; or a matrix that a product takes.
  private List<PartialShape> beside(List<Dim> other) {
    List<PartialShape> shapes = new ArrayList<>();
    boolean fed = first.equals(Dim.N);
    List<Dim> same =
        fed ? other : other.stream().map(dim -> dim.batch() ? Dim.ONE : dim).toList();
    shapes.add(PartialShape.of(same));
    if (!other.isEmpty()) {
      List<Dim> matrix = new ArrayList<>(same.subList(0, Math.max(0, same.size() - 2)));
      matrix.addAll(List.of(other.getLast(), SIZE));
      shapes.add(PartialShape.of(other.getLast(), SIZE));
      shapes.add(PartialShape.of(matrix));
    }
    return shapes;
  }

  /// N first, if it is fed and N is not there; `size` elsewhere.
  private PartialShape filled(PartialShape known, Dim size) {
    List<Dim> dims = new ArrayList<>(known.dims());
    for (int axis = 0; axis < dims.size(); axis++) {
      if (!dims.get(axis).known()) {
        boolean batch = axis == 0 && dims.stream().noneMatch(Dim::batch);
        dims.set(axis, batch ? first : size);
      }
    }
    return PartialShape.of(dims);
  }

  /// Whether everything that hangs together has a shape then, and no node a problem.
  private boolean fits(PartialShape shape) {
    Knowledge trial = new Knowledge(knowledge.graph(), new Problems());
    if (!trial.learn(variable, 0, shape, variable)) {
      return false;
    }
    ShapeInference.run(trial);
    return together.stream()
        .allMatch(
            node ->
                trial.of(node).shapes().stream().allMatch(PartialShape::complete)
                    && trial.of(node).failed() == knowledge.of(node).failed());
  }
}
