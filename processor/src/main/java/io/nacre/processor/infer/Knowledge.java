package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.UnknownLayer;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of all nodes, and which nodes must be asked again because of it.
final class Knowledge {
  /// Mistakes that are in an attribute alone, whatever comes into the node.
  static final Set<ProblemId> LOCAL =
      Set.of(ProblemId.BAD_ATTRIBUTE, ProblemId.MISSING_ATTRIBUTE, ProblemId.BAD_SHAPE);

  private final LayerGraph graph;
  private final Problems problems;
  private final Map<LayerNode, NodeState> states = new HashMap<>();
  private final Map<LayerNode, List<LayerNode>> users = new HashMap<>();
  private final Deque<LayerNode> queue = new ArrayDeque<>();
  private final Set<LayerNode> queued = new HashSet<>();

  /// The problems of shapes, until all are known.
  private final Map<LayerNode, Problem> found = new LinkedHashMap<>();

  private boolean settled;

  Knowledge(LayerGraph graph, Problems problems) {
    this.graph = graph;
    this.problems = problems;
    for (LayerNode node : graph.nodes()) {
      states.put(node, new NodeState(node.layer().outputs(node.attributes()).size()));
      if (node.layer() instanceof UnknownLayer) {
        of(node).fail();
      }
      for (LayerEdge edge : node.edges()) {
        users.computeIfAbsent(edge.node(), source -> new ArrayList<>()).add(node);
      }
      enqueue(node);
    }
  }

  LayerGraph graph() {
    return graph;
  }

  NodeState of(LayerNode node) {
    return states.get(node);
  }

  /// What is known of a node's output, the first if there are several.
  PartialShape shape(LayerNode node) {
    return of(node).shape(0);
  }

  /// What is known of the value that an edge takes.
  PartialShape shape(LayerEdge edge) {
    return of(edge.node()).shape(edge.output());
  }

  List<LayerNode> users(LayerNode node) {
    return users.getOrDefault(node, List.of());
  }

  /// The next node to ask; empty at the fixpoint.
  Optional<LayerNode> next() {
    LayerNode node = queue.poll();
    queued.remove(node);
    return Optional.ofNullable(node);
  }

  private void enqueue(LayerNode node) {
    if (queued.add(node)) {
      queue.add(node);
    }
  }

  /// The edge of an argument; empty if the node does not have the argument.
  static Optional<LayerEdge> edge(LayerNode node, String argument) {
    List<Argument> arguments = node.arguments();
    for (int i = 0; i < arguments.size() && i < node.edges().size(); i++) {
      if (arguments.get(i).name().equals(argument)) {
        return Optional.of(node.edges().get(i));
      }
    }
    return Optional.empty();
  }

  /// Adds what `maker` says of the shape of an output of `node`; false if that contradicts what is
  /// known.
  boolean learn(LayerNode node, int output, PartialShape said, LayerNode maker) {
    NodeState state = of(node);
    if (state.failed()) {
      return true;
    }
    PartialShape known = state.shape(output);
    Optional<PartialShape> both = known.unify(atBatch(said));
    if (both.isEmpty()) {
      return false;
    }
    if (!both.get().equals(known) && isTensor(node, both.get())) {
      state.learn(output, both.get(), maker);
      enqueue(node);
      users(node).forEach(this::enqueue);
    }
    return true;
  }

  /// The shape with N replaced where the model fixes it.
  PartialShape atBatch(PartialShape shape) {
    if (graph.batch() == 0 || !shape.hasRank()) {
      return shape;
    }
    return PartialShape.of(
        shape.dims().stream()
            .map(dim -> dim.batch() ? Dim.of(dim.size() * graph.batch()) : dim)
            .toList());
  }

  /// Whether an array can hold the shape and its size is linear in N; otherwise it is reported.
  private boolean isTensor(LayerNode node, PartialShape shape) {
    if (!shape.hasRank()) {
      return true;
    }
    if (shape.dims().stream().filter(Dim::batch).count() > 1) {
      fail(
          node,
          ProblemId.BATCH_ARITHMETIC,
          declaration(node),
          "its shape %s holds N x N numbers".formatted(shape),
          "keep N on one axis, or fix the batch: @Model(batch = 64)");
      return false;
    }
    long size = 1;
    for (Dim dim : shape.dims()) {
      size = dim.known() ? size * dim.size() : size;
      if (size > Integer.MAX_VALUE) {
        fail(
            node,
            ProblemId.BAD_SHAPE,
            declaration(node),
            "its shape %s holds more than %d numbers".formatted(shape, Integer.MAX_VALUE),
            "use smaller dimensions");
        return false;
      }
    }
    return true;
  }

  /// Where a variable's shape is written; else where the node is.
  static Place declaration(LayerNode node) {
    boolean written =
        node.layer().variable() != VariableKind.NONE && node.attributes().written("value");
    return written ? node.attributes().place("value") : node.place();
  }

  /// Reports a problem of `node`, unless one was reported before.
  void fail(LayerNode node, ProblemId id, Place place, String fact, String hint) {
    fail(node, Problem.of(id, place, node.path(), fact, hint));
  }

  void fail(LayerNode node, Problem problem) {
    if (of(node).failed()) {
      return;
    }
    of(node).fail();
    if (settled) {
      problems.add(problem);
    } else {
      found.put(node, problem);
    }
  }

  /// Reports the problems of shapes. One that depends on a failed node is kept back unless it is in
  /// the attributes alone: what was known there came from other users, and may change with the mending.
  void settle() {
    settled = true;
    found.forEach(
        (node, problem) -> {
          if (LOCAL.contains(problem.id()) || !dependsOnFailed(node)) {
            problems.add(problem);
          }
        });
  }

  private boolean dependsOnFailed(LayerNode node) {
    Set<LayerNode> seen = new HashSet<>();
    Deque<LayerNode> waiting = new ArrayDeque<>(List.of(node));
    while (!waiting.isEmpty()) {
      for (LayerEdge edge : waiting.poll().edges()) {
        LayerNode source = edge.node();
        if (seen.add(source)) {
          if (of(source).failed() && source.layer().variable() == VariableKind.NONE) {
            return true;
          }
          waiting.add(source);
        }
      }
    }
    return false;
  }
}
