package io.nacre.processor.ir;

import java.util.Locale;

/// The element types of tensors.
public enum DataType {
  FLOAT32("float", "Float", 4),
  FLOAT64("double", "Double", 8);

  private final String java;
  private final String stem;
  private final int bytes;

  DataType(String java, String stem, int bytes) {
    this.java = java;
    this.stem = stem;
    this.bytes = bytes;
  }

  /// The Java type of an element: `float`.
  public String java() {
    return java;
  }

  /// What class names for this type begin with: `Float`.
  public String stem() {
    return stem;
  }

  public int bytes() {
    return bytes;
  }

  /// The name that users see: `float32`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
