package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.Map;
import java.util.Set;

/// Batch normalization subtracts each channel's mean, and with it whatever bias was added before. Who
/// writes `noBias = false` means it.
final class BiasBeforeNormRule implements GraphRule {
  private static final Set<String> BIASED = Set.of("Conv", "Deconvolution", "FullyConnected");

  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    Map<LayerNode, Integer> uses = Edges.uses(graph);
    for (LayerNode node : graph.nodes()) {
      if (node.layer().annotation().equals("BatchNorm")
          && !node.attributes().flag("useGlobalStats")) {
        LayerNode source = node.edges().getFirst().node();
        if (uses.get(source) == 1) {
          check(node, source, problems);
        }
      }
    }
  }

  private static void check(LayerNode norm, LayerNode source, Problems problems) {
    if (BIASED.contains(source.layer().annotation())
        && !source.attributes().flag("noBias")
        && !source.attributes().written("noBias")) {
      problems.add(
          Problem.of(
              ProblemId.BIAS_BEFORE_NORM,
              source.place(),
              source.path(),
              "its bias does nothing, because %s subtracts the mean again; its gradient is 0"
                  .formatted(norm.path()),
              "leave it out: noBias = true (%s has a beta in its place)".formatted(norm.path())));
    }
  }
}
