package com.example.layers;

import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Reports all of its attributes at the last of its numbers.
public final class ReportLayer implements Layer {
  @Override
  public String annotation() {
    return "com.example.layers.Report";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    Attributes a = node.attributes();
    List<Object> all =
        List.of(
            a.integer("number"),
            a.number("factor"),
            a.flag("flag"),
            a.text("text"),
            a.constant("kind"),
            a.type("type"),
            a.integers("numbers"),
            a.numbers("factors"),
            a.flags("flags"),
            a.texts("texts"),
            a.constants("kinds"),
            a.types("types"));
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        a.elementPlace("numbers", a.integers("numbers").size() - 1),
        a.kind() + " reads " + all + (a.written("text") ? ", text is written" : ""),
        "there is no way out");
  }

  @Override
  public Value expand(Expansion node) {
    throw new IllegalStateException("the node has failed");
  }
}
