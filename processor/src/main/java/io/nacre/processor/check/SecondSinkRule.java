package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;

/// Several heads that nobody marked may be meant, or one of them lacks an edge.
final class SecondSinkRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    if (model.nodes().stream().anyMatch(NodeDeclaration::output)) {
      return;
    }
    LayerNode first = graph.heads().get(0);
    for (LayerNode head : graph.heads().subList(1, graph.heads().size())) {
      problems.add(
          Problem.of(
              ProblemId.SECOND_SINK,
              head.place(),
              head.name(),
              "it is a second head beside " + first.name() + ": no node takes either",
              "mark all heads by @Output; or did you forget the edge from "
                  + first.name()
                  + " or "
                  + head.name()
                  + " to another node?"));
    }
  }
}
