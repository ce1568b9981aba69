package io.nacre.processor.inline;

import io.nacre.processor.layer.ArgumentLayer;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.AttributeType;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.AttributeValue.Kind;
import io.nacre.processor.read.BlockDeclaration;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A block by itself, as a model of unknown inputs, so that what is wrong with it whatever its use is
/// found where it is declared.
///
/// @param layers the model, of layers only, with 1 for each number that a hyper-parameter sets
/// @param open the layers that have such numbers, and calls of a model that one chooses: nothing can be
///     said of them
public record BlockModel(ModelDeclaration layers, Set<String> open) {

  /// Inlines a block; mistakes are reported.
  public static BlockModel of(BlockDeclaration block, Library library, Problems problems) {
    NameClashes.check(block, problems);
    List<NodeDeclaration> nodes = new ArrayList<>();
    block.inputs().forEach(input -> nodes.add(input(input, place(input, block))));
    Set<String> chosen = new HashSet<>();
    for (NodeDeclaration node : block.nodes()) {
      boolean open = isChosen(node, block);
      nodes.add(open ? node.asBroken() : settable(node, block));
      if (open) {
        chosen.add(node.name());
      }
    }
    ModelDeclaration model =
        new ModelDeclaration(
            "",
            block.type(),
            block.name(),
            false,
            0,
            Optional.empty(),
            false,
            block.place(),
            nodes,
            ModelDeclaration.namesOf(nodes),
            Optional.empty(),
            List.of(),
            Spelling.PLAIN,
            block.broken());
    return closed(Inliner.inline(model, -1, library, problems), chosen);
  }

  /// Whether the node calls a model, or shares the weights of a call, that a hyper-parameter chooses.
  private static boolean isChosen(NodeDeclaration node, BlockDeclaration block) {
    return node.layer().is("Call")
        && node.layer().attributes().keySet().stream()
            .anyMatch(attribute -> block.setter(node.name(), attribute).isPresent());
  }

  /// The node with defaults that a use may change, so that nothing is said against them.
  private static NodeDeclaration settable(NodeDeclaration node, BlockDeclaration block) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(node.layer().attributes());
    attributes.replaceAll(
        (name, value) ->
            block.setter(node.name(), name).isPresent() ? value.asWritten() : value);
    return node.with(node.layer().with(attributes), node.edges());
  }

  private static Place place(String input, BlockDeclaration block) {
    return block.nodes().stream()
        .flatMap(node -> node.edges().stream())
        .filter(edge -> edge.target().equals(input))
        .findFirst()
        .map(EdgeDeclaration::place)
        .orElse(block.place());
  }

  private static NodeDeclaration input(String name, Place place) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("value", unwritten(List.of(), new AttributeType("int", Kind.NUMBER, true), place));
    attributes.put(
        "dtype", unwritten("INFERRED", new AttributeType("", Kind.CONSTANT, false), place));
    attributes.put("gradient", unwritten(false, new AttributeType("", Kind.FLAG, false), place));
    AnnotationUse variable =
        new AnnotationUse("io.nacre.annotations.Variable", "Variable", place, attributes);
    return new NodeDeclaration(name, place, variable, List.of(), false, false);
  }

  private static AttributeValue unwritten(Object value, AttributeType type, Place place) {
    return new AttributeValue(value, type, false, place, List.of());
  }

  /// The model with numbers for those that are open. How many outputs an open layer has is open, so an
  /// edge from any of them becomes one from the first.
  private static BlockModel closed(ModelDeclaration model, Set<String> chosen) {
    Set<String> open = new HashSet<>(chosen);
    for (NodeDeclaration node : model.nodes()) {
      if (node.layer().hasParam()) {
        open.add(node.name());
      }
    }
    List<NodeDeclaration> closed =
        model.nodes().stream()
            .map(
                node ->
                    node.with(
                        node.layer().withoutParams(),
                        node.edges().stream()
                            .map(
                                edge ->
                                    open.contains(edge.target())
                                            && edge.state() == EdgeDeclaration.State.FOUND
                                        ? edge.from(edge.target(), 0)
                                        : edge)
                            .toList()))
            .toList();
    return new BlockModel(model.inlined(closed, model.names(), model.spelling()), open);
  }

  /// Whether uses of the block can be right, as far as its nodes go: none is one whose mistakes are
  /// reported elsewhere.
  public boolean isSound() {
    return layers.nodes().stream().noneMatch(node -> node.broken() && !open.contains(node.name()));
  }

  /// Whether there is a layer that can be the value.
  public boolean hasValue() {
    return !heads().isEmpty();
  }

  private List<NodeDeclaration> heads() {
    return Needed.heads(layers);
  }

  /// The block's graph as a use has it: each value goes on into something, so that a layer which is a
  /// value is not taken for the last of a network.
  public static LayerGraph asUsed(LayerGraph graph) {
    List<LayerNode> nodes = new ArrayList<>(graph.nodes());
    List<LayerEdge> heads = new ArrayList<>();
    for (LayerEdge head : graph.heads()) {
      LayerNode value = head.node();
      if (value.layer().isLoss(value.attributes())) {
        heads.add(head);
        continue;
      }
      LayerNode user =
          new LayerNode(
              value.name() + ".value",
              ArgumentLayer.of("Variable"),
              value.attributes(),
              value.place(),
              true,
              ArgumentLayer.of("Variable").arguments(value.attributes()),
              List.of(head));
      nodes.add(user);
      heads.add(new LayerEdge(user, 0, value.place()));
    }
    return new LayerGraph(graph.name(), graph.batch(), nodes, heads);
  }

  /// Reports a block whose value is not clear.
  public void checkValue(Problems problems) {
    List<NodeDeclaration> heads = heads();
    boolean marked = heads.stream().anyMatch(NodeDeclaration::output);
    if (heads.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemId.BAD_BLOCK,
              layers.place(),
              "",
              layers.graphName() + " has no value: it has no layer that no other takes",
              "let one layer be the last, or mark its value by @Output"));
    } else if (heads.size() > 1 && !marked) {
      NodeDeclaration first = heads.get(0);
      NodeDeclaration second = heads.get(1);
      problems.add(
          Problem.of(
              ProblemId.BAD_BLOCK,
              second.place(),
              second.path(),
              "it may be the value of %s, but so may %s: no node takes either"
                  .formatted(layers.graphName(), first.path()),
              "mark the value by @Output, or several values" + forgotten(heads)));
    }
  }

  /// An input whose name is almost that of one of the heads was meant to be that; else an edge may be
  /// missing.
  private String forgotten(List<NodeDeclaration> heads) {
    List<String> names = heads.stream().map(NodeDeclaration::path).toList();
    for (NodeDeclaration node : layers.nodes()) {
      for (EdgeDeclaration edge : node.edges()) {
        boolean input = !edge.target().isEmpty() && isInput(edge.target());
        Optional<String> near = input ? Similar.to(edge.target(), names) : Optional.empty();
        if (near.isPresent()) {
          return "; or did %s mean %s by %s?".formatted(node.path(), near.get(), edge.target());
        }
      }
    }
    return "; or did you forget the edge from %s to %s?".formatted(names.get(0), names.get(1));
  }

  private boolean isInput(String name) {
    return layers.nodes().stream()
        .anyMatch(node -> node.name().equals(name) && node.layer().is("Variable"));
  }
}
