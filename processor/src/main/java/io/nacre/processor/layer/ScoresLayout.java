package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where [SoftmaxOutputLayer] finds the classes in its scores, and which labels fit them.
enum ScoresLayout {
  /// `N x ...`: all axes but the first are classes.
  ROWS,
  /// `N x K x d1 x ...`: a label for each position.
  CHANNELS,
  /// `d0 x ... x K`: a label for each of the leading positions.
  LAST;

  static ScoresLayout of(Attributes attributes) {
    if (attributes.flag("multiOutput")) {
      return CHANNELS;
    }
    return attributes.flag("preserveShape") ? LAST : ROWS;
  }

  boolean classesHoldBatch(PartialShape scores) {
    return switch (this) {
      case ROWS -> Features.holdBatch(scores, 1, scores.rank());
      case CHANNELS -> scores.dim(1).batch();
      case LAST -> scores.dim(scores.rank() - 1).batch();
    };
  }

  /// The shapes that labels of class indices may have, the one they get by default first.
  List<PartialShape> labels(PartialShape scores) {
    List<Dim> dims = scores.dims();
    return switch (this) {
      case ROWS -> List.of(PartialShape.of(scores.dim(0)));
      case LAST -> List.of(PartialShape.of(dims.subList(0, scores.rank() - 1)));
      case CHANNELS -> {
        List<Dim> positions = new ArrayList<>(dims);
        positions.remove(1);
        yield List.of(
            PartialShape.of(scores.dim(0), scores.size(2, scores.rank())),
            PartialShape.of(positions),
            Features.with(scores, 1, Dim.ONE));
      }
    };
  }

  /// The scores as `rows x classes` or `rows x classes x positions`, so that the classes are axis
  /// 1.
  Shape canonical(Shape scores) {
    int rank = scores.rank();
    return switch (this) {
      case ROWS -> Shape.of(scores.dim(0), scores.size(1, rank));
      case LAST -> Shape.of(scores.size(0, rank - 1), scores.dim(rank - 1));
      case CHANNELS -> Shape.of(scores.dim(0), scores.dim(1), scores.size(2, rank));
    };
  }

  /// What is wrong with labels of shape `label`.
  String mistake(Inference node, PartialShape scores, PartialShape label) {
    String fact =
        "label %s is %s, but for scores %s of %s it must be %s"
            .formatted(
                node.source("label"),
                label,
                scores,
                node.source("data"),
                labels(scores).stream()
                    .distinct()
                    .map(PartialShape::toString)
                    .collect(Collectors.joining(" or ")));
    return oneHot(scores, label) ? fact + ": it looks one-hot" : fact;
  }

  /// What to change so that the label fits.
  String wayOut(Inference node, PartialShape scores, PartialShape label) {
    PartialShape expected = labels(scores).getFirst();
    if (oneHot(scores, label)) {
      return "feed the index of the class, a label of shape %s, which it has if its shape is left out;"
              .formatted(expected)
          + " or probabilities of shape %s".formatted(scores);
    }
    boolean flat = label.rank() == 1 && label.dim(0).equals(scores.dim(0));
    if (this == CHANNELS && flat) {
      return "put a @Flatten after %s and drop multiOutput; or give the label the shape %s"
          .formatted(node.source("data"), expected);
    }
    PartialShape leading = PartialShape.of(scores.dims().subList(0, scores.rank() - 1));
    if (this == ROWS && label.unify(leading).isPresent()) {
      return "set preserveShape = true for one label a row of the last axis";
    }
    return "give the label the shape %s, or leave its shape out".formatted(expected);
  }

  private static boolean oneHot(PartialShape scores, PartialShape label) {
    return label.rank() == scores.rank()
        && label.rank() > 1
        && label.dim(0).equals(scores.dim(0))
        && !label.dim(label.rank() - 1).is(1);
  }
}
