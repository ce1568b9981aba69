package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A border of a number, of copies of the edge, or of what lies inside it.
final class PadLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Pad";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    List<Integer> widths = node.attributes().integers("padWidth");
    for (int i = 0; i < widths.size(); i++) {
      if (widths.get(i) < 0) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("padWidth", i),
            "padWidth = %d is negative".formatted(widths.get(i)),
            "use at least 0; @Slice takes something away");
        return false;
      }
    }
    if (widths.size() % 2 != 0) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("padWidth"),
          "padWidth has %d number%s, but each axis takes two"
              .formatted(widths.size(), widths.size() == 1 ? "" : "s"),
          "write how many go before and how many after, for each axis in turn");
      return false;
    }
    return true;
  }

  @Override
  OptionalInt rank(Inference node) {
    // a wrong number is told in better words below
    return node.shape(DATA).hasRank()
        ? OptionalInt.empty()
        : OptionalInt.of(node.attributes().integers("padWidth").size() / 2);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    List<Integer> widths = node.attributes().integers("padWidth");
    if (widths.size() != 2 * data.rank()) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("padWidth"),
          "padWidth has %d numbers, but %s %s has %d axes"
              .formatted(widths.size(), node.source(DATA), data, data.rank()),
          "write %d numbers; 0 and 0 leave an axis as it is".formatted(2 * data.rank()));
      return Optional.empty();
    }
    PartialShape padded = data;
    for (int axis = 0; axis < data.rank(); axis++) {
      int before = widths.get(2 * axis);
      int after = widths.get(2 * axis + 1);
      if (data.dim(axis).known() && !isWideEnough(node, data, axis, before, after)) {
        return Optional.empty();
      }
      padded = Features.with(padded, axis, plus(data.dim(axis), (long) before + after));
    }
    return Optional.of(padded);
  }

  private static boolean isWideEnough(
      Inference node, PartialShape data, int axis, int before, int after) {
    Dim size = data.dim(axis);
    int element = 2 * axis + (before > 0 ? 0 : 1);
    if (size.batch() && before + after > 0) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.attributes().elementPlace("padWidth", element),
          "axis %d of %s %s would have the size %s + %d, which is no multiple of N"
              .formatted(axis, node.source(DATA), data, size, (long) before + after),
          "pad it with 0 and 0, or fix the batch: @Model(batch = 64)");
      return false;
    }
    boolean reflects = node.attributes().constant("mode").equals("REFLECT");
    if (reflects && Math.max(before, after) >= size.size()) {
      boolean first = before >= size.size();
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attributes().elementPlace("padWidth", 2 * axis + (first ? 0 : 1)),
          "axis %d of %s %s has the size %s, too little to reflect %d"
              .formatted(axis, node.source(DATA), data, size, first ? before : after),
          "use at most %d, or PadMode.EDGE".formatted(size.size() - 1));
      return false;
    }
    return true;
  }

  private static Dim plus(Dim size, long more) {
    return size.known() ? new Dim(size.size() + more, size.batch()) : Dim.UNKNOWN;
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Integer> widths = node.attributes().integers("padWidth");
    PartialShape back = output;
    for (int axis = 0; axis < output.rank(); axis++) {
      long border = (long) widths.get(2 * axis) + widths.get(2 * axis + 1);
      Dim size = output.dim(axis);
      boolean whole = border == 0 || (size.known() && !size.batch() && size.size() > border);
      back = Features.with(back, axis, whole ? plus(size, -border) : Dim.UNKNOWN);
    }
    return back;
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument(DATA);
    List<Integer> widths = node.attributes().integers("padWidth");
    String mode = node.attributes().constant("mode");
    if (mode.equals("CONSTANT")) {
      List<Range> inside = new ArrayList<>();
      for (int axis = 0; axis < data.shape().rank(); axis++) {
        inside.add(Range.of(widths.get(2 * axis), data.shape().dim(axis)));
      }
      double number = node.attributes().number("constantValue");
      return node.emitter().pad(data, inside, node.shape(), number);
    }
    Value padded = data;
    for (int axis = 0; axis < data.shape().rank(); axis++) {
      List<Value> parts = new ArrayList<>();
      border(node.emitter(), padded, axis, widths.get(2 * axis), mode, true).ifPresent(parts::add);
      parts.add(padded);
      border(node.emitter(), padded, axis, widths.get(2 * axis + 1), mode, false)
          .ifPresent(parts::add);
      padded = node.emitter().concat(parts, axis);
    }
    return padded;
  }

  /// The `width` elements before or after an axis.
  private static Optional<Value> border(
      Emitter e, Value value, int axis, int width, String mode, boolean before) {
    if (width == 0) {
      return Optional.empty();
    }
    Dim size = value.shape().dim(axis);
    if (mode.equals("REFLECT")) {
      long from = before ? 1 : size.size() - 1 - width;
      return Optional.of(e.slice(value, axis, new Range(from, Dim.of(width), -1)));
    }
    Value edge = e.slice(value, axis, Range.of(before ? 0 : size.size() - 1, Dim.ONE));
    return Optional.of(e.broadcast(edge, edge.shape().with(axis, Dim.of(width))));
  }
}
