package io.nacre.annotations;

/// The element type of a tensor.
///
/// Types spread through the graph as shapes do: what is said at one node holds for all nodes that
/// it is connected with.
public enum DataType {
  /// The type follows from the rest of the graph; [#FLOAT32] if nothing there says otherwise.
  INFERRED,

  /// 32-bit floating point numbers, Java's `float`.
  FLOAT32,

  /// 64-bit floating point numbers, Java's `double`.
  FLOAT64
}
