package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.Set;
import java.util.stream.Collectors;

/// A node from which no way leads to a head does nothing.
///
/// Only the last node of such a branch is reported: the others are useless because it is.
final class UnusedNodeRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    Set<String> needed = graph.nodes().stream().map(LayerNode::name).collect(Collectors.toSet());
    Set<String> taken =
        model.nodes().stream()
            .flatMap(node -> node.edges().stream())
            .map(EdgeDeclaration::target)
            .collect(Collectors.toSet());
    for (NodeDeclaration node : model.nodes()) {
      if (!needed.contains(node.name()) && !taken.contains(node.name())) {
        problems.add(
            Problem.of(
                ProblemId.UNUSED_NODE,
                node.place(),
                node.name(),
                "no node takes it and it is no head",
                node.edges().isEmpty()
                    ? "remove it, or name it as a parameter of the node that needs it"
                    : "mark it by @Output, or name it as a parameter of the node that needs it"));
      }
    }
  }
}
