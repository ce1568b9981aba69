package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.function.UnaryOperator;

/// One parameter of a node method: an edge from another node.
///
/// @param parameter the parameter's own name
/// @param target the node that it names, by its own name or by `@From`; after inlining, the node
///     that this means: `stem_relu` for the block `stem`
/// @param output which of the target's outputs
/// @param argument the operator's argument it is for (`@As`, `@Weight`, `@Bias`); empty: by
///     position
/// @param state whether the target is known to be a node
/// @param place where the target is written
/// @param outputPlace where the output's number is written; else `place`
/// @param argumentPlace where the argument is written; else `place`
public record EdgeDeclaration(
    String parameter,
    String target,
    int output,
    String argument,
    State state,
    Place place,
    Place outputPlace,
    Place argumentPlace) {

  /// An edge whose target is a name that nobody has looked up.
  public EdgeDeclaration(
      String parameter,
      String target,
      int output,
      String argument,
      Place place,
      Place outputPlace,
      Place argumentPlace) {
    this(
        parameter, target, output, argument, State.WRITTEN, place, outputPlace, argumentPlace);
  }

  /// What is known of the target.
  public enum State {
    /// It is a name that nobody has looked up.
    WRITTEN,
    /// It is a node.
    FOUND,
    /// There is no such node, which is not reported yet.
    MISSING,
    /// There is no such node, which was reported, or follows from something that was.
    REPORTED
  }

  /// `data`, `weight: w`, `split[1]`.
  public String text() {
    return (argument.isEmpty() ? "" : argument + ": ")
        + target
        + (output == 0 ? "" : "[" + output + "]");
  }

  /// The same edge from a node that was found.
  public EdgeDeclaration from(String node, int itsOutput) {
    return new EdgeDeclaration(
        parameter,
        node,
        itsOutput,
        argument,
        State.FOUND,
        place,
        outputPlace,
        argumentPlace);
  }

  /// The same edge, whose node there is not.
  public EdgeDeclaration without(State why) {
    return new EdgeDeclaration(
        parameter, target, output, argument, why, place, outputPlace, argumentPlace);
  }

  /// The same edge with all its places moved.
  public EdgeDeclaration moved(UnaryOperator<Place> move) {
    return new EdgeDeclaration(
        parameter,
        target,
        output,
        argument,
        state,
        move.apply(place),
        move.apply(outputPlace),
        move.apply(argumentPlace));
  }
}
