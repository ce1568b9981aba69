package io.nacre.processor.layer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;

/// One node while layers become primitives.
public interface Expansion {
  String name();

  Attributes attributes();

  /// The value of an argument.
  Value argument(String argument);

  /// The node's output shape, as inferred.
  Shape shape();

  DataType type();

  /// True for the plan with gradients, false for the one that only predicts.
  boolean training();

  /// Makes primitives on behalf of this node.
  Emitter emitter();
}
