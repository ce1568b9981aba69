package io.nacre.processor.inline;

import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Place;
import java.util.ArrayList;
import java.util.List;

/// Where a node stands in the whole network.
///
/// @param name its name there: `in3a_c1x1_conv`
/// @param path what messages call it: `in3a.c1x1.conv`
/// @param weights the node after which its weights are named
/// @param way how one gets there from the user's own lines, a clause each
record Position(String name, String path, String weights, List<String> way) {
  Position {
    way = List.copyOf(way);
  }

  /// Of a node that the model itself declares.
  static Position of(String node) {
    return new Position(node, node, node, List.of());
  }

  /// Of a node inside this one.
  Position inside(String node) {
    return new Position(name + "_" + node, path + "." + node, weights + "_" + node, way);
  }

  /// The same position, but with the weights of another node.
  Position withWeights(String others) {
    return new Position(name, path, others, way);
  }

  /// The same position by another way.
  Position by(List<String> other) {
    return new Position(name, path, weights, other);
  }

  /// The same position, one clause further: `stem.conv` `is @Conv(filters = 64)`.
  Position with(String clause) {
    List<String> longer = new ArrayList<>(way);
    longer.add(path + " " + clause);
    return new Position(name, path, weights, longer);
  }

  /// A place of this node: as it is, if it stands in the user's own lines.
  Place at(Place place) {
    return way.isEmpty() ? place : InnerPlace.by(way, place);
  }
}
