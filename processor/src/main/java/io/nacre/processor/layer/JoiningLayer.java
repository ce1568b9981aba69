package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A layer of any number of arguments, MXNet's `arg0`, `arg1`, ..., of equal shapes, perhaps but
/// for one axis.
abstract class JoiningLayer implements Layer {
  @Override
  public List<Argument> arguments(Attributes attributes) {
    return arguments(attributes, 1);
  }

  @Override
  public List<Argument> arguments(Attributes attributes, int edges) {
    return IntStream.range(0, Math.max(1, edges))
        .mapToObj(i -> Argument.data("arg" + i))
        .toList();
  }

  /// Tells every argument how many axes it has, if one of them or `like` says so; the first
  /// argument then, or empty if nobody does, or something was reported, here or of an argument.
  static Optional<String> sameRank(Inference node, PartialShape like) {
    Optional<String> first =
        node.arguments().stream().filter(argument -> node.shape(argument).hasRank()).findFirst();
    PartialShape known = first.map(node::shape).orElse(like);
    if (!known.hasRank()) {
      return Optional.empty();
    }
    for (String argument : node.arguments()) {
      PartialShape shape = node.shape(argument);
      if (shape.hasRank() && shape.rank() != known.rank()) {
        node.mismatch(first.orElseThrow(), argument, -1);
        return Optional.empty();
      }
      node.shape(argument, PartialShape.ofRank(known.rank()), ProblemId.WRONG_RANK);
    }
    boolean all = node.arguments().stream().allMatch(each -> node.shape(each).hasRank());
    return all ? Optional.of(node.arguments().getFirst()) : Optional.empty();
  }

  /// What the arguments, which have equally many axes, together say of their common shape, in which
  /// the axis `free` is unknown; -1 for none. Empty if two contradict each other, which is
  /// reported.
  static Optional<PartialShape> common(Inference node, int free) {
    List<String> arguments = node.arguments();
    PartialShape common = apart(node.shape(arguments.getFirst()), free);
    for (int i = 1; i < arguments.size(); i++) {
      PartialShape next = apart(node.shape(arguments.get(i)), free);
      Optional<PartialShape> both = common.unify(next);
      if (both.isEmpty()) {
        String other =
            arguments.subList(0, i).stream()
                .filter(argument -> apart(node.shape(argument), free).unify(next).isEmpty())
                .findFirst()
                .orElseThrow();
        node.mismatch(other, arguments.get(i), free);
        return Optional.empty();
      }
      common = both.get();
    }
    return Optional.of(common);
  }

  private static PartialShape apart(PartialShape shape, int free) {
    return free < 0 ? shape : Features.with(shape, free, Dim.UNKNOWN);
  }
}
