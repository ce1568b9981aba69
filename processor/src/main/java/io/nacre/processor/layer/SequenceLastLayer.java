package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y[n] = data[length[n] - 1, n]`
final class SequenceLastLayer implements Layer {
  @Override
  public String annotation() {
    return "SequenceLast";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return Sequences.arguments(attributes);
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("sequence_length", TypeRule.INDEX);
    PartialShape output = node.output();
    boolean axis = node.attributes().integer("axis") == 0 || node.attributes().integer("axis") == 1;
    if (output.hasRank() && output.rank() > 0 && axis) {
      node.shape(
          "data",
          AxisView.with(output, node.attributes().integer("axis")),
          ProblemId.SHAPE_MISMATCH);
    }
    if (Sequences.infer(node, 1)) {
      node.output(AxisView.without(node.shape("data"), node.attributes().integer("axis")));
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int time = node.attributes().integer("axis");
    AxisView view = new AxisView(x, time);
    if (!node.attributes().flag("useSequenceLength")) {
      Shape one = Shape.of(Dim.ONE, Dim.ONE, Dim.ONE);
      Value last = before(e, e.size(view.size(), one, x.type()));
      return e.reshape(
          view.gatherSlices(e, Gather.Mode.CLIP, last, Dim.ONE), node.shape());
    }
    Shape places = x.shape().with(time, Dim.ONE);
    Value last = before(e, Sequences.lengths(node, places, 1 - time, view.size()));
    return e.reshape(view.gatherElements(e, Gather.Mode.CLIP, last), node.shape());
  }

  private static Value before(Emitter e, Value length) {
    return e.subtract(length, e.constant(1, length));
  }
}
