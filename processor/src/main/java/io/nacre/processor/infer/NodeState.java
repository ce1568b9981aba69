package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.layer.TypeRule;
import io.nacre.processor.resolve.LayerNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is known of one node's outputs so far.
final class NodeState {
  private final PartialShape[] shapes;
  private LayerNode maker;
  private DataType type;
  private boolean sameType;
  private final Map<String, TypeRule> rules = new HashMap<>();
  private boolean failed;

  NodeState(int outputs) {
    shapes = new PartialShape[outputs];
    Arrays.fill(shapes, PartialShape.UNKNOWN);
  }

  /// The shape of an output as far as others may rely on it: a failed node has none.
  PartialShape shape(int output) {
    return failed ? PartialShape.UNKNOWN : shapes[output];
  }

  /// The shapes of all outputs, as far as others may rely on them.
  List<PartialShape> shapes() {
    return IntStream.range(0, shapes.length).mapToObj(this::shape).toList();
  }

  /// The node that last added to a shape: this one, or one that uses it.
  Optional<LayerNode> maker() {
    return Optional.ofNullable(maker);
  }

  void learn(int output, PartialShape shape, LayerNode maker) {
    shapes[output] = shape;
    this.maker = maker;
  }

  Optional<DataType> type() {
    return Optional.ofNullable(type);
  }

  void type(DataType type) {
    this.type = type;
  }

  /// Whether arguments and outputs have one type.
  boolean sameType() {
    return sameType;
  }

  void markSameType() {
    sameType = true;
  }

  /// The rules of the arguments that may have a type of their own.
  Map<String, TypeRule> rules() {
    return rules;
  }

  /// Whether a problem of the node was reported.
  boolean failed() {
    return failed;
  }

  void fail() {
    failed = true;
  }
}
