package io.nacre.processor.formula;

/// A word of a formula.
record Token(Kind kind, String text, Range range) {

  enum Kind {
    NUMBER,
    NAME,
    /// A text in single quotes, which are left out.
    TEXT,
    /// An operator, a bracket or a comma.
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// For messages.
  String shown() {
    return kind == Kind.TEXT ? "'" + text + "'" : text;
  }
}
