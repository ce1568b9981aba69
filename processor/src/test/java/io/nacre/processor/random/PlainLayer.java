package io.nacre.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A layer as its annotation describes it, computed in the plainest way.
///
/// @param arguments their names in order; those that the layer makes if they are not given end in
///     `?`, and `arg*` stands for any number
record PlainLayer(Function<NodeText, String> arguments, Rule rule) {
  /// Computes all outputs, or finds out that it cannot.
  interface Rule {
    List<PlainArray> of(Call call);
  }

  /// One output.
  interface OneRule {
    PlainArray of(Call call);
  }

  static PlainLayer of(String arguments, OneRule rule) {
    return new PlainLayer(node -> arguments, call -> List.of(rule.of(call)));
  }

  List<String> argumentsOf(NodeText node) {
    String text = arguments.apply(node);
    return text.equals("arg*")
        ? IntStream.range(0, Math.max(1, node.edges().size())).mapToObj(i -> "arg" + i).toList()
        : Arrays.asList(text.split(" "));
  }
}
