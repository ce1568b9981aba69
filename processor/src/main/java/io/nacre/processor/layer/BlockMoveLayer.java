package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Channels become blocks of the image, or blocks channels. With b for the size of a block,
///
///     N x (b b C) x H x W       is  N x b x b x C x H x W,
///     N x C x (H b) x (W b)     is  N x C x H x b x W x b,
///
/// and the one is a transposition of the other.
final class BlockMoveLayer extends UnaryLayer {
  private static final List<Integer> TO_SPACE = List.of(0, 3, 4, 1, 5, 2);
  private static final List<Integer> TO_DEPTH = List.of(0, 3, 5, 1, 2, 4);

  private final boolean toSpace;

  private BlockMoveLayer(boolean toSpace) {
    this.toSpace = toSpace;
  }

  static BlockMoveLayer depthToSpace() {
    return new BlockMoveLayer(true);
  }

  static BlockMoveLayer spaceToDepth() {
    return new BlockMoveLayer(false);
  }

  @Override
  public String annotation() {
    return toSpace ? "DepthToSpace" : "SpaceToDepth";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    int block = node.attributes().integer("blockSize");
    if (block >= 1 && block <= 4096) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("blockSize"),
        "blockSize = %d is not from 1 to 4096".formatted(block),
        "use how many rows and columns become one, such as 2");
    return false;
  }

  @Override
  OptionalInt rank(Inference node) {
    PartialShape data = node.shape(DATA);
    return data.hasRank() && data.rank() != 4 ? OptionalInt.empty() : OptionalInt.of(4);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    if (data.rank() != 4) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge(DATA),
          "%s is %s, but %s takes images of 4 axes"
              .formatted(node.source(DATA), data, node.attributes().kind()),
          "give it N x C x H x W");
      return Optional.empty();
    }
    if (Features.holdBatch(data, 1, 4)) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge(DATA),
          "%s is %s: %s cannot compute with N on a channel or spatial axis"
              .formatted(node.source(DATA), data, node.attributes().kind()),
          "put N on the first axis, or fix the batch: @Model(batch = 64)");
      return Optional.empty();
    }
    int block = node.attributes().integer("blockSize");
    List<Integer> divided = toSpace ? List.of(1) : List.of(2, 3);
    long divisor = toSpace ? (long) block * block : block;
    for (int axis : divided) {
      if (data.dim(axis).known() && data.dim(axis).size() % divisor != 0) {
        report(node, data, axis, divisor);
        return Optional.empty();
      }
    }
    return Optional.of(moved(data, block, toSpace));
  }

  private void report(Inference node, PartialShape data, int axis, long divisor) {
    long size = data.dim(axis).size();
    List<Long> blocks =
        IntStream.rangeClosed(2, 64)
            .filter(
                block ->
                    toSpace
                        ? size % ((long) block * block) == 0
                        : data.dim(2).size() % block == 0 && data.dim(3).size() % block == 0)
            .limit(1)
            .asLongStream()
            .boxed()
            .toList();
    node.problem(
        ProblemId.UNEVEN_SPLIT,
        node.attribute("blockSize"),
        "%s %s has %s, which %d does not divide"
            .formatted(
                node.source(DATA),
                data,
                List.of("%d channels", "the height %d", "the width %d")
                    .get(axis - 1)
                    .formatted(size),
                divisor),
        (blocks.isEmpty() ? "" : "use blockSize = %d; or ".formatted(blocks.getFirst()))
            + "give %s a multiple of %d there, such as %s"
                .formatted(
                    node.source(DATA),
                    divisor,
                    Split.either(Split.nearestMultiples(size, divisor))));
  }

  /// The shape after blocks have moved, of an image of the shape `image`.
  private static PartialShape moved(PartialShape image, int block, boolean toSpace) {
    Dim one = Dim.of(block);
    Dim both = Dim.of((long) block * block);
    return PartialShape.of(
        image.dim(0),
        scaled(image.dim(1), both, !toSpace),
        scaled(image.dim(2), one, toSpace),
        scaled(image.dim(3), one, toSpace));
  }

  private static Dim scaled(Dim dim, Dim factor, boolean up) {
    return (up ? dim.times(factor) : dim.dividedBy(factor)).orElse(Dim.UNKNOWN);
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    return moved(output, node.attributes().integer("blockSize"), !toSpace);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument(DATA);
    Dim b = Dim.of(node.attributes().integer("blockSize"));
    Shape image = toSpace ? node.shape() : data.shape();
    Shape blocks = toSpace ? data.shape() : node.shape();
    Dim n = image.dim(0);
    Dim c = image.dim(1);
    Dim h = blocks.dim(2);
    Dim w = blocks.dim(3);
    Shape apart = toSpace ? Shape.of(n, b, b, c, h, w) : Shape.of(n, c, h, b, w, b);
    Value moved = e.transpose(e.reshape(data, apart), toSpace ? TO_SPACE : TO_DEPTH);
    return e.reshape(moved, node.shape());
  }
}
