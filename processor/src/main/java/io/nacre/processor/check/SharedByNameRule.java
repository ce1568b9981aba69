package io.nacre.processor.check;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.Map;

/// One parameter in two different roles (the weight of one layer, the gamma of another) is shared by
/// an accident of names.
final class SharedByNameRule implements GraphRule {

  /// A use of a parameter: as which argument of which node.
  private record Use(LayerNode node, String argument) {}

  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    Map<LayerNode, Use> first = new HashMap<>();
    for (LayerNode node : graph.nodes()) {
      for (int i = 0; i < node.edges().size(); i++) {
        LayerEdge edge = node.edges().get(i);
        boolean parameter = edge.node().layer().variable() == VariableKind.PARAMETER;
        if (parameter && node.arguments().get(i).role() == Argument.Role.PARAMETER) {
          Use use = new Use(node, node.arguments().get(i).name());
          Use before = first.putIfAbsent(edge.node(), use);
          if (before != null && !before.argument().equals(use.argument())) {
            report(edge, before, use, problems);
          }
        }
      }
    }
  }

  private static void report(LayerEdge edge, Use before, Use use, Problems problems) {
    String name = edge.node().path();
    problems.add(
        Problem.of(
            ProblemId.SHARED_BY_NAME,
            edge.place(),
            use.node().path(),
            "%s is its %s and the %s of %s: one tensor is trained as both"
                .formatted(name, use.argument(), before.argument(), before.node().path()),
            "declare a second @Parameter for the %s of %s"
                .formatted(use.argument(), use.node().path())));
  }
}
