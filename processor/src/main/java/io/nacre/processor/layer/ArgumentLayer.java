package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// An input of a called model, in the place of which stands a node of the caller: the identity, with
/// the shape and the type that the called model declares. Once shapes are inferred it is taken out.
public final class ArgumentLayer implements Layer {
  private static final ArgumentLayer OF_INPUT = new ArgumentLayer(true);
  private static final ArgumentLayer OF_VARIABLE = new ArgumentLayer(false);

  private final boolean perSample;

  private ArgumentLayer(boolean perSample) {
    this.perSample = perSample;
  }

  /// @param annotation what declares the input: `Input` or `Variable`
  public static ArgumentLayer of(String annotation) {
    return annotation.equals("Input") ? OF_INPUT : OF_VARIABLE;
  }

  @Override
  public String annotation() {
    return "";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("argument"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    DeclaredShape.infer(node, perSample);
    node.shape(
        "argument",
        node.output(),
        ProblemId.SHAPE_MISMATCH,
        "the called model declares it so");
    node.output(node.shape("argument"));
  }

  @Override
  public Value expand(Expansion node) {
    throw new IllegalStateException("the input " + node.name() + " of a called model is left");
  }
}
