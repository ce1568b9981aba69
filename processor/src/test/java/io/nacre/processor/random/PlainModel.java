package io.nacre.processor.random;

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

/// A model computed node by node in float64, with no knowledge of how Nacre does it.
final class PlainModel {
  static final Map<String, PlainLayer> LAYERS = layers();

  private final ModelText text;
  private final Variables variables;
  private final int n;
  private final boolean training;
  private final Map<String, List<PlainArray>> values = new LinkedHashMap<>();
  private final Map<String, Double> losses = new HashMap<>();
  private boolean smooth = true;

  private PlainModel(ModelText text, Variables variables, int n, boolean training) {
    this.text = text;
    this.variables = variables;
    this.n = n;
    this.training = training;
  }

  private static Map<String, PlainLayer> layers() {
    Map<String, PlainLayer> layers = new HashMap<>();
    PlainMaths.addTo(layers);
    PlainNorms.addTo(layers);
    PlainWindows.addTo(layers);
    PlainMoves.addTo(layers);
    PlainProducts.addTo(layers);
    PlainLosses.addTo(layers);
    return layers;
  }

  /// Computes a model, or finds out why that is impossible.
  ///
  /// @throws WrongModel if it is wrong
  /// @throws OpenModel if that cannot be told
  static PlainModel run(ModelText text, Variables variables, int n, boolean training) {
    PlainModel model = new PlainModel(text, variables, n, training);
    for (NodeText node : model.order()) {
      model.compute(node);
    }
    return model;
  }

  /// All nodes, each after those that it takes.
  private List<NodeText> order() {
    List<NodeText> order = new ArrayList<>();
    Set<String> done = new HashSet<>();
    Deque<NodeText> waiting = new ArrayDeque<>(text.nodes());
    int passed = 0;
    while (!waiting.isEmpty()) {
      NodeText node = waiting.poll();
      for (NodeText.EdgeText edge : node.edges()) {
        WrongModel.unless(text.node(edge.source()).isPresent(), "no node " + edge.source());
      }
      if (node.edges().stream().allMatch(edge -> done.contains(edge.source()))) {
        order.add(node);
        done.add(node.name());
        passed = 0;
      } else {
        waiting.add(node);
        WrongModel.unless(passed++ < waiting.size(), "a cycle through " + node.name());
      }
    }
    return order;
  }

  private void compute(NodeText node) {
    if (node.isVariable()) {
      variable(node).ifPresent(value -> values.put(node.name(), List.of(value)));
      return;
    }
    PlainLayer layer = LAYERS.get(node.layer());
    WrongModel.unless(layer != null, node.name() + " has no layer");
    Call call = new Call(node, bind(node, layer.argumentsOf(node)), variables, n, training);
    values.put(node.name(), layer.rule().of(call));
    smooth &= call.isSmooth();
    if (call.isLoss()) {
      losses.put(node.name(), call.loss());
    }
  }

  /// A variable whose shape is written.
  private Optional<PlainArray> variable(NodeText node) {
    WrongModel.unless(!node.head(), node.name() + " computes nothing");
    WrongModel.unless(node.edges().isEmpty(), node.name() + " takes nothing");
    String written = node.attributes().get("value");
    boolean perSample = node.layer().equals("Input") || node.layer().equals("Label");
    if (written == null) {
      return Optional.empty();
    }
    WrongModel.unless(!perSample || !written.contains("BATCH"), "N is implied");
    List<Integer> sizes = new ArrayList<>(NodeText.integers(written, n));
    if (perSample) {
      sizes.addFirst(n);
    }
    Variables.Kind kind =
        node.layer().equals("Label") ? Variables.Kind.CLASSES : Variables.Kind.NUMBERS;
    int[] shape = sizes.stream().mapToInt(size -> size).toArray();
    return Optional.of(variables.get(node.name(), kind, shape));
  }

  /// Which edge each argument takes: first those that are named, then the others in order.
  private Map<String, Call.Argument> bind(NodeText node, List<String> arguments) {
    Map<String, NodeText.EdgeText> edges = new HashMap<>();
    List<String> names = arguments.stream().map(name -> name.replace("?", "")).toList();
    for (NodeText.EdgeText edge : node.edges()) {
      if (!edge.as().isEmpty()) {
        WrongModel.unless(names.contains(edge.as()), "no argument " + edge.as());
        WrongModel.unless(edges.put(edge.as(), edge) == null, "twice " + edge.as());
      }
    }
    List<String> left =
        new ArrayList<>(names.stream().filter(name -> !edges.containsKey(name)).toList());
    for (NodeText.EdgeText edge : node.edges()) {
      if (edge.as().isEmpty()) {
        WrongModel.unless(!left.isEmpty(), node.name() + " has no argument for " + edge.source());
        edges.put(left.removeFirst(), edge);
      }
    }
    Map<String, Call.Argument> bound = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      NodeText.EdgeText edge = edges.get(names.get(i));
      boolean implied = arguments.get(i).endsWith("?");
      WrongModel.unless(edge != null || implied, node.name() + " lacks " + names.get(i));
      if (edge != null) {
        bound.put(names.get(i), argument(edge));
      }
    }
    return bound;
  }

  private Call.Argument argument(NodeText.EdgeText edge) {
    List<PlainArray> outputs = values.get(edge.source());
    if (outputs == null) {
      WrongModel.unless(edge.output() == 0, edge.source() + " has one output");
      return new Call.Argument(edge.source(), null);
    }
    boolean there = edge.output() >= 0 && edge.output() < outputs.size();
    WrongModel.unless(there, edge.source() + " has no output " + edge.output());
    return new Call.Argument("", outputs.get(edge.output()));
  }

  // ---- results

  /// All outputs of a node.
  List<PlainArray> outputs(String node) {
    return values.get(node);
  }

  Variables variables() {
    return variables;
  }

  /// The sum of all losses, which training makes smaller.
  double loss() {
    return losses.values().stream().mapToDouble(loss -> loss).sum();
  }

  /// Whether it has a gradient that differences can find.
  boolean isSmooth() {
    return smooth;
  }

  boolean isLoss(String node) {
    return losses.containsKey(node);
  }
}
