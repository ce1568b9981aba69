package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.resolve.LayerNode;
import java.util.Optional;

/// What is known of one node's output so far.
final class NodeState {
  private PartialShape shape = PartialShape.UNKNOWN;
  private LayerNode maker;
  private DataType type;
  private boolean sameType;
  private boolean failed;

  /// The shape as far as others may rely on it: a failed node has none.
  PartialShape shape() {
    return failed ? PartialShape.UNKNOWN : shape;
  }

  /// The node that last added to the shape: this one, or one that uses it.
  Optional<LayerNode> maker() {
    return Optional.ofNullable(maker);
  }

  void learn(PartialShape shape, LayerNode maker) {
    this.shape = shape;
    this.maker = maker;
  }

  Optional<DataType> type() {
    return Optional.ofNullable(type);
  }

  void type(DataType type) {
    this.type = type;
  }

  /// Whether arguments and output have one type.
  boolean sameType() {
    return sameType;
  }

  void markSameType() {
    sameType = true;
  }

  /// Whether a problem of the node was reported.
  boolean failed() {
    return failed;
  }

  void fail() {
    failed = true;
  }
}
