package io.nacre.runtime;

/// The type of the numbers in a [Tensor].
public enum DataType {
  /// IEEE single precision, 4 bytes, a Java `float`.
  FLOAT32("float32", 4),

  /// IEEE double precision, 8 bytes, a Java `double`.
  FLOAT64("float64", 8);

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

  /// The name that MXNet and NumPy use: `float32`, `float64`.
  @Override
  public String toString() {
    return label;
  }
}
