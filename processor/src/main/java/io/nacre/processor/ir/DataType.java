package io.nacre.processor.ir;

import java.util.Locale;

/// The element types of tensors.
///
/// Arithmetic is done in float32, float64, int32 and int64. The narrower types are storage: they are
/// read into the type that they are computed in, and rounded or cut when they are written.
public enum DataType {
  FLOAT32("float", "Float", 4, "32"),
  FLOAT64("double", "Double", 8, "64"),
  FLOAT16("short", "Float", 2, "16"),
  INT8("byte", "Integer", 1, "I8"),
  UINT8("byte", "Integer", 1, "U8"),
  INT32("int", "Integer", 4, "I32"),
  INT64("long", "Long", 8, "I64");

  private final String java;
  private final String stem;
  private final int bytes;
  private final String suffix;

  DataType(String java, String stem, int bytes, String suffix) {
    this.java = java;
    this.stem = stem;
    this.bytes = bytes;
    this.suffix = suffix;
  }

  /// The Java type of a stored element: `float`, and `short` for a float16.
  public String java() {
    return java;
  }

  /// What class names for the type that it is computed in begin with: `Float`.
  public String stem() {
    return stem;
  }

  /// Bytes of a stored element.
  public int bytes() {
    return bytes;
  }

  /// What tells arrays of this type from others in generated code: `work64`, `parametersI8`.
  public String suffix() {
    return suffix;
  }

  /// Whether its numbers have fractions.
  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64 || this == FLOAT16;
  }

  /// Whether the kernels work on its arrays; the other types are cast to one of these before.
  public boolean hasKernels() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /// The type that a number of this type is exact in, and that kernels work on. Only of an int64 it
  /// may lose digits, from 2^53 on.
  public DataType carrier() {
    return switch (this) {
      case FLOAT32, FLOAT16, INT8, UINT8 -> FLOAT32;
      case FLOAT64, INT32, INT64 -> FLOAT64;
    };
  }

  /// The name that users see: `float32`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
