package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Two operands that should have one shape, perhaps but for one axis, and have not.
final class OperandMismatch {
  private final Knowledge knowledge;
  private final LayerNode user;
  private final LayerNode left;
  private final LayerNode right;
  private final PartialShape leftShape;
  private final PartialShape rightShape;
  private final int free;

  OperandMismatch(Knowledge knowledge, LayerNode user, LayerEdge left, LayerEdge right) {
    this(knowledge, user, left, right, -1);
  }

  /// @param free the axis along which they may differ; -1 for none
  OperandMismatch(
      Knowledge knowledge, LayerNode user, LayerEdge left, LayerEdge right, int free) {
    this.knowledge = knowledge;
    this.user = user;
    this.left = left.node();
    this.right = right.node();
    leftShape = knowledge.shape(left);
    rightShape = knowledge.shape(right);
    this.free = free;
  }

  void report(Place place) {
    knowledge.fail(
        user,
        Problem.of(ProblemId.SHAPE_MISMATCH, place, user.path(), fact(), hint())
            .withTrail(Trail.into(knowledge, user)));
  }

  private String fact() {
    String both =
        "%s is %s, but %s is %s".formatted(left.path(), leftShape, right.path(), rightShape);
    if (leftShape.rank() != rightShape.rank()) {
      return "%s: %d and %d axes".formatted(both, leftShape.rank(), rightShape.rank());
    }
    List<Integer> axes = differing();
    String names = Similar.enumeration(axes.stream().map(String::valueOf).toList());
    return axes.size() == 1
        ? "%s: axis %s differs".formatted(both, names)
        : "%s: axes %s differ".formatted(both, names);
  }

  private List<Integer> differing() {
    if (leftShape.rank() != rightShape.rank()) {
      return List.of();
    }
    return IntStream.range(0, leftShape.rank())
        .filter(axis -> axis != free)
        .filter(axis -> leftShape.dim(axis).known() && rightShape.dim(axis).known())
        .filter(axis -> !leftShape.dim(axis).equals(rightShape.dim(axis)))
        .boxed()
        .toList();
  }

  private String hint() {
    if (leftShape.rank() == rightShape.rank()) {
      for (int axis : differing()) {
        Optional<String> batch = batchHint(axis);
        if (batch.isPresent()) {
          return batch.get();
        }
      }
    }
    Optional<Cut> cut = Cut.of(knowledge, left, right, differing());
    Optional<String> rounding = cut.flatMap(Cut::ofRounding);
    if (rounding.isPresent()) {
      return rounding.get();
    }
    PartialShape wantedLeft = wanted(rightShape, leftShape);
    PartialShape wantedRight = wanted(leftShape, rightShape);
    Optional<String> change =
        Advice.change(knowledge, right, wantedRight)
            .or(() -> Advice.change(knowledge, left, wantedLeft));
    Optional<String> projection =
        Advice.projection(left.path(), leftShape, wantedLeft)
            .or(() -> Advice.projection(right.path(), rightShape, wantedRight));
    boolean channels =
        leftShape.rank() == rightShape.rank() && leftShape.rank() > 1 && differing().contains(1);
    if (change.isPresent() && projection.isPresent() && channels) {
      return change.get() + ", or " + projection.get();
    }
    return change
        .or(() -> projection)
        .or(() -> cut.map(Cut::hint))
        .orElse(general());
  }

  private String general() {
    if (leftShape.rank() != rightShape.rank()) {
      return "give both as many axes: @ExpandDims adds one of size 1, @Reshape makes others";
    }
    return free < 0
        ? "give both operands the same shape; nothing is broadcast here"
        : "give both the same sizes on all axes but axis " + free;
  }

  /// The shape `like`, with an operand's own size along the free axis.
  private PartialShape wanted(PartialShape like, PartialShape own) {
    if (free < 0 || like.rank() != own.rank()) {
      return like;
    }
    List<Dim> dims = new ArrayList<>(like.dims());
    dims.set(free, own.dim(free));
    return PartialShape.of(dims);
  }

  /// N against a number: they are equal only if the batch is fixed.
  private Optional<String> batchHint(int axis) {
    Dim a = leftShape.dim(axis);
    Dim b = rightShape.dim(axis);
    Dim multiple = a.batch() ? a : b;
    Dim number = a.batch() ? b : a;
    if (a.batch() == b.batch()) {
      return Optional.empty();
    }
    LayerNode fixed = a.batch() ? right : left;
    String batch =
        number.size() % multiple.size() == 0
            ? ", or fix the batch: @Model(batch = %d)".formatted(number.size() / multiple.size())
            : "";
    return Optional.of(
        "make axis %d of %s %s (BATCH stands for N)%s"
            .formatted(axis, fixed.path(), multiple, batch));
  }
}
