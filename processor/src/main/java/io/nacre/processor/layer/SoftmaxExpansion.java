package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;

/// [SoftmaxOutputLayer] in primitives. All happens on scores `rows x classes` (x positions), and
/// the result goes back to the shape of the scores.
final class SoftmaxExpansion {
  private static final int CLASSES = 1;

  private final Expansion node;
  private final Attributes attributes;
  private final Emitter e;
  private final ScoresLayout layout;
  private final Value scores;

  SoftmaxExpansion(Expansion node) {
    this.node = node;
    attributes = node.attributes();
    e = node.emitter();
    layout = ScoresLayout.of(attributes);
    scores = node.argument("data");
  }

  Value value() {
    Value rows = e.reshape(scores, layout.canonical(scores.shape()));
    Value p = new SoftmaxTerms(e, CLASSES, node.training()).softmax(rows);
    Value output = e.reshape(p, scores.shape());
    if (!node.training()) {
      return output;
    }
    Value label = node.argument("label");
    Value gradient =
        label.shape().equals(scores.shape())
            ? probabilityGradient(output, label)
            : e.reshape(indexGradient(p, label), scores.shape());
    if (attributes.flag("outGrad")) {
      // MXNet 1.9.1 hands its backward operator the output where it expects the head gradient
      gradient = e.multiply(gradient, output);
    }
    return e.loss(output, scores, gradient);
  }

  /// `(p - label) * gradScale`; smoothing, ignoring and normalization do not apply, as in MXNet.
  private Value probabilityGradient(Value p, Value label) {
    return e.scale(e.subtract(p, label), attributes.number("gradScale"));
  }

  /// `(p - target) * gradScale / divisor`, with the target `1 - alpha` at the label's class and
  /// `alpha / (K - 1)` elsewhere; 0 in ignored rows.
  private Value indexGradient(Value p, Value label) {
    Shape oneClass = p.shape().with(1, Dim.ONE);
    Value labels = e.reshape(label, oneClass);
    Value stretched = e.broadcast(labels, p.shape());
    double alpha = attributes.number("smoothAlpha");
    long others = p.shape().dim(1).size() - 1;
    Value target =
        e.selectEqual(
            e.index(CLASSES, p),
            stretched,
            e.constant(1 - alpha, p),
            e.constant(alpha == 0 || others == 0 ? 0 : alpha / others, p));
    Value gradient = e.multiply(e.subtract(p, target), factor(p, labels));
    return attributes.flag("useIgnore")
        ? e.selectEqual(stretched, e.constant(ignored(), p), e.zeros(p), gradient)
        : gradient;
  }

  /// `gradScale / divisor`. Of several positions a sample (`multiOutput`) all but VALID also divide
  /// by their number.
  private Value factor(Value p, Value labels) {
    double scale = attributes.number("gradScale");
    Dim positions = layout == ScoresLayout.CHANNELS ? p.shape().dim(2) : Dim.ONE;
    return switch (attributes.constant("normalization")) {
      case "NULL" -> Losses.factor(e, p, scale, positions);
      case "BATCH" -> Losses.factor(e, p, scale, labels.shape().size());
      case "VALID" -> Losses.factor(e, p, scale, Losses.atLeastOne(e, valid(labels)));
      default -> throw new IllegalStateException(attributes.constant("normalization"));
    };
  }

  /// How many labels are not the ignored one, which are left out even without `useIgnore`.
  private Value valid(Value labels) {
    Value counts =
        e.selectEqual(
            labels, e.constant(ignored(), labels), e.zeros(labels), e.constant(1, labels));
    return Losses.sum(e, counts);
  }

  /// MXNet compares labels as integers.
  private double ignored() {
    return (int) attributes.number("ignoreLabel");
  }
}
