package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.List;

/// `N x shape`, or inferred from the loss; fed at every training step.
final class LabelLayer implements Layer {
  @Override
  public String annotation() {
    return "Label";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public VariableKind variable() {
    return VariableKind.LABEL;
  }

  @Override
  public void infer(Inference node) {
    DeclaredShape.infer(node, true);
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter()
        .emit(new Variable(node.name(), Variable.Role.INPUT, node.shape(), node.type()));
  }
}
