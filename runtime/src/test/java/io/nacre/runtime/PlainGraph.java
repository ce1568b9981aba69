package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Segment;

/// A graph that computes nothing: its gradients are what a test puts there.
final class PlainGraph extends CompiledGraph {
  PlainGraph(GraphSpec spec, Device device, int batch, CompiledGraph sharing) {
    super(spec, device, batch, sharing);
  }

  PlainGraph(GraphSpec spec, Device device) {
    this(spec, device, 1, null);
  }

  /// One parameter `w_weight` of some numbers.
  static GraphSpec one(DataType dataType, int size) {
    return GraphSpec.builder("Net")
        .parameter("w_weight", Shape.of(size), dataType, 0)
        .segment(Segment.PARAMETERS, dataType, size)
        .build();
  }

  /// Parameters `a_weight` of 5 x 1000 numbers, `b_bias` of 7 and `c_weight` of 3, with padding
  /// between them.
  static GraphSpec three(DataType dataType) {
    return GraphSpec.builder("Net")
        .parameter("a_weight", Shape.of(5, 1000), dataType, 3)
        .parameter("b_bias", Shape.of(7), dataType, 5003)
        .parameter("c_weight", Shape.of(3), dataType, 5024)
        .segment(Segment.PARAMETERS, dataType, 5040)
        .build();
  }
}
