package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Set;

/// A reduction that drops its axis and is then broadcast against what it was made of: axes are matched
/// from the last on, so where it is legal at all its numbers meet another axis than they came from.
final class DroppedAxisRule implements PlanRule {
  private static final Set<String> REDUCTIONS =
      Set.of("Sum", "Mean", "Max", "Min", "Prod", "NanSum", "NanProd", "Norm");

  @Override
  public void check(ModelDeclaration model, CompiledModel compiled, Problems problems) {
    for (LayerNode node : compiled.typed().layers().nodes()) {
      if (node.layer().annotation().startsWith("Broadcast") && node.edges().size() == 2) {
        check(compiled.typed(), node, node.edges().get(0), node.edges().get(1), problems);
        check(compiled.typed(), node, node.edges().get(1), node.edges().get(0), problems);
      }
    }
  }

  private static void check(
      TypedGraph graph, LayerNode node, LayerEdge edge, LayerEdge other, Problems problems) {
    LayerNode reduced = edge.node();
    if (!REDUCTIONS.contains(reduced.layer().annotation())
        || reduced.attributes().flag("keepdims")) {
      return;
    }
    LayerEdge data = reduced.edges().get(0);
    int rank = graph.shape(data.node(), data.output()).rank();
    List<Integer> axes = reduced.attributes().integers("axis");
    boolean sameRank = graph.shape(other.node(), other.output()).rank() == rank;
    if (axes.size() != 1 || !sameRank || rank < 2) {
      return;
    }
    int axis = axes.get(0) < 0 ? axes.get(0) + rank : axes.get(0);
    // without the first axis the others still meet their own
    if (axis > 0 && graph.shape(reduced).rank() == rank - 1) {
      report(node, edge, axis, problems);
    }
  }

  private static void report(LayerNode node, LayerEdge edge, int axis, Problems problems) {
    LayerNode reduced = edge.node();
    problems.add(
        Problem.of(
            ProblemId.DROPPED_AXIS,
            edge.place(),
            node.path(),
            "%s has lost axis %d, so what it has of axis %d is matched with axis %d"
                .formatted(reduced.path(), axis, axis - 1, axis),
            "keep the axis: %s(axis = %d, keepdims = true)"
                .formatted(reduced.attributes().kind(), axis)));
  }
}
