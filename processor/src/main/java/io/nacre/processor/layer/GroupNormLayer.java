package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Standardizes groups of channels of each sample, then scales and shifts each group.
///
/// As in MXNet 1.9.1 gamma and beta have a number for each group, not for each channel.
final class GroupNormLayer implements Layer {
  @Override
  public String annotation() {
    return "GroupNorm";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(
        Argument.data("data"), Argument.parameter("gamma"), Argument.parameter("beta"));
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return attributes.flag("outputMeanVar")
        ? List.of("output", "mean", "std")
        : List.of("output");
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    int groups = node.attributes().integer("numGroups");
    if (groups < 1) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("numGroups"),
          "numGroups = %d is not positive".formatted(groups),
          "use at least 1");
      return;
    }
    if (!NumberCheck.epsilon(node)) {
      return;
    }
    for (String parameter : List.of("gamma", "beta")) {
      node.shape(
          parameter,
          PartialShape.of(Dim.of(groups)),
          ProblemId.WEIGHT_SHAPE,
          "one number for each of the groups");
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    if (data.hasRank() && Images.check(node, data) && channelsFit(node, data, groups)) {
      inferMeans(node, data, groups);
    }
  }

  private static boolean channelsFit(Inference node, PartialShape data, int groups) {
    Dim channels = data.dim(1);
    if (channels.batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "%s is %s: a number of channels that depends on N cannot be cut into %d groups"
              .formatted(node.source("data"), data, groups),
          "put N on another axis, or fix the batch: @Model(batch = 64)");
    } else if (channels.known() && channels.size() % groups != 0) {
      node.problem(
          ProblemId.GROUPS,
          node.attribute("numGroups"),
          "the %d channels of %s cannot be cut into %d groups"
              .formatted(channels.size(), node.source("data"), groups),
          "use numGroups = %s".formatted(ConvCheck.nearestDivisors(channels.size(), groups)));
    } else {
      return true;
    }
    return false;
  }

  private static void inferMeans(Inference node, PartialShape data, int groups) {
    if (node.attributes().flag("outputMeanVar")) {
      node.output(1, PartialShape.of(data.dim(0), Dim.of(groups)));
      node.output(2, PartialShape.of(data.dim(0), Dim.of(groups)));
    }
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument("data");
    Shape shape = data.shape();
    Dim groups = Dim.of(node.attributes().integer("numGroups"));
    Dim rest = shape.size(1, shape.rank()).dividedBy(groups).orElseThrow();
    Value x = e.reshape(data, Shape.of(shape.dim(0), groups, rest));
    Standardized standardized = Standardized.of(node, x, List.of(2));
    Value y = e.reshape(standardized.scaled(node, 1), shape);
    return node.attributes().flag("outputMeanVar")
        ? List.of(
            y,
            e.reshape(standardized.mean(), node.shape(1)),
            e.reshape(standardized.deviation(), node.shape(2)))
        : List.of(y);
  }
}
