package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.Set;

/// A layer that takes a softmax itself wants scores, not probabilities.
final class SoftmaxTwiceRule implements GraphRule {
  private static final Set<String> PROBABILITIES =
      Set.of("Softmax", "Softmin", "SoftmaxActivation");
  private static final Set<String> TAKE_SOFTMAX =
      Set.of("SoftmaxOutput", "SoftmaxCrossEntropy", "LogSoftmax");

  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    for (LayerNode node : graph.nodes()) {
      if (TAKE_SOFTMAX.contains(node.layer().annotation())) {
        LayerEdge edge = node.edges().getFirst();
        if (PROBABILITIES.contains(edge.node().layer().annotation())) {
          report(node, edge, problems);
        }
      }
    }
  }

  private static void report(LayerNode node, LayerEdge edge, Problems problems) {
    LayerNode softmax = edge.node();
    String scores = softmax.edges().getFirst().node().path();
    problems.add(
        Problem.of(
            ProblemId.SOFTMAX_TWICE,
            edge.place(),
            node.path(),
            "it takes the softmax of %s, which is one already, so all classes come out nearly alike"
                .formatted(softmax.path()),
            "take %s instead, which goes into %s".formatted(scores, softmax.path())));
  }
}
