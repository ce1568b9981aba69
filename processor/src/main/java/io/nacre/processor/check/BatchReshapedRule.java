package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;

/// A reshape whose -1 makes rows that are parts of several samples. With an open N that is an error;
/// with a fixed one it comes out whole by accident, and hides that a size is wrong.
final class BatchReshapedRule implements PlanRule {
  @Override
  public void check(ModelDeclaration model, CompiledModel compiled, Problems problems) {
    TypedGraph graph = compiled.typed();
    int batch = graph.layers().batch();
    for (LayerNode node : graph.layers().nodes()) {
      if (batch > 1 && node.layer().annotation().equals("Reshape")) {
        check(graph, node, batch, problems);
      }
    }
  }

  private static void check(TypedGraph graph, LayerNode node, int batch, Problems problems) {
    LayerNode source = node.edges().get(0).node();
    Shape data = graph.shape(source, node.edges().get(0).output());
    long rows = graph.shape(node).dim(0).size();
    List<Integer> codes = node.attributes().integers("shape");
    boolean samples = data.rank() > 0 && data.dim(0).is(batch);
    if (!samples || codes.get(0) != -1 || rows % batch == 0) {
      return;
    }
    problems.add(
        Problem.of(
            ProblemId.BATCH_RESHAPED,
            node.attributes().elementPlace("shape", 0),
            node.path(),
            "-1 makes %d rows of the %d samples of %s: each has %d numbers, and a row %d"
                .formatted(
                    rows,
                    batch,
                    source.path(),
                    data.size(1, data.rank()).size(),
                    data.size().size() / rows),
            "use shape = {0, -1}, which keeps the batch"));
  }
}
