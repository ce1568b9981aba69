package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y[t,n] = t < length[n] ? data[t,n] : value`
final class SequenceMaskLayer implements Layer {
  @Override
  public String annotation() {
    return "SequenceMask";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return Sequences.arguments(attributes);
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("sequence_length", TypeRule.INDEX);
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    Sequences.infer(node, 1);
  }

  /// A step t is within a length without its fraction if `t + 1 <= length`.
  @Override
  public Value expand(Expansion node) {
    Value x = node.argument("data");
    if (!node.attributes().flag("useSequenceLength")) {
      return x;
    }
    Emitter e = node.emitter();
    Shape shape = x.shape();
    int time = node.attributes().integer("axis");
    Value lengths = Sequences.lengths(node, shape, 1 - time, shape.dim(time));
    Value next = e.add(e.index(time, x), e.constant(1, x));
    return e.selectGreater(next, lengths, e.constant(node.attributes().number("value"), x), x);
  }
}
