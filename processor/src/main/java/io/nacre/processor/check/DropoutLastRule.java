package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;

/// Dropout right before a loss, or as a head, drops results instead of features.
final class DropoutLastRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    for (LayerEdge head : graph.heads()) {
      LayerNode node = head.node();
      if (isDropout(node)) {
        report(node, "it is a head, so results are set to 0 in training", problems);
      }
      if (Edges.isLoss(node) && !node.edges().isEmpty()) {
        LayerNode source = node.edges().getFirst().node();
        if (isDropout(source)) {
          report(source, "it drops what %s learns from".formatted(node.path()), problems);
        }
      }
    }
  }

  private static boolean isDropout(LayerNode node) {
    return node.layer().annotation().equals("Dropout");
  }

  private static void report(LayerNode dropout, String fact, Problems problems) {
    String source = dropout.edges().getFirst().node().path();
    problems.add(
        Problem.of(
            ProblemId.DROPOUT_LAST,
            dropout.place(),
            dropout.path(),
            fact,
            "put it before %s, or remove it".formatted(source)));
  }
}
