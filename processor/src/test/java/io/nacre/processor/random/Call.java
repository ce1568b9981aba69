package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One node that is being computed: its attributes, what it is given, and what it makes itself.
final class Call {
  private final NodeText node;
  private final Map<String, Argument> given;
  private final Variables variables;
  private final int n;
  private final boolean training;
  private double loss;
  private boolean isLoss;
  private boolean smooth = true;

  /// What an edge brings.
  ///
  /// @param variable the name of a variable whose shape is not written; empty for all others
  record Argument(String variable, PlainArray value) {}

  Call(
      NodeText node,
      Map<String, Argument> given,
      Variables variables,
      int n,
      boolean training) {
    this.node = node;
    this.given = given;
    this.variables = variables;
    this.n = n;
    this.training = training;
  }

  boolean training() {
    return training;
  }

  void require(boolean right, String why) {
    WrongModel.unless(right, node.name() + ": " + why);
  }

  // ---- arguments

  boolean has(String argument) {
    return given.containsKey(argument);
  }

  PlainArray data(String argument) {
    Argument edge = given.get(argument);
    PlainArray value =
        edge.variable().isEmpty() ? edge.value() : variables.values().get(edge.variable());
    if (value == null) {
      throw new OpenModel(node.name() + " does not tell the shape of " + edge.variable());
    }
    return value;
  }

  /// All arguments in order, which have one shape, so that one tells that of the others.
  List<PlainArray> alike(List<String> arguments) {
    PlainArray first = null;
    for (String argument : arguments) {
      Argument edge = given.get(argument);
      boolean known =
          edge.variable().isEmpty() || variables.values().containsKey(edge.variable());
      first = first == null && known ? data(argument) : first;
    }
    if (first == null) {
      throw new OpenModel(node.name() + " knows no shape");
    }
    List<PlainArray> values = new ArrayList<>();
    for (String argument : arguments) {
      values.add(variable(argument, Variables.Kind.NUMBERS, first.shape()));
    }
    return values;
  }

  List<String> names() {
    return List.copyOf(given.keySet());
  }

  PlainArray parameter(String argument, int... shape) {
    return variable(argument, Variables.Kind.NUMBERS, shape);
  }

  /// An argument of a shape that the layer knows; without an edge the layer makes it.
  PlainArray variable(String argument, Variables.Kind kind, int... shape) {
    Argument edge = given.get(argument);
    if (edge == null) {
      return variables.get(node.name() + "_" + argument, kind, shape);
    }
    if (!edge.variable().isEmpty()) {
      return variables.get(edge.variable(), kind, shape);
    }
    require(
        Arrays.equals(edge.value().shape(), shape),
        "%s is %s, not %s".formatted(argument, edge.value().text(), Arrays.toString(shape)));
    return edge.value();
  }

  /// Whether an argument has a shape without the layer.
  boolean isShaped(String argument) {
    Argument edge = given.get(argument);
    return edge != null
        && (edge.variable().isEmpty() || variables.values().containsKey(edge.variable()));
  }

  PlainArray constant(PlainArray value) {
    return variables.constant(node.name(), value);
  }

  // ---- losses

  /// Adds to what training makes smaller; the head has no other gradient.
  void loss(double value) {
    loss += value;
    isLoss = true;
  }

  double loss() {
    return loss;
  }

  boolean isLoss() {
    return isLoss;
  }

  /// There is no one gradient here, as at a tie of a maximum.
  void notSmooth() {
    smooth = false;
  }

  boolean isSmooth() {
    return smooth;
  }

  // ---- attributes

  boolean written(String name) {
    return node.attributes().containsKey(name);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(node.attributes().getOrDefault(name, "false"));
  }

  String constant(String name, String ifAbsent) {
    return node.attributes().getOrDefault(name, ifAbsent).replaceFirst("^\\w+\\.", "");
  }

  double number(String name, double ifAbsent) {
    return written(name) ? Double.parseDouble(node.attributes().get(name)) : ifAbsent;
  }

  List<Integer> integers(String name) {
    return NodeText.integers(node.attributes().getOrDefault(name, "{}"), n);
  }

  int integer(String name, int ifAbsent) {
    return written(name) ? integers(name).getFirst() : ifAbsent;
  }

  int positive(String name, int ifAbsent) {
    int value = integer(name, ifAbsent);
    require(value > 0, name + " = " + value);
    return value;
  }

  int axis(int written, int rank) {
    require(written >= -rank && written < rank, "axis " + written + " of " + rank);
    return written < 0 ? written + rank : written;
  }

  int axis(String name, int ifAbsent, int rank) {
    return axis(integer(name, ifAbsent), rank);
  }

  /// Several axes, each once, in the order in which they are written.
  List<Integer> axes(String name, int rank) {
    List<Integer> axes = integers(name).stream().map(axis -> axis(axis, rank)).toList();
    require(axes.stream().distinct().count() == axes.size(), name + " has an axis twice");
    return axes;
  }

  /// A number for each spatial axis.
  int[] window(String name, int ifAbsent, int axes, int least) {
    List<Integer> written = integers(name);
    require(written.size() <= 1 || written.size() == axes, name + " for " + axes + " axes");
    int[] numbers = new int[axes];
    for (int i = 0; i < axes; i++) {
      numbers[i] = written.isEmpty() ? ifAbsent : written.get(written.size() == 1 ? 0 : i);
      require(numbers[i] >= least, name + " = " + numbers[i]);
    }
    return numbers;
  }
}
