package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import java.util.List;

/// Stands where a node should be that the model does not have, or has wrongly, which has been reported.
/// Nothing is known of it, so nothing is said about what depends on it, while the rest of the model is
/// checked all the same.
public final class UnknownLayer implements Layer {
  public static final UnknownLayer INSTANCE = new UnknownLayer();

  private UnknownLayer() {}

  @Override
  public String annotation() {
    return "";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public void infer(Inference node) {
    // nothing is known
  }

  @Override
  public Value expand(Expansion node) {
    throw new IllegalStateException("a graph with the unknown node " + node.name());
  }
}
