package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// One change of a model, such as people make by mistake. Some leave it right.
enum Mutation {
  /// A kernel too large, a stride of 0, another axis, one unit more.
  NUMBER {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return ofNumber(model, random, model.nodes().stream().filter(n -> !n.isVariable()).toList());
    }
  },
  /// An input, a parameter or a label of another size.
  SHAPE {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return ofNumber(model, random, model.nodes().stream().filter(NodeText::isVariable).toList());
    }
  },
  MISSPELT_EDGE {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return ofEdge(
          model,
          random,
          (edges, i) -> {
            NodeText.EdgeText edge = edges.get(i);
            edges.set(i, new NodeText.EdgeText(edge.source() + "x", edge.output(), edge.as()));
          });
    }
  },
  DROPPED_EDGE {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return ofEdge(model, random, (edges, i) -> edges.remove(i));
    }
  },
  DOUBLED_EDGE {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return ofEdge(model, random, (edges, i) -> edges.add(i, edges.get(i)));
    }
  },
  SWAPPED_EDGES {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return ofEdge(
          model, random, (edges, i) -> Collections.swap(edges, i, (i + 1) % edges.size()));
    }
  },
  /// An edge from another node: of another shape, or a later one, which makes a cycle.
  OTHER_EDGE {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      String other = pick(model.nodes(), random).name();
      return ofEdge(
          model,
          random,
          (edges, i) -> edges.set(i, new NodeText.EdgeText(other, 0, edges.get(i).as())));
    }
  },
  OTHER_OUTPUT {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      int output = random.nextInt(5) - 1;
      return ofEdge(
          model,
          random,
          (edges, i) ->
              edges.set(
                  i, new NodeText.EdgeText(edges.get(i).source(), output, edges.get(i).as())));
    }
  },
  OTHER_ARGUMENT {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      String as = pick(List.of("weight", "bias", "gamma", "label", "data", "lhs", "dta"), random);
      return ofEdge(
          model,
          random,
          (edges, i) ->
              edges.set(
                  i, new NodeText.EdgeText(edges.get(i).source(), edges.get(i).output(), as)));
    }
  },
  /// `@Variable Symbol data()`.
  NO_SHAPE {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      List<NodeText> shaped =
          model.nodes().stream().filter(node -> node.attributes().containsKey("value")).toList();
      List<NodeText> variables = shaped.stream().filter(NodeText::isVariable).toList();
      if (variables.isEmpty()) {
        return Optional.empty();
      }
      NodeText old = pick(variables, random);
      String kind = old.layer().equals("Input") ? "Variable" : old.layer();
      NodeText node = new NodeText(old.name(), kind, old.attributes(), old.edges(), old.head());
      return Optional.of(model.with(model.nodes().indexOf(old), node.without("value")));
    }
  },
  OTHER_LAYER {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      NodeText old = layer(model, random);
      String kind =
          pick(
              List.of("Flatten", "Softmax", "Transpose", "Tanh", "Plus", "Dot", "SoftmaxOutput", ""),
              random);
      NodeText node = new NodeText(old.name(), kind, Map.of(), old.edges(), old.head());
      return Optional.of(model.with(model.nodes().indexOf(old), node));
    }
  },
  /// A name that is reserved, or that another node has or makes.
  OTHER_NAME {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      NodeText old = pick(model.nodes(), random);
      String other = pick(model.nodes(), random).name();
      String name =
          pick(List.of(other + "_weight", other + "_bias", other + "_gamma", "toString"), random);
      return Optional.of(renamed(model, old, random.nextInt(6) == 0 ? "forward" : name));
    }
  },
  /// A label that somebody declares for a loss, one number a sample or more.
  LABEL {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      List<NodeText> losses =
          model.nodes().stream()
              .filter(node -> node.layer().endsWith("Output") && node.edges().size() == 1)
              .toList();
      if (losses.isEmpty()) {
        return Optional.empty();
      }
      NodeText loss = pick(losses, random);
      List<NodeText.EdgeText> edges = new ArrayList<>(loss.edges());
      edges.add(new NodeText.EdgeText("target", 0, "label"));
      String shape = pick(List.of("{}", "4", "{1, 4}", "6", ""), random);
      return Optional.of(
          model
              .with(model.nodes().indexOf(loss), loss.withEdges(edges))
              .with(NodeText.variable("target", "Label", shape)));
    }
  },
  NO_HEADS {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      List<NodeText> nodes = model.nodes().stream().map(node -> node.withHead(false)).toList();
      return Optional.of(new ModelText(model.batch(), nodes));
    }
  },
  OTHER_BATCH {
    @Override
    Optional<ModelText> change(ModelText model, Random random) {
      return Optional.of(new ModelText(model.batch() == 0 ? 3 : 0, model.nodes()));
    }
  };

  /// The changed model; empty if there is nothing to change.
  abstract Optional<ModelText> change(ModelText model, Random random);

  private interface EdgeChange {
    void of(List<NodeText.EdgeText> edges, int i);
  }

  static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static NodeText layer(ModelText model, Random random) {
    return pick(model.nodes().stream().filter(node -> !node.isVariable()).toList(), random);
  }

  private static Optional<ModelText> ofEdge(ModelText model, Random random, EdgeChange change) {
    NodeText node = layer(model, random);
    List<NodeText.EdgeText> edges = new ArrayList<>(node.edges());
    change.of(edges, random.nextInt(edges.size()));
    return edges.equals(node.edges())
        ? Optional.empty()
        : Optional.of(model.with(model.nodes().indexOf(node), node.withEdges(edges)));
  }

  /// One whole number in one attribute of one of the nodes.
  private static Optional<ModelText> ofNumber(
      ModelText model, Random random, List<NodeText> nodes) {
    List<NodeText> numbered =
        nodes.stream().filter(node -> !numbers(node).isEmpty()).toList();
    if (numbered.isEmpty()) {
      return Optional.empty();
    }
    NodeText node = pick(numbered, random);
    String attribute = pick(numbers(node), random);
    String[] tokens = node.attributes().get(attribute).split("(?<=[{,\\s}])|(?=[{,\\s}])");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i].matches("-?\\d+")) {
        places.add(i);
      }
    }
    int place = pick(places, random);
    int old = Integer.parseInt(tokens[place]);
    List<Integer> others = List.of(old + 1, old - 1, old * 2, 0, -1, old + 2, -2, 7, -5, 40);
    tokens[place] = Integer.toString(pick(others, random));
    return Optional.of(
        model.with(
            model.nodes().indexOf(node), node.withAttribute(attribute, String.join("", tokens))));
  }

  private static List<String> numbers(NodeText node) {
    return node.attributes().entrySet().stream()
        .filter(each -> each.getValue().matches("[{},\\s\\w-]*"))
        .filter(each -> each.getValue().matches(".*\\d.*"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static ModelText renamed(ModelText model, NodeText old, String name) {
    return new ModelText(
        model.batch(),
        model.nodes().stream()
            .map(node -> node == old ? node.named(name) : node)
            .map(node -> node.withEdges(renamed(node.edges(), old.name(), name)))
            .toList());
  }

  private static List<NodeText.EdgeText> renamed(
      List<NodeText.EdgeText> edges, String old, String name) {
    return edges.stream()
        .map(
            edge ->
                edge.source().equals(old)
                    ? new NodeText.EdgeText(name, edge.output(), edge.as())
                    : edge)
        .toList();
  }
}
