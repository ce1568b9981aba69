package io.nacre.processor.inline;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.EdgeDeclaration.State;
import io.nacre.processor.read.InnerNode;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.ArgumentBinding;
import io.nacre.processor.resolve.ArgumentCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a plain list of layers of the tree: every name becomes the layer that it means, and the inputs
/// of blocks and called models become the edges of their uses.
final class Linker {
  private final Scope tree;
  private final Problems problems;
  private final List<NodeDeclaration> flat = new ArrayList<>();
  private final List<UnknownUse> unknown = new ArrayList<>();
  private final Map<String, Instance> taken = new HashMap<>();
  private final Map<String, Instance> takenInJava = new HashMap<>();
  private final Map<String, String> respelt = new HashMap<>();
  private final Set<Instance> visible = new HashSet<>();
  private final Set<Instance> heads = new HashSet<>();

  Linker(Scope tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
    for (Instance node : tree.nodes()) {
      for (Source value : node.exposed()) {
        visible.add(value.node());
        if (node.output() && node.inside().isPresent()) {
          heads.add(value.node());
        }
      }
    }
  }

  /// An edge of a use that comes from no node.
  record UnknownUse(String path, EdgeDeclaration edge) {}

  List<NodeDeclaration> link() {
    for (Instance node : tree.nodes()) {
      link(node, tree, node);
    }
    return flat;
  }

  /// Edges of uses that come from no node, which are not reported yet.
  List<UnknownUse> unknown() {
    return unknown;
  }

  /// How Java spells the names of layers that have others for MXNet.
  Map<String, String> respelt() {
    return respelt;
  }

  /// @param use the node of the model itself in which `node` stands
  private void link(Instance node, Scope scope, Instance use) {
    List<Linked> edges = edges(node, scope);
    if (node.inside().isPresent()) {
      Scope inside = node.inside().get();
      bind(node, inside, edges);
      inside.nodes().forEach(inner -> link(inner, inside, use));
    } else if (!node.shared()) {
      add(node, leaf(node, scope, edges, use));
    }
  }

  /// An edge and what it takes.
  private record Linked(EdgeDeclaration edge, Optional<Source> source) {}

  private List<Linked> edges(Instance node, Scope scope) {
    List<EdgeDeclaration> written = node.declaration().edges();
    int chained = node.previous().isPresent() ? firstEdge(node) : ArgumentBinding.NONE;
    List<Linked> linked = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      linked.add(
          i == chained
              ? found(written.get(i), node.previous().get(), 0, node)
              : linked(written.get(i), node, scope));
    }
    return linked;
  }

  /// The edge that takes the copy before this one.
  private static int firstEdge(Instance node) {
    return node.inside().isPresent()
        ? binding(node, node.inside().get()).edgeOf(0)
        : ArgumentBinding.first(node.declaration());
  }

  private static ArgumentBinding binding(Instance use, Scope inside) {
    return ArgumentBinding.of(arguments(inside), use.declaration().edges());
  }

  private static List<Argument> arguments(Scope inside) {
    return inside.inputs().stream().map(Argument::data).toList();
  }

  private Linked linked(EdgeDeclaration edge, Instance node, Scope scope) {
    Optional<Instance> found = scope.find(edge.target());
    if (found.isPresent()) {
      return found(edge, found.get(), edge.output(), node);
    }
    if (scope.isInput(edge.target())) {
      Optional<Linked> given =
          scope
              .input(edge.target())
              .filter(bound -> edge.output() == 0)
              .map(bound -> given(edge, bound, node));
      return given.orElseGet(() -> new Linked(edge.without(State.REPORTED), Optional.empty()));
    }
    // inside a block, this is a mistake of the block
    return new Linked(
        edge.without(scope == tree ? State.MISSING : State.REPORTED), Optional.empty());
  }

  /// An edge from the input of a block stands where the use has the edge for it.
  private static Linked given(EdgeDeclaration edge, Scope.BoundInput bound, Instance node) {
    Source source = bound.source();
    EdgeDeclaration moved = edge.moved(place -> node.position().at(bound.edge().place()));
    return new Linked(moved.from(source.node().name(), source.output()), Optional.of(source));
  }

  private Linked found(EdgeDeclaration edge, Instance target, int output, Instance node) {
    Optional<Source> source = target.value(output);
    if (source.isPresent()) {
      String name = source.get().node().name();
      return new Linked(edge.from(name, source.get().output()), source);
    }
    int values = target.exposed().size();
    if (values > 0 && !target.declaration().broken()) {
      report(
          node,
          Problem.of(
              ProblemId.WRONG_ARGUMENTS,
              edge.outputPlace(),
              node.path(),
              "takes output %d of %s, which has %d values"
                  .formatted(output, target.path(), values),
              "outputs count from 0: write 0 to " + (values - 1)));
    }
    return new Linked(edge.without(State.REPORTED), Optional.empty());
  }

  /// Gives the edges of a use to the inputs of what it stands for.
  private void bind(Instance use, Scope inside, List<Linked> edges) {
    NodeDeclaration declaration = use.declaration();
    if (!declaration.broken() && !inside.broken()) {
      new ArgumentCheck(
              use.path(),
              inside.kind(),
              declaration.place(),
              arguments(inside),
              declaration.edges(),
              problems)
          .check();
    }
    ArgumentBinding binding = binding(use, inside);
    for (int i = 0; i < inside.inputs().size(); i++) {
      int edge = binding.edgeOf(i);
      if (edge == ArgumentBinding.NONE) {
        continue;
      }
      Linked linked = edges.get(edge);
      if (linked.source().isPresent()) {
        inside.bind(
            inside.inputs().get(i),
            new Scope.BoundInput(linked.source().get(), linked.edge()));
      } else if (linked.edge().state() == State.MISSING && !declaration.broken()) {
        unknown.add(new UnknownUse(use.path(), linked.edge()));
      }
    }
  }

  private NodeDeclaration leaf(
      Instance node, Scope scope, List<Linked> linked, Instance use) {
    boolean own = node == use;
    NodeDeclaration declaration = node.declaration();
    Position position = node.position();
    boolean argument = !own && scope.isInput(declaration.name());
    List<EdgeDeclaration> edges =
        argument
            ? List.of(argument(node, scope))
            : linked.stream().map(Linked::edge).toList();
    Optional<InnerNode> inner =
        own && position.way().isEmpty() && position.path().equals(position.name())
            ? Optional.empty()
            : Optional.of(
                new InnerNode(
                    position.path(),
                    position.blocks(),
                    use.path(),
                    position.weights(),
                    visible.contains(node),
                    argument));
    return new NodeDeclaration(
        position.name(),
        declaration.given(),
        declaration.place(),
        declaration.layer(),
        Optional.empty(),
        edges,
        own ? node.output() : heads.contains(node),
        declaration.broken(),
        inner);
  }

  /// The edge that an input of a called model takes.
  private static EdgeDeclaration argument(Instance input, Scope scope) {
    String name = input.declaration().name();
    EdgeDeclaration edge =
        new EdgeDeclaration(
            name,
            name,
            0,
            "",
            State.WRITTEN,
            input.declaration().place(),
            input.declaration().place(),
            input.declaration().place());
    return scope
        .input(name)
        .map(bound -> given(edge, bound, input).edge())
        .orElseGet(() -> edge.without(State.REPORTED));
  }

  private void add(Instance node, NodeDeclaration leaf) {
    Position position = node.position();
    Instance first = taken.putIfAbsent(position.name(), node);
    Instance firstInJava = takenInJava.putIfAbsent(position.java(), node);
    if (first != null && !isOverload(first, node)) {
      report(node, NameClashes.ofNames(leaf, position, first, taken.keySet()));
    } else if (first == null && firstInJava != null) {
      report(node, NameClashes.inJava(leaf, position, firstInJava));
    } else {
      flat.add(leaf);
      if (!position.name().equals(position.java())) {
        respelt.put(position.name(), position.java());
      }
    }
  }

  /// Two methods of one name, which the reader reported.
  private boolean isOverload(Instance first, Instance second) {
    return tree.nodes().contains(first)
        && tree.nodes().contains(second)
        && first.declaration().name().equals(second.declaration().name());
  }

  private void report(Instance node, Problem problem) {
    if (!node.declaration().broken()) {
      problems.add(problem);
    }
  }
}
