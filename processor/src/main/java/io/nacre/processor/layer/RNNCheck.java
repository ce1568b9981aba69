package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// What is checked of an [RNNLayer].
final class RNNCheck {
  private static final List<String> ONLY_LSTM =
      List.of("lstmStateClipMin", "lstmStateClipMax", "lstmStateClipNan");

  private RNNCheck() {}

  /// Checks the attributes by themselves; false if one was reported.
  static boolean attributes(Inference node) {
    if (!Numbers.positive(node, "stateSize") || !Numbers.positive(node, "numLayers")) {
      return false;
    }
    double p = node.attributes().number("p");
    if (!(p >= 0 && p < 1)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("p"),
          "p = %s is not a probability below 1".formatted(Numbers.text(p)),
          "use at least 0, which drops nothing, and less than 1: p = 0.5 drops half");
      return false;
    }
    return clips(node);
  }

  private static boolean clips(Inference node) {
    boolean lstm = node.attributes().constant("mode").equals("LSTM");
    for (String name : ONLY_LSTM) {
      if (!lstm && node.attributes().written(name)) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attribute(name),
            "%s limits the cell state, which only LSTM has".formatted(name),
            "leave %s out, or use mode = RNNMode.LSTM".formatted(name));
        return false;
      }
    }
    double min = node.attributes().number("lstmStateClipMin");
    double max = node.attributes().number("lstmStateClipMax");
    if (!(min <= max)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("lstmStateClipMin"),
          "lstmStateClipMin = %s is not below lstmStateClipMax = %s"
              .formatted(Numbers.text(min), Numbers.text(max)),
          "use limits such as -10 and 10");
      return false;
    }
    return true;
  }

  /// Whether the data has three axes; otherwise it is reported.
  static boolean rank(Inference node) {
    PartialShape data = node.shape("data");
    if (data.hasRank() && data.rank() != 3) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, but sequences have 3 axes, T x N x C: time, batch and what is read"
              .formatted(node.source("data"), data),
          "give it such a shape: @Variable({35, BATCH, 64})");
      return false;
    }
    node.shape("data", PartialShape.ofRank(3), ProblemId.WRONG_RANK);
    return true;
  }

  /// Whether time and width are numbers; otherwise it is reported.
  static boolean data(Inference node, PartialShape data) {
    String source = node.source("data");
    if (data.dim(0).batch()) {
      Dim steps = data.dim(1);
      String turned = steps.known() && !steps.batch() ? steps.toString() : "35";
      Dim width = data.dim(2);
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "%s is %s, but time comes first, T x N x C: it cannot be unrolled over %s steps"
              .formatted(source, data, data.dim(0)),
          "swap the axes before: @SwapAxes(dim1 = 0, dim2 = 1), or declare @Variable({%s, BATCH, %s})"
              .formatted(turned, width.known() && !width.batch() ? width : "64"));
      return false;
    }
    if (data.dim(2).batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "%s is %s, but time comes first, T x N x C: N must not be on the last axis"
              .formatted(source, data),
          "put N on axis 1, or fix the batch: @Model(batch = 64)");
      return false;
    }
    return true;
  }

  /// Whether a first state fits; otherwise it is reported.
  static boolean state(Inference node, String argument, PartialShape needed) {
    PartialShape state = node.shape(argument);
    if (state.unify(needed).isPresent()) {
      node.shape(argument, needed, ProblemId.SHAPE_MISMATCH);
      return node.shape(argument).hasRank();
    }
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge(argument),
        "%s %s is %s, but must be %s: layers * directions, N, stateSize"
            .formatted(argument, node.source(argument), state, needed),
        "give %s the shape %s".formatted(node.source(argument), needed));
    return false;
  }

  static void lengths(Inference node, Dim batch) {
    PartialShape needed = PartialShape.of(batch);
    PartialShape lengths = node.shape("sequence_length");
    if (lengths.unify(needed).isPresent()) {
      node.shape("sequence_length", needed, ProblemId.SHAPE_MISMATCH);
      return;
    }
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge("sequence_length"),
        "%s is %s, but must be %s: a length for each sequence"
            .formatted(node.source("sequence_length"), lengths, needed),
        "give %s the shape %s".formatted(node.source("sequence_length"), needed));
  }
}
