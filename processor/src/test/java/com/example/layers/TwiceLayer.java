package com.example.layers;

import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import java.util.List;

/// One of two layers for one annotation.
public class TwiceLayer implements Layer {
  @Override
  public String annotation() {
    return "com.example.layers.Twice";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.output(node.shape("data"));
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().scale(node.argument("data"), 2);
  }
}
