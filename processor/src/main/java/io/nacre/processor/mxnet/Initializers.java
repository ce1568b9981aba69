package io.nacre.processor.mxnet;

import io.nacre.processor.mxnet.SymbolFile.Node;
import java.util.Optional;

/// The first values that some of MXNet's operators write into the attributes of their variables.
final class Initializers {
  static final String KEY = "__init__";

  private static final String ZERO = "[\"zero\", {}]";
  private static final String ONE = "[\"one\", {}]";
  private static final String PRELU = "[\"Constant\", {\"value\": 0.25}]";

  private Initializers() {}

  /// The initializer of one of an operator's inputs, if the operator sets one.
  static Optional<String> of(Node operator, int input) {
    return switch (operator.operator()) {
      case "BatchNorm" ->
          input == 3 ? Optional.of(ZERO) : input == 4 ? Optional.of(ONE) : Optional.empty();
      case "LeakyReLU" ->
          input == 1 && "prelu".equals(operator.attributes().get("act_type"))
              ? Optional.of(PRELU)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
