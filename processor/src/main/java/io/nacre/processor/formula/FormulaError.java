package io.nacre.processor.formula;

import java.util.List;

/// A mistake in a formula, and where in its text.
final class FormulaError extends Exception {
  private static final long serialVersionUID = 1;

  private final int start;
  private final int end;
  private final String hint;

  /// @param fact what is wrong
  /// @param hint the way out; may be empty
  FormulaError(Range range, String fact, String hint) {
    super(fact, null, false, false);
    this.start = range.start();
    this.end = range.end();
    this.hint = hint;
  }

  String hint() {
    return hint;
  }

  /// The line of the formula that is wrong, and a line that marks the place.
  List<String> marked(String formula) {
    return marked(formula, new Range(start, end));
  }

  static List<String> marked(String formula, Range range) {
    int from = formula.lastIndexOf('\n', Math.min(range.start(), formula.length()) - 1) + 1;
    int to = formula.indexOf('\n', range.start());
    String line = formula.substring(from, to < 0 ? formula.length() : to);
    int length = Math.max(1, Math.min(range.end(), from + line.length()) - range.start());
    return List.of(
        line, " ".repeat(range.start() - from) + "^" + "~".repeat(Math.max(0, length - 1)));
  }
}
