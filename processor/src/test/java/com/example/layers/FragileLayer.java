package com.example.layers;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// The identity, but for what its attribute says goes wrong.
public final class FragileLayer implements Layer {
  @Override
  public String annotation() {
    return "com.example.layers.Fragile";
  }

  private static boolean is(Attributes attributes, String word) {
    return attributes.text("value").equals(word);
  }

  private static void fail(Attributes attributes, String word) {
    if (is(attributes, word)) {
      throw new UnsupportedOperationException("no " + word + " today");
    }
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    fail(attributes, "arguments");
    if (is(attributes, "argument twice")) {
      return List.of(Argument.data("data"), Argument.parameter("data"));
    }
    return is(attributes, "state")
        ? List.of(Argument.data("data"), Argument.auxiliary("state"))
        : List.of(Argument.data("data"));
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    fail(attributes, "outputs");
    if (is(attributes, "no name")) {
      return List.of("");
    }
    return is(attributes, "no outputs") ? List.of() : List.of("output");
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    fail(attributes, "isLoss");
    return false;
  }

  @Override
  public boolean blocksGradient(Attributes attributes) {
    if (is(attributes, "error")) {
      throw new Error("not even an exception");
    }
    return false;
  }

  @Override
  public void infer(Inference node) {
    fail(node.attributes(), "infer");
    if (is(node.attributes(), "overflow")) {
      infer(node);
    }
    if (is(node.attributes(), "unknown attribute")) {
      node.attributes().integer("units");
    }
    node.sameType();
    node.output(node.shape("data"));
    if (is(node.attributes(), "state")) {
      node.shape(
          "state",
          PartialShape.of(Dim.of(2)),
          ProblemId.WEIGHT_SHAPE);
    }
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    throw new IllegalStateException("no advice");
  }

  @Override
  public Value expand(Expansion node) {
    fail(node.attributes(), "expand");
    if (is(node.attributes(), "null")) {
      return null;
    }
    Value data = node.argument("data");
    if (is(node.attributes(), "shape")) {
      return node.emitter().reshape(data, Shape.of(data.shape().size()));
    }
    if (is(node.attributes(), "primitive")) {
      return node.emitter().add(data, node.emitter().reshape(data, Shape.of(data.shape().size())));
    }
    if (is(node.attributes(), "state")) {
      node.assign("state", data);
    }
    return data;
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    return is(node.attributes(), "count") ? List.of() : List.of(expand(node));
  }
}
