package io.nacre.processor.layer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.List;

/// One node while layers become primitives.
public interface Expansion {
  String name();

  Attributes attributes();

  /// The value of an argument: of [#type], unless the layer only moves elements.
  Value argument(String argument);

  /// The value of an argument that says which rows of a table to take: whole numbers as float64, which
  /// are exact, or numbers of [#type].
  Value indices(String argument);

  /// The dimension that a number in an attribute means; see [Inference#dim].
  Dim dim(int number);

  /// The values of all arguments, in the operator's order.
  List<Value> arguments();

  /// The shape of the node's output, the first if there are several, as inferred.
  default Shape shape() {
    return shape(0);
  }

  /// The shape of one of several outputs.
  Shape shape(int output);

  /// The type that the layer computes in: the node's own, and float32 for float16.
  DataType type();

  /// True for the plan with gradients, false for the one that only predicts.
  boolean training();

  /// Gives a state, an auxiliary argument, the value that it has after the step.
  void assign(String argument, Value value);

  /// Makes primitives on behalf of this node.
  Emitter emitter();
}
