package io.nacre.processor.read;

import io.nacre.processor.problem.Place;

/// One parameter of a node method: an edge from another node.
///
/// @param target the node that it names, by its own name or by `@From`
/// @param output which of the target's outputs
/// @param argument the operator's argument it is for (`@As`, `@Weight`, `@Bias`); empty: by position
/// @param place where the target is written
/// @param parameter the parameter's own name
public record EdgeDeclaration(
    String target, int output, String argument, Place place, String parameter) {}
