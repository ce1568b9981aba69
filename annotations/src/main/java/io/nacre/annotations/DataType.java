package io.nacre.annotations;

/// The element type of a tensor.
///
/// Types spread through the graph as shapes do: what is said at one node holds for all nodes that
/// it is connected with, up to a [Cast]. Labels, conditions and indices may be of another type than
/// the layer that takes them. Layers that move elements, such as [Reshape], [Concat] and [Slice], and
/// simple arithmetic, such as [Plus], take all types; other layers take the float types.
public enum DataType {
  /// The type follows from the rest of the graph; [#FLOAT32] if nothing there says otherwise.
  INFERRED,

  /// 32-bit floating point numbers, Java's `float`.
  FLOAT32,

  /// 64-bit floating point numbers, Java's `double`.
  FLOAT64,

  /// 16-bit floating point numbers: 11 binary digits, up to 65504. They are storage: a layer computes
  /// in float32, sums included, and its result is rounded.
  FLOAT16,

  /// Whole numbers from -128 to 127, Java's `byte`.
  INT8,

  /// Whole numbers from 0 to 255, such as the pixels of a picture, in Java's `byte`: 200 is
  /// `(byte) 200`.
  UINT8,

  /// Whole numbers of 32 bits, Java's `int`.
  INT32,

  /// Whole numbers of 64 bits, Java's `long`.
  INT64
}
