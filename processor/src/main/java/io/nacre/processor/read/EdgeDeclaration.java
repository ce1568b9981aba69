package io.nacre.processor.read;

import io.nacre.processor.problem.Place;

/// One parameter of a node method: an edge from another node.
///
/// @param parameter the parameter's own name
/// @param target the node that it names, by its own name or by `@From`
/// @param output which of the target's outputs
/// @param argument the operator's argument it is for (`@As`, `@Weight`, `@Bias`); empty: by
///     position
/// @param place where the target is written
/// @param outputPlace where the output's number is written; else `place`
/// @param argumentPlace where the argument is written; else `place`
public record EdgeDeclaration(
    String parameter,
    String target,
    int output,
    String argument,
    Place place,
    Place outputPlace,
    Place argumentPlace) {

  /// `data`, `weight: w`, `split[1]`.
  public String text() {
    return (argument.isEmpty() ? "" : argument + ": ")
        + target
        + (output == 0 ? "" : "[" + output + "]");
  }
}
