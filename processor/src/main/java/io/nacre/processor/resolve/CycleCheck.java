package io.nacre.processor.resolve;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.EdgeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds nodes that depend on themselves. Of several rings through one node it reports one.
final class CycleCheck {
  private final Map<String, BoundNode> nodes;
  private final List<String> order;
  private final Problems problems;
  private final Set<String> finished = new HashSet<>();
  private final Set<String> reported = new HashSet<>();

  CycleCheck(Map<String, BoundNode> nodes, Problems problems) {
    this.nodes = nodes;
    this.order = List.copyOf(nodes.keySet());
    this.problems = problems;
  }

  void check() {
    order.forEach(this::visit);
  }

  /// A node on the way from the start of the search, and its edge that is looked at next.
  private static final class Step {
    private final BoundNode node;
    private int edge;

    private Step(BoundNode node) {
      this.node = node;
    }
  }

  private void visit(String start) {
    if (finished.contains(start)) {
      return;
    }
    Deque<Step> way = new ArrayDeque<>();
    Set<String> onWay = new HashSet<>();
    way.addLast(new Step(nodes.get(start)));
    onWay.add(start);
    while (!way.isEmpty()) {
      Step step = way.getLast();
      List<EdgeDeclaration> edges = step.node.declaration().edges();
      if (step.edge == edges.size()) {
        way.removeLast();
        onWay.remove(step.node.name());
        finished.add(step.node.name());
        continue;
      }
      EdgeDeclaration edge = edges.get(step.edge++);
      String target = edge.target();
      if (edge.state() != EdgeDeclaration.State.FOUND) {
        continue;
      }
      if (onWay.contains(target)) {
        report(way, target);
      } else if (nodes.containsKey(target) && !finished.contains(target)) {
        way.addLast(new Step(nodes.get(target)));
        onWay.add(target);
      }
    }
  }

  private void report(Deque<Step> way, String target) {
    List<String> ring = new ArrayList<>();
    for (Step step : way) {
      if (!ring.isEmpty() || step.node.name().equals(target)) {
        ring.add(step.node.name());
      }
    }
    if (!Collections.disjoint(ring, reported)) {
      return;
    }
    reported.addAll(ring);
    if (ring.stream().anyMatch(name -> nodes.get(name).declaration().broken())) {
      return;
    }
    // the way goes against the data, and may have entered the ring anywhere
    Collections.reverse(ring);
    String first = Collections.min(ring, (a, b) -> order.indexOf(a) - order.indexOf(b));
    Collections.rotate(ring, -ring.indexOf(first));
    String last = ring.get(ring.size() - 1);
    EdgeDeclaration closing =
        nodes.get(first).declaration().edges().stream()
            .filter(edge -> edge.target().equals(last))
            .findFirst()
            .orElseThrow();
    List<String> paths = ring.stream().map(name -> nodes.get(name).path()).toList();
    String path = paths.get(0);
    problems.add(
        Problem.of(
            ProblemId.CYCLE,
            closing.place(),
            path,
            "it depends on itself: " + String.join(" -> ", paths) + " -> " + path,
            ring.size() == 1
                ? "take another node than " + path + " itself"
                : "let "
                    + path
                    + " take something else than "
                    + nodes.get(last).path()
                    + ", or cut the ring at another edge"));
  }
}
