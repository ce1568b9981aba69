package io.nacre.processor.resolve;

import io.nacre.processor.problem.Place;

/// The value that an argument of a node takes: an output of another node.
public record LayerEdge(LayerNode node, int output, Place place) {

  /// `conv1`, `split[1]`.
  String text() {
    return output == 0 ? node.name() : node.name() + "[" + output + "]";
  }
}
