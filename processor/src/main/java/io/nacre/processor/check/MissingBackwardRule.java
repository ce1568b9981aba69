package io.nacre.processor.check;

import io.nacre.processor.ir.GradReq;
import io.nacre.processor.operator.CustomLayer;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.Map;

/// A weight that is trained through an operator of the user's own needs that operator's gradient.
final class MissingBackwardRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    Map<LayerNode, LayerNode> trained = new HashMap<>();
    for (LayerNode node : graph.nodes()) {
      if (node.gradient() != GradReq.NONE) {
        trained.put(node, node);
      }
      if (!(node.layer() instanceof CustomLayer)
          && node.layer().blocksGradient(node.attributes())) {
        continue;
      }
      for (int i = 0; i < node.edges().size(); i++) {
        LayerEdge edge = node.edges().get(i);
        LayerNode weight = trained.get(edge.node());
        if (weight == null) {
          continue;
        }
        if (node.layer() instanceof CustomLayer custom) {
          String input = node.arguments().get(i).name();
          if (!custom.operator().has(custom.operator().backward(input))) {
            report(node, custom, input, weight, problems);
            break;
          }
        }
        trained.putIfAbsent(node, weight);
      }
    }
  }

  private static void report(
      LayerNode node, CustomLayer layer, String input, LayerNode weight, Problems problems) {
    problems.add(
        Problem.of(
            ProblemId.BAD_OPERATOR,
            node.place(),
            node.path(),
            "%s is trained through it, and the Kernel of @%s has no %s"
                .formatted(
                    weight.path(), layer.operator().name(), layer.operator().backward(input)),
            "write that method, or put @BlockGrad before it"));
  }
}
