package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// All combinations of the attributes of a softmax loss, against MXNet's formula.
class SoftmaxOutputVariationsTest {
  private static final int IGNORED = 1;

  /// Which axis the classes are on.
  private enum Layout {
    ROWS("", List.of(4), List.of()),
    FLATTENED("", List.of(2, 3), List.of()),
    CHANNELS(", multiOutput = true", List.of(3, 2, 5), List.of(10)),
    CHANNELS_IN_SHAPE(", multiOutput = true", List.of(3, 2, 2), List.of(2, 2)),
    LAST(", preserveShape = true", List.of(5, 3), List.of(5));

    private final String attribute;
    private final List<Integer> sample;
    private final List<Integer> label;

    Layout(String attribute, List<Integer> sample, List<Integer> label) {
      this.attribute = attribute;
      this.sample = sample;
      this.label = label;
    }

    boolean channels() {
      return this == CHANNELS || this == CHANNELS_IN_SHAPE;
    }

    int classes() {
      return switch (this) {
        case ROWS, FLATTENED -> new Grid(sample).count();
        case CHANNELS, CHANNELS_IN_SHAPE -> sample.getFirst();
        case LAST -> sample.getLast();
      };
    }

    /// Labels a sample.
    int positions() {
      return new Grid(label).count();
    }

    /// The place of a class's score for the label `row`.
    int at(int row, int k) {
      return channels()
          ? (row / positions() * classes() + k) * positions() + row % positions()
          : row * classes() + k;
    }
  }

  @TestFactory
  Stream<DynamicTest> agree() {
    List<Softmax> probes = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      for (String normalization : List.of("NULL", "BATCH", "VALID")) {
        for (int bits = 0; bits < 8; bits++) {
          probes.add(
              new Softmax(
                  layout,
                  normalization,
                  (bits & 1) != 0,
                  (bits & 2) != 0,
                  (bits & 4) != 0 ? 0.15 : 0,
                  bits % 3 == 0 ? 0.7 : 1,
                  false));
        }
        probes.add(new Softmax(layout, normalization, true, false, 0.1, 0.5, true));
        probes.add(new Softmax(layout, normalization, false, true, 0, 3, true));
      }
    }
    return Probes.tests("Softmaxes", probes);
  }

  /// @param soft whether the labels are probabilities
  private record Softmax(
      Layout layout,
      String normalization,
      boolean ignore,
      boolean outGrad,
      double alpha,
      double scale,
      boolean soft)
      implements Probe {

    @Override
    public String annotation() {
      return ("@SoftmaxOutput(normalization = Normalization.%s, ignoreLabel = %d, useIgnore = %s,"
              + " outGrad = %s, smoothAlpha = %s, gradScale = %s%s)")
          .formatted(
              normalization, IGNORED, ignore, outGrad, alpha, scale, layout.attribute);
    }

    @Override
    public List<Integer> sample() {
      return layout.sample;
    }

    @Override
    public Optional<List<Integer>> label() {
      return soft
          ? Optional.of(layout.sample)
          : layout == Layout.CHANNELS_IN_SHAPE ? Optional.of(layout.label) : Optional.empty();
    }

    @Override
    public double[] labels(int size, Random random) {
      return soft
          ? random.doubles(size).toArray()
          : random.ints(size, 0, layout.classes()).asDoubleStream().toArray();
    }

    @Override
    public boolean isDifferentiable() {
      return false;
    }

    @Override
    public void check(Outcome outcome) {
      double[] p = softmax(outcome.x());
      assertClose(p, outcome.y(), 1e-13, "y");
      double[] dx = soft ? softGradient(p, outcome.label()) : gradient(p, outcome.label());
      for (int i = 0; outGrad && i < dx.length; i++) {
        dx[i] *= p[i]; // as MXNet does, rather than by the head gradient
      }
      assertClose(dx, outcome.dx(), 1e-13, "dx");
    }

    private double[] softmax(double[] x) {
      double[] p = new double[x.length];
      for (int row = 0; row < x.length / layout.classes(); row++) {
        double sum = 0;
        for (int k = 0; k < layout.classes(); k++) {
          sum += Math.exp(x[layout.at(row, k)]);
        }
        for (int k = 0; k < layout.classes(); k++) {
          p[layout.at(row, k)] = Math.exp(x[layout.at(row, k)]) / sum;
        }
      }
      return p;
    }

    private double[] softGradient(double[] p, double[] labels) {
      double[] dx = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        dx[i] = (p[i] - labels[i]) * scale;
      }
      return dx;
    }

    private double[] gradient(double[] p, double[] labels) {
      double[] dx = new double[p.length];
      int valid = 0;
      for (int row = 0; row < labels.length; row++) {
        valid += labels[row] == IGNORED ? 0 : 1;
        for (int k = 0; k < layout.classes(); k++) {
          double target = labels[row] == k ? 1 - alpha : alpha / (layout.classes() - 1);
          boolean skipped = ignore && labels[row] == IGNORED;
          dx[layout.at(row, k)] = skipped ? 0 : p[layout.at(row, k)] - target;
        }
      }
      double divisor =
          switch (normalization) {
            case "BATCH" -> labels.length;
            case "VALID" -> Math.max(1, valid);
            default -> layout.channels() ? layout.positions() : 1;
          };
      for (int i = 0; i < dx.length; i++) {
        dx[i] *= scale / divisor;
      }
      return dx;
    }
  }
}
