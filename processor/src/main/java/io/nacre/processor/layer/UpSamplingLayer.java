package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Images made larger by whole factors: by repeating elements, see [NearestSampling], or by a
/// transposed convolution, see [BilinearSampling].
final class UpSamplingLayer implements Layer {
  @Override
  public String annotation() {
    return "UpSampling";
  }

  static boolean isBilinear(Attributes attributes) {
    return attributes.constant("sampleType").equals("BILINEAR");
  }

  /// The factor of height and width.
  static int scale(Attributes attributes, int axis) {
    List<Integer> scale = attributes.integers("scale");
    // of four numbers the first two are those of batch and channels
    return scale.size() == 1 ? scale.getFirst() : scale.get(scale.size() - 4 + axis);
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return arguments(attributes, 1);
  }

  @Override
  public List<Argument> arguments(Attributes attributes, int edges) {
    return isBilinear(attributes)
        ? List.of(Argument.data("data"), Argument.parameter("weight"))
        : IntStream.range(0, Math.max(1, edges)).mapToObj(i -> Argument.data("arg" + i)).toList();
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!scaleIsRight(node)) {
      return;
    }
    node.output(PartialShape.ofRank(4));
    for (String argument : node.arguments()) {
      if (!argument.equals("weight") && !isImage(node, argument)) {
        return;
      }
    }
    if (isBilinear(node.attributes())) {
      BilinearSampling.infer(node);
    } else {
      NearestSampling.infer(node);
    }
  }

  private static boolean scaleIsRight(Inference node) {
    List<Integer> scale = node.attributes().integers("scale");
    boolean count = scale.size() == 1 || scale.size() == 2 || scale.size() == 4;
    if (!count) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("scale"),
          "scale has %d numbers".formatted(scale.size()),
          "write one factor, or those of height and width");
      return false;
    }
    for (int i = 0; i < scale.size(); i++) {
      boolean fixed = scale.size() == 4 && i < 2;
      if (scale.get(i) < 1 || (fixed && scale.get(i) > 1)) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("scale", i),
            fixed
                ? "scale = %d, but batch and channels are not made larger".formatted(scale.get(i))
                : "scale = %d is not positive".formatted(scale.get(i)),
            fixed ? "use 1" : "use a whole factor, such as 2");
        return false;
      }
    }
    return true;
  }

  /// Tells an argument to be an image without N on its channels and spatial axes; otherwise it is
  /// reported.
  private static boolean isImage(Inference node, String argument) {
    PartialShape known = node.shape(argument);
    if (known.hasRank() && known.rank() != 4) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge(argument),
          "%s is %s, but @UpSampling takes images of 4 axes"
              .formatted(node.source(argument), known),
          "give it N x C x H x W; for other shapes there is @RepeatElements");
      return false;
    }
    node.shape(argument, PartialShape.ofRank(4), ProblemId.WRONG_RANK);
    PartialShape image = node.shape(argument);
    if (image.hasRank() && Features.holdBatch(image, 1, 4)) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge(argument),
          "%s is %s: @UpSampling cannot compute with N on a channel or spatial axis"
              .formatted(node.source(argument), image),
          "put N on the first axis, or fix the batch: @Model(batch = 64)");
      return false;
    }
    return image.hasRank();
  }

  /// Another whole factor; never 1, which would leave the layer without effect.
  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    if (wanted.rank() != 4 || !wanted.dims().subList(0, 2).equals(data.dims().subList(0, 2))) {
      return Optional.empty();
    }
    Dim height = wanted.dim(2).dividedBy(data.dim(2)).orElse(Dim.UNKNOWN);
    Dim width = wanted.dim(3).dividedBy(data.dim(3)).orElse(Dim.UNKNOWN);
    boolean whole = height.size() > 1 && width.size() > 1 && !height.batch() && !width.batch();
    if (!whole || (isBilinear(attributes) && !height.equals(width))) {
      return Optional.empty();
    }
    return Optional.of(
        height.equals(width)
            ? "scale = " + height
            : "scale = {%s, %s}".formatted(height, width));
  }

  @Override
  public Value expand(Expansion node) {
    return isBilinear(node.attributes())
        ? BilinearSampling.expand(node)
        : NearestSampling.expand(node);
  }
}
