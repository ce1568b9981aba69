package io.nacre.processor.formula;

import java.util.List;
import java.util.Map;

/// What a formula, or a part of it, says.
sealed interface Expression {

  Range range();

  record Number(double value, Range range) implements Expression {}

  /// What one of the method's parameters gives.
  record Edge(String parameter, Range range) implements Expression {}

  /// An operator of MXNet with its operands, which are no numbers.
  ///
  /// @param operator one of its names, after which the node is named
  /// @param attributes as Python would write them
  record Operation(
      String operator, List<Expression> operands, Map<String, String> attributes, Range range)
      implements Expression {
    public Operation {
      operands = List.copyOf(operands);
      attributes = Map.copyOf(attributes);
    }
  }
}
