package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.List;

/// A state: its whole shape is written, or inferred from use.
final class AuxiliaryLayer implements Layer {
  @Override
  public String annotation() {
    return "Auxiliary";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public VariableKind variable() {
    return VariableKind.AUXILIARY;
  }

  @Override
  public void infer(Inference node) {
    DeclaredShape.infer(node, false);
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter()
        .emit(new Variable(node.name(), Variable.Role.AUXILIARY, node.shape(), node.type()));
  }
}
