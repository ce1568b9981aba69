package io.nacre.processor.inline;

import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where a node stands in the whole network.
///
/// @param name MXNet's name for it: `in3a_c1x1_conv`, or what `@Name` makes of that
/// @param java how Java spells it: `in3a_c1x1_conv`
/// @param parts the names of the uses in which it stands, from the outside in, and its own: `in3a`,
///     `c1x1`, `conv`
/// @param weights the node after which its weights are named
/// @param way how one gets there from the user's own lines, a clause each
record Position(
    String name, String java, List<String> parts, String weights, List<String> way) {
  Position {
    parts = List.copyOf(parts);
    way = List.copyOf(way);
  }

  /// Of a node that the model itself declares.
  ///
  /// @param node what the model calls it
  static Position of(String node, String name, String java) {
    return new Position(name, java, List.of(node), name, List.of());
  }

  /// Of a node inside this one.
  ///
  /// @param node what its block or model calls it
  /// @param named MXNet's name for it, by that of this one
  /// @param spelt how Java spells it without this one
  Position inside(String node, UnaryOperator<String> named, String spelt) {
    return new Position(
        named.apply(name),
        java + "_" + spelt,
        longer(parts, node),
        named.apply(weights),
        way);
  }

  /// What messages call it: `in3a.c1x1.conv`.
  String path() {
    return String.join(".", parts);
  }

  /// The uses in which it stands, from the outside in.
  List<String> blocks() {
    return parts.subList(0, parts.size() - 1);
  }

  /// The same position, but with the weights of another node.
  Position withWeights(String others) {
    return new Position(name, java, parts, others, way);
  }

  /// The same position by another way.
  Position by(List<String> other) {
    return new Position(name, java, parts, weights, other);
  }

  /// The same position, one clause further: `stem.conv` `is @Conv(filters = 64)`.
  Position with(String clause) {
    return by(longer(way, path() + " " + clause));
  }

  /// A place of this node: as it is, if it stands in the user's own lines.
  Place at(Place place) {
    return way.isEmpty() ? place : InnerPlace.by(way, place);
  }

  private static List<String> longer(List<String> list, String last) {
    List<String> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
