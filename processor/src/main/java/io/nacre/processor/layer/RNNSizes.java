package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;

/// The sizes of an [RNNLayer] that follow from its attributes.
///
/// @param gates how many rows of weights a number of the state has
/// @param state the numbers of a state
/// @param directions 2 if there is a backward one
record RNNSizes(int gates, int state, int layers, int directions) {

  /// Reads checked attributes.
  static RNNSizes of(Attributes attributes) {
    int gates =
        switch (attributes.constant("mode")) {
          case "LSTM" -> 4;
          case "GRU" -> 3;
          default -> 1;
        };
    return new RNNSizes(
        gates,
        attributes.integer("stateSize"),
        attributes.integer("numLayers"),
        attributes.flag("bidirectional") ? 2 : 1);
  }

  /// The rows of a weight.
  long rows() {
    return (long) gates * state;
  }

  /// How many numbers a layer reads, given what the first one does.
  long read(int layer, long input) {
    return layer == 0 ? input : (long) state * directions;
  }

  /// All parameters, for data of `input` numbers a step.
  long parameters(long input) {
    long above = (layers - 1) * (read(1, input) + state + 2);
    return directions * rows() * (input + state + 2 + above);
  }

  /// How many numbers a step of the data has, given all parameters; unknown if that is no number.
  Dim input(Dim parameters) {
    long least = parameters(0);
    long each = directions * rows();
    long rest = parameters.size() - least;
    return parameters.known() && rest > 0 && rest % each == 0 ? Dim.of(rest / each) : Dim.UNKNOWN;
  }

  PartialShape states(Dim batch) {
    return PartialShape.of(Dim.of((long) layers * directions), batch, Dim.of(state));
  }

  PartialShape output(Dim time, Dim batch) {
    return PartialShape.of(time, batch, Dim.of((long) state * directions));
  }
}
