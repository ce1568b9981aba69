package io.nacre.processor.check;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;

/// A loss starts its gradient by itself and ignores what comes back from nodes after it.
final class LayerAfterLossRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    for (LayerNode node : graph.nodes()) {
      for (int i = 0; i < node.edges().size(); i++) {
        LayerEdge edge = node.edges().get(i);
        if (node.arguments().get(i).role() == Argument.Role.DATA
            && Edges.isLoss(edge.node())
            && !node.layer().blocksGradient(node.attributes())) {
          report(node, edge, problems);
          break;
        }
      }
    }
  }

  private static void report(LayerNode node, LayerEdge edge, Problems problems) {
    String loss = edge.node().path();
    String data = edge.node().edges().getFirst().node().path();
    problems.add(
        Problem.of(
            ProblemId.LAYER_AFTER_LOSS,
            edge.place(),
            node.path(),
            "it comes after the loss %s, which ignores its gradient, so nothing before learns from it"
                .formatted(loss),
            "take %s instead, which goes into %s; if no gradient is meant, say so by @BlockGrad"
                .formatted(data, loss)));
  }
}
