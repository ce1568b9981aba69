package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a model is right, found out by running it plainly for two batch sizes.
///
/// @param why what is wrong, or cannot be told; empty for a right model
record Verdict(Kind kind, String why) {
  enum Kind {
    RIGHT,
    WRONG,
    /// The plain interpreter cannot tell; it may compile or not.
    OPEN
  }

  /// Some methods of every generated class.
  static final List<String> OF_GRAPHS = List.of("bind", "close", "forward", "parameters", "spec");

  /// Two batch sizes that are no sizes in models by themselves.
  private static final int[] BATCHES = {2, 3};

  static Verdict of(ModelText text) {
    try {
      names(text);
      if (text.batch() > 0) {
        run(text, text.batch());
        return new Verdict(Kind.RIGHT, "");
      }
      PlainModel some = run(text, BATCHES[0]);
      PlainModel more = run(text, BATCHES[1]);
      for (NodeText node : text.nodes()) {
        if (!node.isVariable()) {
          check(node, some, more);
        }
      }
      more.variables().values().forEach((name, array) -> checkVariable(text, name, some, array));
      return new Verdict(Kind.RIGHT, "");
    } catch (WrongModel e) {
      return new Verdict(Kind.WRONG, e.getMessage());
    } catch (OpenModel e) {
      return new Verdict(Kind.OPEN, e.getMessage());
    }
  }

  private static PlainModel run(ModelText text, int n) {
    PlainModel model = PlainModel.run(text, new Variables(1), n, false);
    for (NodeText node : text.nodes()) {
      if (node.isVariable() && !model.variables().values().containsKey(node.name())) {
        throw new OpenModel("nothing tells the shape of " + node.name());
      }
    }
    return model;
  }

  /// What is known without running it.
  private static void names(ModelText text) {
    Set<String> names = new HashSet<>();
    for (NodeText node : text.nodes()) {
      WrongModel.unless(names.add(node.name()), node.name() + " is there twice");
    }
    for (NodeText node : text.nodes()) {
      WrongModel.unless(!isReserved(node.name()), node.name() + " is reserved");
      if (!node.isVariable() && PlainModel.LAYERS.containsKey(node.layer())) {
        checkImplied(node, names);
      }
    }
    WrongModel.unless(
        !text.nodes().stream().allMatch(NodeText::isVariable), "nothing is computed");
  }

  private static boolean isReserved(String name) {
    return OF_GRAPHS.contains(name)
        || Arrays.stream(Object.class.getDeclaredMethods())
            .anyMatch(method -> method.getName().equals(name));
  }

  /// The variables that a layer makes are names too.
  private static void checkImplied(NodeText node, Set<String> names) {
    List<String> left =
        new ArrayList<>(PlainModel.LAYERS.get(node.layer()).argumentsOf(node));
    node.edges().forEach(edge -> left.remove(edge.as() + "?"));
    long unnamed = node.edges().stream().filter(edge -> edge.as().isEmpty()).count();
    left.stream()
        .skip(unnamed)
        .map(argument -> node.name() + "_" + argument.replace("?", ""))
        .forEach(name -> WrongModel.unless(!names.contains(name), name + " is there twice"));
  }

  // ---- N

  /// Every dimension is a number, or a multiple of N, and at most one is that.
  private static void check(NodeText node, PlainModel some, PlainModel more) {
    for (int i = 0; i < some.outputs(node.name()).size(); i++) {
      batchAxis(
          node.name(), some.outputs(node.name()).get(i), more.outputs(node.name()).get(i));
    }
    for (NodeText.EdgeText edge : node.edges()) {
      List<PlainArray> outputs = some.outputs(edge.source());
      if (outputs != null) {
        PlainArray x = outputs.get(edge.output());
        int axis = batchAxis(node.name(), x, more.outputs(edge.source()).get(edge.output()));
        if (axis >= 0 && isOpen(node, axis, x.rank())) {
          throw new OpenModel("N on axis " + axis + " of what " + node.name() + " takes");
        }
      }
    }
  }

  /// The axis that holds a multiple of N; -1 if there is none.
  private static int batchAxis(String name, PlainArray some, PlainArray more) {
    WrongModel.unless(some.rank() == more.rank(), name + " has " + some.rank() + " axes or not");
    int found = -1;
    for (int axis = 0; axis < some.rank(); axis++) {
      int a = some.dim(axis);
      int b = more.dim(axis);
      if (a != b) {
        WrongModel.unless(a * BATCHES[1] == b * BATCHES[0], name + " is " + a + " or " + b);
        WrongModel.unless(found < 0, name + " has N twice");
        found = axis;
      }
    }
    return found;
  }

  private static void checkVariable(
      ModelText text, String name, PlainModel some, PlainArray more) {
    int axis = batchAxis(name, some.variables().values().get(name), more);
    boolean fed =
        text.node(name).map(node -> !node.layer().equals("Parameter")).orElse(false)
            || name.endsWith("_label");
    WrongModel.unless(axis < 0 || fed, name + " would depend on N");
  }

  /// Layers that treat an axis by its number, or in another way that asks for a known size.
  private static final Map<String, List<String>> AXES =
      Map.of(
          "SliceChannel", List.of("axis"),
          "SliceAxis", List.of("axis"),
          "Reverse", List.of("axis"));

  private static final Set<String> IMAGES =
      Set.of("Conv", "Deconvolution", "MaxPool", "AvgPool", "SumPool", "LRN", "SoftmaxOutput");

  /// Whether the documentation says that it takes no N on this axis, or may: Nacre may refuse it.
  private static boolean isOpen(NodeText node, int axis, int rank) {
    if (IMAGES.contains(node.layer())) {
      return axis > 0;
    }
    if (node.layer().equals("Pad")) {
      List<Integer> widths = NodeText.integers(node.attributes().get("padWidth"), 0);
      return widths.get(2 * axis) + widths.get(2 * axis + 1) > 0;
    }
    for (String attribute : AXES.getOrDefault(node.layer(), List.of())) {
      int ifAbsent = node.layer().equals("SliceChannel") ? 1 : 0;
      String value = node.attributes().getOrDefault(attribute, "" + ifAbsent);
      if (NodeText.integers(value, 0).stream().anyMatch(each -> (each + rank) % rank == axis)) {
        return true;
      }
    }
    return false;
  }
}
