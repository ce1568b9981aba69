package io.nacre.conformance;

/// What came of a case.
public sealed interface Verdict {

  /// Everything is as it should be.
  record Passed() implements Verdict {}

  /// @param why what is wrong: the worst array and element, or what the compiler said
  record Failed(String why) implements Verdict {}

  /// @param missing what Nacre does not have: an operator, or a value of an attribute
  record Skipped(String missing) implements Verdict {}
}
