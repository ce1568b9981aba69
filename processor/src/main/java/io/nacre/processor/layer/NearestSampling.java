package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// [UpSamplingLayer] by repeating elements: each image as large as the first becomes, then their
/// channels one after the other, or their sum.
final class NearestSampling {
  private NearestSampling() {}

  private static boolean sums(Attributes attributes) {
    return attributes.constant("multiInputMode").equals("SUM");
  }

  static void infer(Inference node) {
    PartialShape first = node.shape("arg0");
    Dim height = scaled(node, first, 2);
    Dim width = scaled(node, first, 3);
    Dim batch = node.output().dim(0);
    Dim channels = Dim.ONE;
    long sum = 0;
    for (String argument : node.arguments()) {
      PartialShape image = node.shape(argument);
      if (!divides(node, argument, 2, height) || !divides(node, argument, 3, width)) {
        return;
      }
      batch = batch.known() ? batch : image.dim(0);
      if (image.dim(0).known() && !image.dim(0).equals(batch)) {
        node.mismatch("arg0", argument, -1);
        return;
      }
      if (sums(node.attributes()) && differ(first.dim(1), image.dim(1))) {
        node.problem(
            ProblemId.SHAPE_MISMATCH,
            node.edge(argument),
            "%s has %s channels, but %s %s, and they are added up"
                .formatted(
                    node.source("arg0"), first.dim(1), node.source(argument), image.dim(1)),
            "leave multiInputMode out, or bring %s to %s channels: @Conv(filters = %s, kernel = 1)"
                .formatted(node.source(argument), first.dim(1), first.dim(1)));
        return;
      }
      channels = image.dim(1).known() ? channels : Dim.UNKNOWN;
      sum += image.dim(1).size();
    }
    Dim together = sums(node.attributes()) ? first.dim(1) : Dim.of(sum);
    node.output(
        PartialShape.of(batch, channels.known() ? together : Dim.UNKNOWN, height, width));
    for (String argument : node.arguments()) {
      PartialShape back = Features.with(PartialShape.ofRank(4), 0, node.output().dim(0));
      node.shape(argument, back, ProblemId.SHAPE_MISMATCH);
    }
    if (node.arguments().size() == 1) {
      PartialShape output = node.output();
      node.shape(
          "arg0",
          PartialShape.of(
              output.dim(0), output.dim(1), unscaled(node, output, 2), unscaled(node, output, 3)),
          ProblemId.SHAPE_MISMATCH);
    }
  }

  private static boolean differ(Dim one, Dim other) {
    return one.known() && other.known() && !one.equals(other);
  }

  private static Dim scaled(Inference node, PartialShape image, int axis) {
    return image
        .dim(axis)
        .times(Dim.of(UpSamplingLayer.scale(node.attributes(), axis)))
        .orElse(Dim.UNKNOWN);
  }

  private static Dim unscaled(Inference node, PartialShape output, int axis) {
    return output
        .dim(axis)
        .dividedBy(Dim.of(UpSamplingLayer.scale(node.attributes(), axis)))
        .orElse(Dim.UNKNOWN);
  }

  /// Whether an image can be made as large as the first becomes; otherwise it is reported.
  private static boolean divides(Inference node, String argument, int axis, Dim wanted) {
    Dim size = node.shape(argument).dim(axis);
    if (!wanted.known() || !size.known() || wanted.dividedBy(size).isPresent()) {
      return true;
    }
    node.problem(
        ProblemId.UNEVEN_SPLIT,
        node.edge(argument),
        "the %s of %s is %s, which does not divide the %s that %s becomes"
            .formatted(
                axis == 2 ? "height" : "width",
                node.source(argument),
                size,
                wanted,
                node.source("arg0")),
        "give it a size that divides %s, such as %s"
            .formatted(
                wanted, Split.either(Split.nearestDivisors(wanted.size(), size.size()))));
    return false;
  }

  static Value expand(Expansion node) {
    Emitter e = node.emitter();
    List<Value> larger =
        node.arguments().stream()
            .map(image -> larger(e, image, node.shape().dim(2), node.shape().dim(3)))
            .toList();
    return sums(node.attributes())
        ? larger.stream().reduce(e::add).orElseThrow()
        : e.concat(larger, 1);
  }

  private static Value larger(Emitter e, Value image, Dim height, Dim width) {
    int across = (int) width.dividedBy(image.shape().dim(3)).orElseThrow().size();
    int down = (int) height.dividedBy(image.shape().dim(2)).orElseThrow().size();
    return Copies.ofElements(e, Copies.ofElements(e, image, 3, across), 2, down);
  }
}
