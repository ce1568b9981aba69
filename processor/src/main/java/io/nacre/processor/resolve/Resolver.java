package io.nacre.processor.resolve;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.HeadDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns the names of a model into edges, and adds the variables that layers make themselves.
public final class Resolver {
  private final ModelDeclaration model;
  private final boolean complete;
  private final Problems problems;
  private final Map<String, BoundNode> nodes;

  private Resolver(ModelDeclaration model, boolean complete, Problems problems) {
    this.model = model;
    this.complete = complete;
    this.problems = problems;
    this.nodes = BoundNode.all(model);
  }

  /// The graph, as far as it can be resolved; mistakes are reported.
  public static Resolution resolve(ModelDeclaration model, Problems problems) {
    return resolve(model, true, problems);
  }

  /// @param complete whether nothing is missing from the model that was reported
  public static Resolution resolve(ModelDeclaration model, boolean complete, Problems problems) {
    return new Resolver(model, complete, problems).resolve();
  }

  private Resolution resolve() {
    int before = model.imported().isPresent() ? 0 : problems.all().size();
    checkLayers();
    EdgeCheck edges = new EdgeCheck(model, nodes, problems);
    for (BoundNode node : nodes.values()) {
      if (!node.declaration().broken()) {
        edges.check(node);
      }
    }
    new CycleCheck(nodes, problems).check();
    List<BoundNode> heads = model.heads().isEmpty() ? heads() : List.of();
    boolean sound = isSound();
    boolean right = complete && sound && problems.all().size() == before;
    if (heads.isEmpty() && model.heads().isEmpty() && right) {
      Set<String> names = model.names().keySet();
      problems.add(
          Problem.of(
              ProblemId.BAD_MODEL,
              model.place(),
              "",
              model.typeName() + " computes nothing: it has only " + String.join(", ", names),
              "add a layer that takes one of them: @Relu Symbol relu1(Symbol "
                  + names.iterator().next()
                  + ");"));
    }
    if (model.broken()) {
      return new Resolution(Optional.empty(), false);
    }
    boolean whole = sound && problems.all().size() == before;
    return new Resolution(Optional.of(build(heads, edges.wrong(), whole)), whole);
  }

  /// Whether nothing is missing that was reported before.
  private boolean isSound() {
    return !model.broken()
        && model.nodes().stream()
            .noneMatch(
                node ->
                    node.broken()
                        || node.edges().stream()
                            .anyMatch(edge -> edge.state() == EdgeDeclaration.State.REPORTED));
  }

  private void checkLayers() {
    for (NodeDeclaration node : model.nodes()) {
      BoundNode bound = nodes.get(node.name());
      if (node.broken() || node.layer().name().isEmpty()) {
        continue;
      }
      if (bound == null) {
        problems.add(
            Problem.of(
                ProblemId.BAD_NODE,
                node.layer().place(),
                node.path(),
                "@" + node.layer().name() + " is not known to this version of nacre-processor",
                "use nacre-annotations and nacre-processor of the same version"));
      } else if (bound.isVariable() && node.output()) {
        problems.add(
            Problem.of(
                ProblemId.BAD_NODE,
                node.place(),
                node.path(),
                "@Output marks a node that computes nothing",
                "mark a layer, or remove @Output"));
      }
    }
  }

  /// The marked nodes, or else all that no node takes.
  private List<BoundNode> heads() {
    List<BoundNode> marked =
        nodes.values().stream().filter(node -> node.declaration().output()).toList();
    if (!marked.isEmpty()) {
      return marked;
    }
    Set<String> used =
        model.nodes().stream()
            .flatMap(node -> node.edges().stream())
            .map(EdgeDeclaration::target)
            .collect(Collectors.toSet());
    return nodes.values().stream()
        .filter(node -> !node.isVariable() && node.declaration().visible())
        .filter(node -> !used.contains(node.name()))
        .toList();
  }

  /// A graph with mistakes has all nodes, so that those that no head depends on are checked too.
  private LayerGraph build(List<BoundNode> heads, Set<String> wrong, boolean whole) {
    GraphBuilder builder = new GraphBuilder(nodes, wrong);
    List<LayerEdge> built =
        model.heads().isEmpty()
            ? heads.stream()
                .filter(head -> !head.declaration().broken())
                .map(builder::head)
                .flatMap(Resolver::outputs)
                .toList()
            : listed(builder);
    if (!whole) {
      nodes.values().stream()
          .filter(node -> !node.declaration().broken())
          .forEach(builder::head);
    }
    return new LayerGraph(model.typeName(), model.batch(), builder.order(), built);
  }

  /// The outputs that a file lists, but those of nodes that were refused.
  private List<LayerEdge> listed(GraphBuilder builder) {
    List<LayerEdge> listed = new ArrayList<>();
    for (HeadDeclaration head : model.heads()) {
      BoundNode node = nodes.get(head.node());
      if (node != null && !node.declaration().broken()) {
        LayerNode built = builder.head(node);
        listed.add(new LayerEdge(built, head.output(), built.place()));
      }
    }
    return listed;
  }

  private static Stream<LayerEdge> outputs(LayerNode head) {
    return IntStream.range(0, head.layer().outputs(head.attributes()).size())
        .mapToObj(output -> new LayerEdge(head, output, head.place()));
  }
}
