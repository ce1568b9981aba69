package io.nacre.runtime;

/// The type of the numbers in a [Tensor].
public enum DataType {
  /// IEEE single precision, 4 bytes, a Java `float`.
  FLOAT32("float32", 4),

  /// IEEE double precision, 8 bytes, a Java `double`.
  FLOAT64("float64", 8),

  /// IEEE half precision, 2 bytes: 11 binary digits, up to 65504. It is computed in float32 and then
  /// rounded.
  FLOAT16("float16", 2),

  /// Whole numbers from -128 to 127, a Java `byte`.
  INT8("int8", 1),

  /// Whole numbers from 0 to 255.
  UINT8("uint8", 1),

  /// Whole numbers of 32 bits, a Java `int`.
  INT32("int32", 4),

  /// Whole numbers of 64 bits, a Java `long`.
  INT64("int64", 8);

  private final String label;
  private final int bytes;

  DataType(String label, int bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /// How many bytes one number takes.
  public int bytes() {
    return bytes;
  }

  /// Whether its numbers have fractions.
  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64 || this == FLOAT16;
  }

  /// The name that MXNet and NumPy use: `float32`, `float64`.
  @Override
  public String toString() {
    return label;
  }
}
