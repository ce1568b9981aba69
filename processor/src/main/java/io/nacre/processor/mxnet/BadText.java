package io.nacre.processor.mxnet;

/// A text in a file that does not stand for what it should.
final class BadText extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param expected what it should be: `a whole number`
  BadText(String expected) {
    super(expected, null, false, false);
  }
}
