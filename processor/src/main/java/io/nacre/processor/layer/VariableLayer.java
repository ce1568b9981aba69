package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.List;

/// A fed value whose whole shape is written, or inferred.
final class VariableLayer implements Layer {
  @Override
  public String annotation() {
    return "Variable";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public VariableKind variable() {
    return VariableKind.INPUT;
  }

  @Override
  public void infer(Inference node) {
    DeclaredShape.infer(node, false);
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter()
        .emit(new Variable(node.name(), Variable.Role.INPUT, node.shape(), node.type()));
  }
}
