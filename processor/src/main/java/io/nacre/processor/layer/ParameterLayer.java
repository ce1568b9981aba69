package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Set;

/// A weight: its whole shape is written, or inferred from use.
final class ParameterLayer implements Layer {
  private static final Set<String> OF_ONE_NUMBER = Set.of("CONSTANT", "UNIFORM", "NORMAL");

  @Override
  public String annotation() {
    return "Parameter";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public VariableKind variable() {
    return VariableKind.PARAMETER;
  }

  @Override
  public void infer(Inference node) {
    if (multiplier(node, "lrMult", "0 freezes it, 1 leaves the learning rate as it is")
        && multiplier(node, "wdMult", "0 means no decay, 1 leaves it as it is")
        && initial(node)) {
      DeclaredShape.infer(node, false);
    }
  }

  private static boolean multiplier(Inference node, String name, String hint) {
    if (!node.attributes().written(name)) {
      return true;
    }
    double number = node.attributes().number(name);
    if (number >= 0 && Double.isFinite(number)) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(name),
        "%s = %s is no number from 0 on".formatted(name, Numbers.text(number)),
        hint);
    return false;
  }

  /// `initValue` must be there for a constant, and for nothing that does not take it.
  private static boolean initial(Inference node) {
    Attributes attributes = node.attributes();
    String init = attributes.written("init") ? attributes.constant("init") : "DEFAULT";
    boolean written = attributes.written("initValue");
    if (!written && !init.equals("CONSTANT")) {
      return true;
    }
    double number = written ? attributes.number("initValue") : Double.NaN;
    boolean suits = init.equals("CONSTANT") ? Double.isFinite(number) : number > 0;
    if (OF_ONE_NUMBER.contains(init) && suits && Double.isFinite(number)) {
      return true;
    }
    boolean takes = OF_ONE_NUMBER.contains(init);
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(written ? "initValue" : "init"),
        !takes
            ? "initValue = %s, but Init.%s takes no number".formatted(Numbers.text(number), init)
            : written
                ? "initValue = %s makes no sense for Init.%s".formatted(Numbers.text(number), init)
                : "Init.CONSTANT has no number",
        takes
            ? "write one, such as init = Init.%s, initValue = 0.1".formatted(init)
            : "remove it, or use Init.CONSTANT, Init.UNIFORM or Init.NORMAL");
    return false;
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter()
        .emit(new Variable(node.name(), Variable.Role.PARAMETER, node.shape(), node.type()));
  }
}
