package io.nacre.processor.resolve;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which edge each argument of an operator takes.
///
/// Edges with a name (`@As`, `@Weight`, `@Bias`) take the argument of that name; the others take
/// the arguments that are left, in order. If they are no more than those that must be given, they take
/// only such: `@RNN` has its parameters between its data and its states.
public final class ArgumentBinding {
  /// No edge, or no argument.
  public static final int NONE = -1;

  private final int[] edgeOf;
  private final int[] argumentOf;

  private ArgumentBinding(int arguments, int edges) {
    edgeOf = new int[arguments];
    argumentOf = new int[edges];
    Arrays.fill(edgeOf, NONE);
    Arrays.fill(argumentOf, NONE);
  }

  public static ArgumentBinding of(List<Argument> arguments, List<EdgeDeclaration> edges) {
    ArgumentBinding binding = new ArgumentBinding(arguments.size(), edges.size());
    List<String> names = arguments.stream().map(Argument::name).toList();
    for (int edge = 0; edge < edges.size(); edge++) {
      int argument = names.indexOf(edges.get(edge).argument());
      if (argument >= 0 && binding.edgeOf[argument] == NONE) {
        binding.bind(argument, edge);
      }
    }
    boolean onlyData = unnamed(edges) <= binding.missing(arguments);
    int next = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.get(edge).argument().isEmpty()) {
        while (next < names.size()
            && (binding.edgeOf[next] != NONE || (onlyData && !isData(arguments.get(next))))) {
          next++;
        }
        if (next < names.size()) {
          binding.bind(next, edge);
        }
      }
    }
    return binding;
  }

  private static boolean isData(Argument argument) {
    return argument.role() == Argument.Role.DATA;
  }

  private static long unnamed(List<EdgeDeclaration> edges) {
    return edges.stream().filter(edge -> edge.argument().isEmpty()).count();
  }

  /// How many arguments that must be given have no edge yet.
  private long missing(List<Argument> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(argument -> edgeOf[argument] == NONE && isData(arguments.get(argument)))
        .count();
  }

  /// The edge that a layer's first argument takes, by its place in the declaration; or [#NONE].
  public static int first(NodeDeclaration node) {
    return BoundNode.of(node).map(bound -> bound.binding().edgeOf(0)).orElse(NONE);
  }

  private void bind(int argument, int edge) {
    edgeOf[argument] = edge;
    argumentOf[edge] = argument;
  }

  /// The edge that an argument takes, or [#NONE].
  public int edgeOf(int argument) {
    return argument < edgeOf.length ? edgeOf[argument] : NONE;
  }

  /// The argument that an edge is for, or [#NONE] if the operator has no use for it.
  public int argumentOf(int edge) {
    return argumentOf[edge];
  }
}
