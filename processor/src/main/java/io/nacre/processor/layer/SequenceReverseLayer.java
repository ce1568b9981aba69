package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y[t,n] = t < length[n] ? data[length[n] - 1 - t, n] : data[t,n]`
final class SequenceReverseLayer implements Layer {
  private static final int TIME = 0;
  private static final int BATCH = 1;

  @Override
  public String annotation() {
    return "SequenceReverse";
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
    Sequences.infer(node, 0);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    Dim time = x.shape().dim(TIME);
    if (!node.attributes().flag("useSequenceLength")) {
      return e.slice(x, TIME, new Range(0, time, -1));
    }
    // t counts as within the length without its fraction if t + 1 <= length
    Value lengths = Sequences.lengths(node, x.shape(), BATCH, time);
    Value t = e.index(TIME, x);
    Value next = e.add(t, e.constant(1, x));
    Value longest = e.size(time, x.shape(), x.type());
    Value within = e.selectGreater(lengths, longest, longest, lengths);
    Value from = e.selectGreater(next, lengths, t, e.subtract(within, next));
    Shape columns = Shape.of(Dim.ONE, time, x.shape().size(1, x.shape().rank()));
    Value y =
        e.emit(
            new Gather(Gather.Mode.CLIP, e.reshape(x, columns), e.reshape(from, columns)));
    return e.reshape(y, x.shape());
  }
}
