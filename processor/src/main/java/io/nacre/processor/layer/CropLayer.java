package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;

/// A window of images, of a given size or as large as another image.
final class CropLayer implements Layer {
  private static final String LIKE = "crop_like";
  private static final List<Integer> SPATIAL = List.of(2, 3);

  @Override
  public String annotation() {
    return "Crop";
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
  public List<Argument> arguments(Attributes attributes, int edges) {
    return edges < 2
        ? arguments(attributes)
        : List.of(Argument.data("data"), Argument.data(LIKE));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    boolean like = node.arguments().contains(LIKE);
    if (!numbers(node, "offset", 0) || (!like && !numbers(node, "hW", 1))) {
      return;
    }
    node.output(PartialShape.ofRank(4));
    if (!isImage(node, "data") || (like && !isImage(node, LIKE))) {
      return;
    }
    PartialShape data = node.shape("data");
    PartialShape output = data;
    for (int axis : SPATIAL) {
      output = Features.with(output, axis, size(node, like, axis));
    }
    if (!fits(node, data, output, like)) {
      return;
    }
    node.output(output);
    output = node.output();
    if (output.hasRank() && output.rank() == 4) {
      PartialShape window = PartialShape.ofRank(4);
      PartialShape outside = output;
      for (int axis : SPATIAL) {
        window = Features.with(window, axis, output.dim(axis));
        outside = Features.with(outside, axis, Dim.UNKNOWN);
      }
      node.shape("data", outside, ProblemId.SHAPE_MISMATCH);
      node.shape(LIKE, window, ProblemId.SHAPE_MISMATCH);
    }
  }

  /// Whether an attribute has two numbers of at least `least`; otherwise it is reported.
  private static boolean numbers(Inference node, String attribute, int least) {
    List<Integer> numbers = node.attributes().integers(attribute);
    if (numbers.size() == 2 && numbers.stream().allMatch(number -> number >= least)) {
      return true;
    }
    if (!node.attributes().written(attribute)) {
      node.problem(
          ProblemId.MISSING_ATTRIBUTE,
          node.attribute(attribute),
          "the window has no height and width",
          "write hW = {24, 24}, or give a second argument that is as large as the window");
      return false;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(attribute),
        "%s = %s is not two numbers of at least %d".formatted(attribute, braced(numbers), least),
        "write the one of the height, then the one of the width");
    return false;
  }

  private static String braced(List<Integer> numbers) {
    return numbers.toString().replace('[', '{').replace(']', '}');
  }

  /// Tells the argument to be an image without N on its spatial axes; otherwise it is reported.
  private static boolean isImage(Inference node, String argument) {
    PartialShape known = node.shape(argument);
    if (known.hasRank() && known.rank() != 4) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge(argument),
          "%s is %s, but @Crop takes images of 4 axes".formatted(node.source(argument), known),
          "give it N x C x H x W; for other shapes there is @Slice");
      return false;
    }
    node.shape(argument, PartialShape.ofRank(4), ProblemId.WRONG_RANK);
    PartialShape image = node.shape(argument);
    if (image.hasRank() && Features.holdBatch(image, 2, 4)) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge(argument),
          "%s is %s: @Crop cannot compute with N on a spatial axis"
              .formatted(node.source(argument), image),
          "put N on the first axis, or fix the batch: @Model(batch = 64)");
      return false;
    }
    return image.hasRank();
  }

  private static Dim size(Inference node, boolean like, int axis) {
    return like
        ? node.shape(LIKE).dim(axis)
        : Dim.of(node.attributes().integers("hW").get(axis - 2));
  }

  /// Whether the window lies within the data; otherwise it is reported.
  private static boolean fits(
      Inference node, PartialShape data, PartialShape output, boolean like) {
    boolean center = node.attributes().flag("centerCrop");
    for (int axis : SPATIAL) {
      if (!data.dim(axis).known() || !output.dim(axis).known()) {
        continue;
      }
      long room = data.dim(axis).size() - output.dim(axis).size();
      long offset = center ? 0 : node.attributes().integers("offset").get(axis - 2);
      if (offset <= room) {
        continue;
      }
      String what = axis == 2 ? "height" : "width";
      String window =
          "a window of %s %s%s does not fit into the %s %s of %s"
              .formatted(
                  what,
                  output.dim(axis),
                  offset == 0 ? "" : " from %d on".formatted(offset),
                  what,
                  data.dim(axis),
                  node.source("data"));
      if (room < 0) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            like ? node.edge(LIKE) : node.attributes().elementPlace("hW", axis - 2),
            window,
            like ? "swap the two" : "use at most " + data.dim(axis));
      } else {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("offset", axis - 2),
            window,
            "use at most %d, or centerCrop = true".formatted(room));
      }
      return false;
    }
    return true;
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument("data");
    Shape shape = node.shape();
    List<Range> ranges = new ArrayList<>(Range.whole(data.shape()));
    for (int axis : SPATIAL) {
      long room = data.shape().dim(axis).size() - shape.dim(axis).size();
      long from =
          node.attributes().flag("centerCrop")
              ? room / 2
              : node.attributes().integers("offset").get(axis - 2);
      ranges.set(axis, Range.of(from, shape.dim(axis)));
    }
    return node.emitter().slice(data, ranges);
  }
}
