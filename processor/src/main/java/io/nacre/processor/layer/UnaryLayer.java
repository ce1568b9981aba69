package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A layer of one argument, `data`, that says how the shapes of data and output follow from each
/// other once it is known how many axes the data has.
abstract class UnaryLayer implements Layer {
  static final String DATA = "data";

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data(DATA));
  }

  @Override
  public final void infer(Inference node) {
    node.sameType();
    if (!check(node)) {
      return;
    }
    OptionalInt rank = rank(node);
    if (rank.isPresent()) {
      node.shape(DATA, PartialShape.ofRank(rank.getAsInt()), ProblemId.WRONG_RANK);
    }
    PartialShape data = node.shape(DATA);
    if (!data.hasRank()) {
      return;
    }
    Optional<PartialShape> forward = forward(node, data);
    if (forward.isEmpty()) {
      return;
    }
    node.output(forward.get());
    PartialShape output = node.output();
    if (output.hasRank() && (!forward.get().hasRank() || output.rank() == forward.get().rank())) {
      node.shape(DATA, backward(node, data, output), ProblemId.SHAPE_MISMATCH);
    }
  }

  /// Checks the attributes by themselves; false if one was reported.
  boolean check(Inference node) {
    return true;
  }

  /// How many axes the data must have, if attributes or output tell.
  OptionalInt rank(Inference node) {
    return OptionalInt.empty();
  }

  /// What is known of the output's shape if that of the data is `data`; empty if something was
  /// reported.
  abstract Optional<PartialShape> forward(Inference node, PartialShape data);

  /// What is known of the data's shape if that of the output is `output`, which has as many axes as
  /// [#forward] says.
  abstract PartialShape backward(Inference node, PartialShape data, PartialShape output);

  /// As many axes as the output has, if that is known.
  static OptionalInt sameRank(Inference node) {
    return node.output().hasRank() ? OptionalInt.of(node.output().rank()) : OptionalInt.empty();
  }
}
