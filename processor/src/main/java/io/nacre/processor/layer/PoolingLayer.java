package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A window that makes one number of its elements, for each sample and channel by itself.
///
/// @param fixed the kind of a short form; empty: the attribute `type` names it
record PoolingLayer(String annotation, Optional<Pool.Kind> fixed) implements Layer {
  static PoolingLayer named() {
    return new PoolingLayer("Pooling", Optional.empty());
  }

  static PoolingLayer of(String annotation, Pool.Kind kind) {
    return new PoolingLayer(annotation, Optional.of(kind));
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  private Pool.Kind kind(Attributes attributes) {
    return fixed.orElseGet(
        () ->
            switch (attributes.constant("type")) {
              case "MAX" -> Pool.Kind.MAX;
              case "AVG" -> Pool.Kind.AVERAGE;
              case "SUM" -> Pool.Kind.SUM;
              case "LP" -> Pool.Kind.LP;
              default -> throw new IllegalStateException(attributes.constant("type"));
            });
  }

  /// The window over `axes` axes; not for global pooling.
  private static SlidingWindow window(Attributes attributes, int axes) {
    return SlidingWindow.of(
        attributes, axes, attributes.constant("convention").equals("FULL"), true);
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    boolean global = node.attributes().flag("global");
    WindowCheck written = new WindowCheck(node, List.of("kernel", "stride", "pad"));
    WindowCheck check = global ? new WindowCheck(node, List.of()) : written;
    if (!written.numbers() || !PoolingCheck.attributes(node, kind(node.attributes()))) {
      return;
    }
    OptionalInt axes = check.axes(node.shape("data"), node.output());
    if (axes.isEmpty()) {
      return;
    }
    int rank = axes.getAsInt() + 2;
    node.shape("data", PartialShape.ofRank(rank), ProblemId.WRONG_RANK);
    PartialShape data = node.shape("data");
    if (!data.hasRank() || !check.withoutBatch(data)) {
      return;
    }
    List<Dim> output = new ArrayList<>(data.dims().subList(0, 2));
    if (global) {
      output.addAll(Collections.nCopies(axes.getAsInt(), Dim.ONE));
    } else {
      SlidingWindow window = window(node.attributes(), axes.getAsInt());
      if (!check.fits(window, data) || !PoolingCheck.lastWindow(node, window, data)) {
        return;
      }
      for (int axis = 0; axis < window.axes(); axis++) {
        Dim size = data.dim(axis + 2);
        output.add(size.known() ? Dim.of(window.output(axis, (int) size.size())) : Dim.UNKNOWN);
      }
    }
    node.output(PartialShape.of(output));
    relateBack(node, rank);
  }

  private static void relateBack(Inference node, int rank) {
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() == rank) {
      PartialShape back = Features.with(PartialShape.ofRank(rank), 0, output.dim(0));
      node.shape("data", Features.with(back, 1, output.dim(1)), ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    if (attributes.flag("global")
        || wanted.rank() != data.rank()
        || !wanted.dims().subList(0, 2).equals(data.dims().subList(0, 2))
        || Features.holdBatch(PartialShape.of(wanted), 1, wanted.rank())) {
      return Optional.empty();
    }
    SlidingWindow window = window(attributes, data.rank() - 2);
    SlidingWindow other = SlidingWindow.of(attributes, data.rank() - 2, !window.full(), true);
    return other.over(sizes(data)).output().equals(sizes(wanted))
        ? Optional.of("convention = PoolingConvention." + (other.full() ? "FULL" : "VALID"))
        : window.adjustment(sizes(data), sizes(wanted));
  }

  private static List<Integer> sizes(Shape image) {
    return IntStream.range(2, image.rank()).mapToObj(axis -> (int) image.dim(axis).size()).toList();
  }

  @Override
  public Value expand(Expansion node) {
    Attributes attributes = node.attributes();
    Value data = node.argument("data");
    List<Integer> image = sizes(data.shape());
    Pool.Kind kind = kind(attributes);
    SlidingWindow window =
        attributes.flag("global")
            ? SlidingWindow.everything(image)
            : window(attributes, image.size());
    return node.emitter()
        .emit(
            new Pool(
                kind,
                (int) data.shape().dim(1).size(),
                window.over(image),
                kind == Pool.Kind.AVERAGE && attributes.flag("countIncludePad"),
                kind == Pool.Kind.LP ? attributes.integer("pValue") : 1,
                data));
  }
}
