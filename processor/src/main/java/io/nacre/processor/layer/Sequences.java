package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// What the layers over sequences have in common: an axis of time, one of the batch, and a length for
/// each sequence of the batch.
final class Sequences {
  private static final String LENGTH = "sequence_length";

  private Sequences() {}

  static List<Argument> arguments(Attributes attributes) {
    Argument data = Argument.data("data");
    return attributes.flag("useSequenceLength")
        ? List.of(data, Argument.data(LENGTH))
        : List.of(data);
  }

  /// Checks the axis of time, which is 0 or at most `last`, and that the data has a batch; then relates
  /// the lengths to the data. False if something was reported or the data is not known.
  static boolean infer(Inference node, int last) {
    int time = node.attributes().integer("axis");
    if (time < 0 || time > last) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("axis"),
          "axis = %d, but time is on axis 0%s".formatted(time, last == 0 ? "" : " or 1"),
          last == 0
              ? "leave axis out, and give %s the shape T x N x ...".formatted(node.source("data"))
              : "use 0 for data of T x N x ..., 1 for N x T x ...");
      return false;
    }
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return false;
    }
    if (data.rank() < 2) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, but sequences have at least 2 axes: the time and the batch"
              .formatted(node.source("data"), data),
          "give it the shape T x N, such as 35 x N");
      return false;
    }
    return !node.attributes().flag("useSequenceLength") || lengths(node, data, 1 - time);
  }

  private static boolean lengths(Inference node, PartialShape data, int batch) {
    PartialShape needed = PartialShape.of(data.dim(batch));
    PartialShape lengths = node.shape(LENGTH);
    if (lengths.unify(needed).isEmpty()) {
      node.problem(
          ProblemId.SHAPE_MISMATCH,
          node.edge(LENGTH),
          "%s is %s, but %s is %s: a length for each of the %s sequences on axis %d"
              .formatted(
                  node.source(LENGTH), lengths, node.source("data"), data, needed, batch),
          "give %s the shape %s".formatted(node.source(LENGTH), needed));
      return false;
    }
    node.shape(LENGTH, needed, ProblemId.SHAPE_MISMATCH);
    PartialShape known = node.shape(LENGTH);
    if (known.hasRank()) {
      node.shape(
          "data",
          Features.with(PartialShape.ofRank(data.rank()), batch, known.dim(0)),
          ProblemId.SHAPE_MISMATCH);
    }
    return true;
  }

  /// The lengths, stretched to `shape`, whose axis `batch` is theirs; T everywhere if there are none.
  static Value lengths(Expansion node, Shape shape, int batch, Dim time) {
    Emitter e = node.emitter();
    return node.attributes().flag("useSequenceLength")
        ? e.broadcast(e.reshape(node.argument(LENGTH), Axes.only(batch, shape)), shape)
        : e.size(time, shape, node.type());
  }
}
