package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.FilePlace;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reports shapes that nothing fixes: one problem for all that hang together, at the variable whose
/// declaration would settle them. Near a failed node nothing is said, since it may be the cause.
final class UndeterminedShapes {
  private final Knowledge knowledge;
  private final Set<LayerNode> seen = new HashSet<>();

  private UndeterminedShapes(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  static void report(Knowledge knowledge) {
    UndeterminedShapes shapes = new UndeterminedShapes(knowledge);
    for (LayerNode node : knowledge.graph().nodes()) {
      if (shapes.open(node) && shapes.seen.add(node)) {
        shapes.reportAround(node);
      }
    }
  }

  private boolean open(LayerNode node) {
    return !knowledge.of(node).shapes().stream().allMatch(PartialShape::complete);
  }

  private void reportAround(LayerNode start) {
    List<LayerNode> together = new ArrayList<>();
    Deque<LayerNode> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      LayerNode node = queue.poll();
      together.add(node);
      around(node).filter(next -> open(next) && seen.add(next)).forEach(queue::add);
    }
    if (!isLeftOver(start) && together.stream().noneMatch(node -> knowledge.of(node).failed())) {
      report(together);
    }
  }

  /// The nodes from which the shape of `node` could become known: its arguments, its users, and their
  /// other arguments, since a user's shape may be known without that of all its arguments.
  private Stream<LayerNode> around(LayerNode node) {
    return Stream.concat(Stream.of(node), knowledge.users(node).stream())
        .flatMap(
            each -> Stream.concat(Stream.of(each), each.edges().stream().map(LayerEdge::node)));
  }

  /// A variable without a user, unless it is a head, is only there because its user has a mistake, which
  /// was reported.
  private boolean isLeftOver(LayerNode node) {
    return node.layer().variable() != VariableKind.NONE
        && knowledge.users(node).isEmpty()
        && knowledge.graph().heads().stream().noneMatch(head -> head.node() == node);
  }

  private void report(List<LayerNode> together) {
    List<LayerNode> written = together.stream().filter(UndeterminedShapes::isWritten).toList();
    LayerNode node = written.isEmpty() ? together.getFirst() : written.getFirst();
    PartialShape known = knowledge.shape(node);
    String others =
        written.stream().skip(1).map(LayerNode::name).collect(Collectors.joining(" or "));
    knowledge.fail(
        node,
        ProblemId.UNDETERMINED_SHAPE,
        node.place(),
        known.hasRank()
            ? "its shape cannot be inferred: only %s is known".formatted(known)
            : "its shape cannot be inferred from its uses",
        written.isEmpty()
            ? "write the shapes of its inputs"
            : "%s it, such as %s%s"
                .formatted(
                    isInFile(node) ? "declare" : "write",
                    example(node, LikelyShape.of(knowledge, node, together)),
                    others.isEmpty() ? "" : "; or that of " + others));
  }

  /// Whether a model would write the shape: of what a file holds only that of inputs.
  private static boolean isWritten(LayerNode node) {
    VariableKind kind = node.layer().variable();
    return isInFile(node)
        ? kind == VariableKind.INPUT
        : !node.implied() && kind != VariableKind.NONE;
  }

  private static boolean isInFile(LayerNode node) {
    return node.place() instanceof FilePlace;
  }

  /// `@Variable({BATCH, 3})`, or the whole declaration of a node that a file has.
  private static String example(LayerNode node, PartialShape shape) {
    if (!isInFile(node)) {
      return Conflict.declaration(node.attributes().kind(), shape);
    }
    boolean samples = shape.rank() > 0 && shape.dim(0).equals(Dim.N);
    String kind = samples ? "@Input" : node.attributes().kind();
    return Conflict.declaration(kind, shape) + method(node.name());
  }

  /// ` Symbol data();`, or ` @Name("a b") Symbol a_b();`.
  private static String method(String name) {
    if (name.matches("[A-Za-z_]\\w*")) {
      return " Symbol " + name + "();";
    }
    String like = name.replaceAll("\\W", "_");
    return " @Name(\"%s\") Symbol %s();"
        .formatted(
            name.replace("%", "%%"), Character.isDigit(like.charAt(0)) ? "node" + like : like);
  }
}
