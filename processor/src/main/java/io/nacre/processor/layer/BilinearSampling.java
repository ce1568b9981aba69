package io.nacre.processor.layer;

import io.nacre.processor.ir.ConvolutionDataGradient;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Window;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// [UpSamplingLayer] by a transposed convolution: a group of one channel each, with a kernel that
/// reaches from one element over its neighbours.
///
/// With the factor s the kernel is `k = 2 s - s % 2`, the stride s, and the pad
/// `p = ceil((s - 1) / 2)`. The convolution that it is the gradient of makes of `s H` rows
/// `(s H + 2 p - k) / s + 1 = H`, rounded down.
final class BilinearSampling {
  /// With it the weights of a channel still are a small matrix.
  private static final int LARGEST_SCALE = 1024;

  private BilinearSampling() {}

  static void infer(Inference node) {
    int filters = node.attributes().integer("filters");
    if (!numbers(node, filters)) {
      return;
    }
    int scale = UpSamplingLayer.scale(node.attributes(), 2);
    Dim kernel = Dim.of(kernel(scale));
    Dim channels = Dim.of(filters);
    node.shape(
        "weight", PartialShape.of(channels, Dim.ONE, kernel, kernel), ProblemId.WEIGHT_SHAPE);
    PartialShape data = node.shape("data");
    if (data.dim(1).known() && !data.dim(1).equals(channels)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("filters"),
          "filters = %d, but %s has %s channels"
              .formatted(filters, node.source("data"), data.dim(1)),
          "use filters = " + data.dim(1));
      return;
    }
    Dim factor = Dim.of(scale);
    node.output(
        PartialShape.of(
            data.dim(0),
            channels,
            data.dim(2).times(factor).orElse(Dim.UNKNOWN),
            data.dim(3).times(factor).orElse(Dim.UNKNOWN)));
    PartialShape output = node.output();
    node.shape(
        "data",
        PartialShape.of(
            output.dim(0),
            channels,
            output.dim(2).dividedBy(factor).orElse(Dim.UNKNOWN),
            output.dim(3).dividedBy(factor).orElse(Dim.UNKNOWN)),
        ProblemId.SHAPE_MISMATCH);
  }

  private static boolean numbers(Inference node, int filters) {
    int height = UpSamplingLayer.scale(node.attributes(), 2);
    int width = UpSamplingLayer.scale(node.attributes(), 3);
    if (height != width || height > LARGEST_SCALE) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("scale"),
          height != width
              ? "bilinear sampling has one factor, not %d and %d".formatted(height, width)
              : "scale = %d is above %d".formatted(height, LARGEST_SCALE),
          "use scale = %d, or SampleType.NEAREST".formatted(Math.min(height, LARGEST_SCALE)));
      return false;
    }
    if (filters >= 1) {
      return true;
    }
    Dim channels = node.shape("data").dim(1);
    boolean missing = !node.attributes().written("filters");
    node.problem(
        missing ? ProblemId.MISSING_ATTRIBUTE : ProblemId.BAD_ATTRIBUTE,
        node.attribute("filters"),
        missing
            ? "bilinear sampling has a weight for each channel, but no filters"
            : "filters = %d is not positive".formatted(filters),
        channels.known()
            ? "write filters = " + channels
            : "write as many filters as the data has channels");
    return false;
  }

  private static int kernel(int scale) {
    return 2 * scale - scale % 2;
  }

  static Value expand(Expansion node) {
    Value data = node.argument("data");
    Shape shape = node.shape();
    int scale = UpSamplingLayer.scale(node.attributes(), 2);
    int kernel = kernel(scale);
    int pad = scale / 2;
    int channels = (int) shape.dim(1).size();
    Window window =
        new Window(
            List.of((int) shape.dim(2).size(), (int) shape.dim(3).size()),
            List.of(kernel, kernel),
            List.of(scale, scale),
            List.of(pad, pad),
            List.of(1, 1),
            false);
    Filters filters = new Filters(channels, channels, channels, window);
    return node.emitter()
        .emit(new ConvolutionDataGradient(filters, data, node.argument("weight")));
  }
}
