package io.nacre.processor.inline;

import io.nacre.processor.read.Copies;
import io.nacre.processor.read.GivenName;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How the nodes that a model or block declares are called in the whole network.
///
/// The name of the use goes before that of a node inside it, for MXNet and for Java. `@Name` gives
/// MXNet's name: without `%s` it takes the place of the method's name; with it, `%s` is the name
/// that the node would have, or, in a block's body, the use's, which then does not go before it.
///
/// @param use in what the nodes stand; empty for the model itself
/// @param block whether they are those of a block
/// @param spelling how Java spells the names of a model that is called
/// @param given whether `@Name` counts: not while a block is checked by itself, where the name of
///     the use is not known
record Naming(Optional<Position> use, boolean block, Spelling spelling, boolean given) {

  /// Of a node that is not repeated.
  Position of(NodeDeclaration node) {
    return named(node, node.name(), UnaryOperator.identity());
  }

  /// Of a copy of a repeated one.
  Position copy(NodeDeclaration node, Copies copies, int copy) {
    return named(node, copies.name(copy), base -> copies.name(base, copy));
  }

  /// Of a node that no method declares.
  Position of(String node) {
    return named(node, outer -> behind(outer, node));
  }

  private Position named(NodeDeclaration node, String name, UnaryOperator<String> numbered) {
    if (!given || node.given().isEmpty()) {
      return of(name);
    }
    GivenName written = node.given().get();
    if (block && written.hole()) {
      return named(name, outer -> numbered.apply(written.of(outer)));
    }
    String own = written.hole() ? written.of(name) : numbered.apply(written.before());
    return named(name, outer -> behind(outer, own));
  }

  /// @param name MXNet's name, by that of the use
  private Position named(String node, UnaryOperator<String> name) {
    String java = spelling.java(node);
    return use.map(outer -> outer.inside(node, name, java))
        .orElseGet(() -> Position.of(node, name.apply(""), java));
  }

  private static String behind(String outer, String own) {
    return outer.isEmpty() ? own : outer + "_" + own;
  }
}
