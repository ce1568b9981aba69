package io.nacre.processor.mxnet;

/// A file that is not what it should be.
final class BadFile extends Exception {
  private static final long serialVersionUID = 1;

  private final String hint;

  /// @param fact what is wrong and where: `line 12, node fc1: inputs is missing`
  BadFile(String fact, String hint) {
    super(fact, null, false, false);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
