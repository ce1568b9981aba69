package io.nacre.processor.check;

import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;

/// Several heads that nobody marked may be meant, or one of them lacks an edge.
final class SecondSinkRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    boolean listed = !model.heads().isEmpty();
    if (listed || model.nodes().stream().anyMatch(NodeDeclaration::output)) {
      return;
    }
    List<LayerNode> sinks = graph.heads().stream().map(LayerEdge::node).distinct().toList();
    LayerNode first = sinks.getFirst();
    for (LayerNode head : sinks.subList(1, sinks.size())) {
      problems.add(
          Problem.of(
              ProblemId.SECOND_SINK,
              head.place() instanceof InnerPlace inner ? inner.blame() : head.place(),
              head.path(),
              "it is a second head beside " + first.path() + ": no node takes either",
              "mark all heads by @Output; or did you forget the edge from "
                  + first.path()
                  + " or "
                  + head.path()
                  + " to another node?"));
    }
  }
}
