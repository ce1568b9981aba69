package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// The arguments one after another along an axis.
final class ConcatLayer extends JoiningLayer {
  @Override
  public String annotation() {
    return "Concat";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    Optional<String> first = sameRank(node, node.output());
    if (first.isEmpty()) {
      return;
    }
    int rank = node.shape(first.get()).rank();
    Optional<Integer> axis = Axes.check(node, "axis", first.get(), rank);
    if (axis.isEmpty()) {
      return;
    }
    Optional<PartialShape> common = common(node, axis.get());
    if (common.isEmpty() || !alikeInBatch(node, axis.get())) {
      return;
    }
    Dim sum = sum(node, axis.get(), Dim.UNKNOWN);
    node.output(Features.with(common.get(), axis.get(), sum));
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() == rank) {
      inferArguments(node, axis.get(), output);
    }
  }

  /// Whether the sizes along the axis are all numbers or all multiples of N; otherwise it is
  /// reported.
  private static boolean alikeInBatch(Inference node, int axis) {
    List<String> known =
        node.arguments().stream()
            .filter(argument -> node.shape(argument).dim(axis).known())
            .toList();
    for (String argument : known) {
      Dim one = node.shape(known.getFirst()).dim(axis);
      Dim other = node.shape(argument).dim(axis);
      if (one.batch() != other.batch()) {
        Dim multiple = one.batch() ? one : other;
        Dim number = one.batch() ? other : one;
        node.problem(
            ProblemId.BATCH_ARITHMETIC,
            node.edge(argument),
            "axis %d is %s in %s, but %s in %s: %s + %s is no multiple of N"
                .formatted(
                    axis,
                    one,
                    node.source(known.getFirst()),
                    other,
                    node.source(argument),
                    multiple,
                    number),
            "join along another axis, or fix the batch: @Model(batch = 64)");
        return false;
      }
    }
    return true;
  }

  /// The sizes of all arguments together; unknown if one of them is. With the size `whole` of the
  /// output known, a single unknown one counts as none.
  private static Dim sum(Inference node, int axis, Dim whole) {
    long size = 0;
    boolean batch = false;
    int unknown = 0;
    for (String argument : node.arguments()) {
      Dim dim = node.shape(argument).dim(axis);
      unknown += dim.known() ? 0 : 1;
      size += dim.size();
      batch |= dim.batch();
    }
    return unknown == 0 || (unknown == 1 && whole.known()) ? new Dim(size, batch) : Dim.UNKNOWN;
  }

  /// Every argument has the output's other sizes, and a single unknown one what the others leave.
  private static void inferArguments(Inference node, int axis, PartialShape output) {
    Dim whole = output.dim(axis);
    Dim others = sum(node, axis, whole);
    boolean fits = whole.batch() == others.batch() || others.size() == 0;
    boolean left = whole.known() && others.size() < whole.size() && fits;
    for (String argument : node.arguments()) {
      Dim size = node.shape(argument).dim(axis);
      boolean solved = !size.known() && left && (others.known() || node.arguments().size() == 1);
      Dim rest = solved ? new Dim(whole.size() - others.size(), whole.batch()) : Dim.UNKNOWN;
      node.shape(argument, Features.with(output, axis, rest), ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Value expand(Expansion node) {
    int axis = Axes.of(node.attributes().integer("axis"), node.shape().rank());
    return node.emitter().concat(node.arguments(), axis);
  }
}
