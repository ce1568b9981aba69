package io.nacre.processor.layer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Index;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `start + i step`, each number `repeat` times.
final class ArangeLayer implements Layer {
  private static final int MOST = Integer.MAX_VALUE - 64;

  @Override
  public String annotation() {
    return "Arange";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public void infer(Inference node) {
    Attributes attributes = node.attributes();
    DeclaredShape.type(node);
    if (!NumberCheck.finite(node, "start", "use a number such as 0")
        || !NumberCheck.finite(node, "stop", "use a number such as 10")
        || !NumberCheck.finite(node, "step", "use a number such as 1")
        || !Numbers.positive(node, "repeat")) {
      return;
    }
    double step = attributes.number("step");
    if (step == 0) {
      NumberCheck.report(node, "step", "leads nowhere", "use 1, or -1 to go down");
      return;
    }
    double start = attributes.number("start");
    double stop = attributes.number("stop");
    double numbers = numbers(attributes);
    if (numbers < 1) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("stop"),
          "no number from %s to before %s in steps of %s"
              .formatted(Numbers.text(start), Numbers.text(stop), Numbers.text(step)),
          start == stop
              ? "use stop = %s for one number".formatted(Numbers.text(start + step))
              : "use step = %s".formatted(Numbers.text(-step)));
      return;
    }
    if (numbers * attributes.integer("repeat") > MOST) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("stop"),
          "%s numbers are more than an array holds, %d"
              .formatted(Numbers.text(numbers * attributes.integer("repeat")), MOST),
          "use a larger step or a smaller stop");
      return;
    }
    node.output(PartialShape.of(Dim.of((int) numbers * attributes.integer("repeat"))));
  }

  private static double numbers(Attributes attributes) {
    double range = attributes.number("stop") - attributes.number("start");
    return Math.ceil(range / attributes.number("step"));
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Attributes attributes = node.attributes();
    DataType type = node.type().carrier();
    Dim numbers = Dim.of((int) numbers(attributes));
    Shape shape = Shape.of(numbers, Dim.of(attributes.integer("repeat")));
    Value index = e.emit(new Index(0, shape, type));
    Value steps = e.scale(index, attributes.number("step"));
    double start = attributes.number("start");
    Value value = start == 0 ? steps : e.add(steps, e.constant(start, steps));
    return e.cast(e.reshape(value, node.shape()), node.type());
  }
}
