package io.nacre.processor.check;

import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A node from which no way leads to a head does nothing; neither does a block or a call of which
/// nothing is needed.
///
/// Only the last node of such a branch is reported: the others are useless because it is.
final class UnusedNodeRule implements GraphRule {
  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    Set<String> needed = graph.nodes().stream().map(LayerNode::name).collect(Collectors.toSet());
    Map<String, List<NodeDeclaration>> uses =
        model.nodes().stream()
            .collect(
                Collectors.groupingBy(
                    NodeDeclaration::use, LinkedHashMap::new, Collectors.toList()));
    Map<String, Set<String>> takers = takers(model);
    uses.forEach(
        (use, nodes) -> {
          boolean useless =
              nodes.stream()
                  .allMatch(
                      node ->
                          !needed.contains(node.name())
                              && Set.of(use)
                                  .containsAll(takers.getOrDefault(node.name(), Set.of())));
          if (useless) {
            report(use, nodes.get(0), problems);
          }
        });
  }

  /// By which nodes of the model, or in which blocks of it, each node is taken.
  private static Map<String, Set<String>> takers(ModelDeclaration model) {
    Map<String, Set<String>> takers = new LinkedHashMap<>();
    for (NodeDeclaration node : model.nodes()) {
      for (EdgeDeclaration edge : node.edges()) {
        takers.computeIfAbsent(edge.target(), target -> new HashSet<>()).add(node.use());
      }
    }
    return takers;
  }

  private static void report(String use, NodeDeclaration node, Problems problems) {
    boolean inner = !use.equals(node.path());
    Place place = inner && node.place() instanceof InnerPlace at ? at.blame() : node.place();
    problems.add(
        Problem.of(
            ProblemId.UNUSED_NODE,
            place,
            use,
            "no node takes it and it is no head",
            node.edges().isEmpty() && !inner
                ? "remove it, or name it as a parameter of the node that needs it"
                : "mark it by @Output, or name it as a parameter of the node that needs it"));
  }
}
