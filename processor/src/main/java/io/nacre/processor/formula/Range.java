package io.nacre.processor.formula;

/// A part of a formula's text.
record Range(int start, int end) {

  /// From the start of this one to the end of another.
  Range to(Range other) {
    return new Range(start, other.end);
  }

  String of(String text) {
    return text.substring(start, end);
  }
}
