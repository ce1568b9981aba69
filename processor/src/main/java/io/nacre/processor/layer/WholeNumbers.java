package io.nacre.processor.layer;

import java.util.Set;

/// The elementwise layers that compute with whole numbers too. Division and what gives fractions are
/// not among them, nor numbers as operands, which may have fractions themselves.
final class WholeNumbers {
  private static final Set<String> LAYERS =
      Set.of(
          "Plus", "Minus", "Times", "Maximum", "Minimum", "Equal", "NotEqual", "Greater",
          "GreaterEqual", "Lesser", "LesserEqual", "LogicalAnd", "LogicalOr", "LogicalXor",
          "LogicalNot", "Negative", "Abs", "Sign", "Square", "Relu");

  private WholeNumbers() {}

  /// Whether a layer is one of them; `BroadcastPlus` is what `Plus` is.
  static boolean suit(String annotation) {
    return LAYERS.contains(annotation.replaceFirst("^Broadcast", ""));
  }
}
