package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Equal parts of an axis, each an output.
final class SliceChannelLayer implements Layer {
  /// More outputs are a mistake; a number without bound would fill the memory with their names.
  private static final int MOST_OUTPUTS = 4096;

  /// What a number below 1 stands for, which is refused: more than edges take as a rule, lest they be
  /// refused too.
  private static final int OUTPUTS_OF_NONE = 100;

  @Override
  public String annotation() {
    return "SliceChannel";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    int written = attributes.integer("outputs");
    int outputs = written < 1 ? OUTPUTS_OF_NONE : Math.min(written, MOST_OUTPUTS);
    return IntStream.range(0, outputs).mapToObj(i -> "output" + i).toList();
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    int outputs = node.attributes().integer("outputs");
    if (outputs < 1 || outputs > MOST_OUTPUTS) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("outputs"),
          "outputs = %d is not from 1 to %d".formatted(outputs, MOST_OUTPUTS),
          "use how many parts there are, such as 2");
      return;
    }
    boolean squeeze = node.attributes().flag("squeezeAxis");
    PartialShape part = node.output();
    if (part.hasRank()) {
      int rank = part.rank() + (squeeze ? 1 : 0);
      node.shape("data", PartialShape.ofRank(rank), ProblemId.WRONG_RANK);
    }
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return;
    }
    Optional<Integer> axis = Axes.check(node, "axis", "data", data.rank());
    if (axis.isEmpty() || !isEven(node, data, axis.get(), outputs)) {
      return;
    }
    Dim size =
        squeeze ? Dim.ONE : data.dim(axis.get()).dividedBy(Dim.of(outputs)).orElse(Dim.UNKNOWN);
    PartialShape whole = Features.with(data, axis.get(), size);
    for (int i = 0; i < outputs; i++) {
      node.output(i, squeeze ? Features.without(whole, axis.get()) : whole);
    }
    for (int i = 0; i < outputs; i++) {
      inferBack(node, node.output(i), axis.get(), outputs, data.rank());
    }
  }

  private static void inferBack(
      Inference node, PartialShape part, int axis, int outputs, int rank) {
    boolean squeeze = node.attributes().flag("squeezeAxis");
    if (part.hasRank() && part.rank() + (squeeze ? 1 : 0) == rank) {
      PartialShape kept = squeeze ? Features.inserted(part, axis, Dim.ONE) : part;
      Dim size = kept.dim(axis).times(Dim.of(outputs)).orElse(Dim.UNKNOWN);
      node.shape("data", Features.with(kept, axis, size), ProblemId.SHAPE_MISMATCH);
    }
  }

  /// Whether the axis can be cut; otherwise it is reported.
  private static boolean isEven(Inference node, PartialShape data, int axis, int outputs) {
    Dim size = data.dim(axis);
    if (!size.known()) {
      return true;
    }
    if (size.size() % outputs != 0) {
      Split.report(node, "outputs", data, axis, outputs);
      return false;
    }
    if (node.attributes().flag("squeezeAxis") && !size.is(outputs)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("squeezeAxis"),
          "each part of axis %d of %s %s has the size %s, so the axis cannot go"
              .formatted(
                  axis,
                  node.source("data"),
                  data,
                  size.dividedBy(Dim.of(outputs)).orElseThrow()),
          size.batch()
              ? "leave squeezeAxis out"
              : "leave squeezeAxis out, or use outputs = " + size);
      return false;
    }
    return true;
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), data.shape().rank());
    int outputs = node.attributes().integer("outputs");
    Dim size = data.shape().dim(axis).dividedBy(Dim.of(outputs)).orElseThrow();
    Shape shape = node.shape();
    return IntStream.range(0, outputs)
        .mapToObj(i -> e.slice(data, axis, Range.of(i * size.size(), size)))
        .map(part -> e.reshape(part, shape))
        .toList();
  }
}
