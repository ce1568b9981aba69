package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Window;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Local response normalization: each number is divided by a power of the squares in the channels
/// around it.
final class LRNLayer implements Layer {
  private static final int LARGEST = 32767;

  @Override
  public String annotation() {
    return "LRN";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!window(node)
        || !NumberCheck.finite(node, "alpha", "use a number such as 1e-4")
        || !NumberCheck.finite(node, "beta", "use a number such as 0.75")
        || !NumberCheck.finite(node, "knorm", "use a number such as 2")) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      node.shape("data", PartialShape.ofRank(4), ProblemId.WRONG_RANK);
    } else if (data.rank() != 4) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, but @LRN takes N x C x H x W".formatted(node.source("data"), data),
          data.rank() < 4
              ? "give it an image, such as N x 3 x 28 x 28, before anything flattens it"
              : "give it an image, such as N x 3 x 28 x 28");
    } else if (Features.holdBatch(data, 1, 4)) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "%s is %s: @LRN cannot compute with N on a channel or spatial axis"
              .formatted(node.source("data"), data),
          "put N on the first axis, or fix the batch: @Model(batch = 64)");
    }
  }

  private static boolean window(Inference node) {
    int size = node.attributes().integer("nsize");
    if (size >= 1 && size <= LARGEST && size % 2 == 1) {
      return true;
    }
    boolean even = size >= 1 && size <= LARGEST;
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("nsize"),
        even
            ? "nsize = %d is even, so no channel is in the middle".formatted(size)
            : "nsize = %d is no number of channels".formatted(size),
        even
            ? "use nsize = %d or %d".formatted(size - 1, size + 1)
            : "use an odd number from 1 to " + LARGEST);
    return false;
  }

  /// `y = x (knorm + alpha / nsize * sum of x^2)^-beta`
  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Attributes attributes = node.attributes();
    Value x = node.argument("data");
    int size = attributes.integer("nsize");
    Value squares = sums(e, e.multiply(x, x), size);
    Value scaled = e.scale(squares, attributes.number("alpha") / size);
    Value base = e.add(scaled, e.constant(attributes.number("knorm"), x));
    // a power of a positive number
    Value exponent = e.scale(e.pointwise(PointwiseFunction.LOG, base), -attributes.number("beta"));
    return e.multiply(x, e.pointwise(PointwiseFunction.EXP, exponent));
  }

  /// The sums over windows of channels: a pooling over images `C x (H * W)`.
  private static Value sums(Emitter e, Value x, int size) {
    Shape shape = x.shape();
    int channels = (int) shape.dim(1).size();
    Dim pixels = shape.size(2, 4);
    Window window =
        new Window(
            List.of(channels, (int) pixels.size()),
            List.of(size, 1),
            List.of(1, 1),
            List.of(size / 2, 0),
            List.of(1, 1),
            false);
    Value image = e.reshape(x, Shape.of(shape.dim(0), Dim.ONE, shape.dim(1), pixels));
    return e.reshape(e.emit(new Pool(Pool.Kind.SUM, 1, window, false, 1, image)), shape);
  }
}
