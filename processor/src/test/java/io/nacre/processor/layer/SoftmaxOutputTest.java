package io.nacre.processor.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nacre.processor.differentiate.Differentiator;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.expand.Expander;
import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.GradientOverride;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Interpreter;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All attributes of the softmax loss together, against plain loops after MXNet's, for a symbolic
/// N.
class SoftmaxOutputTest {
  private static final int N = 3;
  private static final int K = 4;
  private static final int POSITIONS = 6;
  private static final int IGNORED = 2;

  private record Setting(
      String layout, String normalization, boolean ignore, double alpha, double scale) {}

  static Stream<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (String layout : List.of("rows", "multiOutput", "preserveShape")) {
      for (String normalization : List.of("NULL", "BATCH", "VALID")) {
        for (boolean ignore : new boolean[] {false, true}) {
          settings.add(new Setting(layout, normalization, ignore, 0, 1));
          settings.add(new Setting(layout, normalization, ignore, 0.1, 0.5));
        }
      }
    }
    return settings.stream();
  }

  private static TypedGraph graph(Setting setting) {
    Graphs graphs = new Graphs();
    List<Integer> sample =
        switch (setting.layout()) {
          case "rows" -> List.of(2, 2);
          case "multiOutput" -> List.of(K, 2, 3);
          default -> List.of(2, 3, K);
        };
    LayerNode data = graphs.node("data", "Input", List.of(), "value", sample, "gradient", true);
    List<Object> attributes =
        new ArrayList<>(
            List.of(
                "normalization", setting.normalization(),
                "useIgnore", setting.ignore(),
                "ignoreLabel", (double) IGNORED,
                "smoothAlpha", setting.alpha(),
                "gradScale", setting.scale()));
    if (!setting.layout().equals("rows")) {
      attributes.addAll(List.of(setting.layout(), true));
    }
    LayerNode out = graphs.node("out", "SoftmaxOutput", data, attributes.toArray());
    return ShapeInference.infer(graphs.graph(out), new Problems()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void gradient(Setting setting) {
    int positions = setting.layout().equals("rows") ? 1 : POSITIONS;
    Random random = new Random(7);
    double[] scores = random.doubles(N * K * positions, -2, 2).toArray();
    double[] labels = random.ints(N * positions, 0, K).asDoubleStream().toArray();
    TrainingGraph training = Differentiator.differentiate(Expander.expand(graph(setting), true));
    Value output = training.graph().heads().getFirst().value();
    Value gradient = training.gradients().getFirst().value();
    Map<Value, double[]> results =
        Interpreter.evaluate(
            List.of(output, gradient), N, Map.of("data", scores, "out_label", labels));
    double[] p = softmax(scores, setting);
    assertArrayEquals(p, results.get(output), 1e-12);
    assertArrayEquals(expected(p, labels, setting), results.get(gradient), 1e-12);
  }

  /// Where the score of a class of a row is: rows are samples and positions.
  private static int at(Setting setting, int row, int k) {
    return setting.layout().equals("multiOutput")
        ? (row / POSITIONS * K + k) * POSITIONS + row % POSITIONS
        : row * K + k;
  }

  private static double[] softmax(double[] scores, Setting setting) {
    double[] p = new double[scores.length];
    for (int row = 0; row < scores.length / K; row++) {
      double sum = 0;
      for (int k = 0; k < K; k++) {
        sum += Math.exp(scores[at(setting, row, k)]);
      }
      for (int k = 0; k < K; k++) {
        p[at(setting, row, k)] = Math.exp(scores[at(setting, row, k)]) / sum;
      }
    }
    return p;
  }

  private static double[] expected(double[] p, double[] labels, Setting setting) {
    double[] gradient = new double[p.length];
    int valid = 0;
    for (int row = 0; row < labels.length; row++) {
      boolean ignored = labels[row] == IGNORED;
      valid += ignored ? 0 : 1;
      for (int k = 0; k < K && !(ignored && setting.ignore()); k++) {
        double target = labels[row] == k ? 1 - setting.alpha() : setting.alpha() / (K - 1);
        gradient[at(setting, row, k)] = p[at(setting, row, k)] - target;
      }
    }
    int perSample = setting.layout().equals("multiOutput") ? POSITIONS : 1;
    double divisor =
        switch (setting.normalization()) {
          case "BATCH" -> labels.length;
          case "VALID" -> Math.max(1, valid);
          default -> perSample;
        };
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= setting.scale() / divisor;
    }
    return gradient;
  }

  @Test
  void noValidLabelDividesByOne() {
    Setting setting = new Setting("rows", "VALID", false, 0, 1);
    TrainingGraph training = Differentiator.differentiate(Expander.expand(graph(setting), true));
    Value gradient = training.gradients().getFirst().value();
    double[] result =
        Interpreter.evaluate(
                List.of(gradient),
                1,
                Map.of("data", new double[K], "out_label", new double[] {IGNORED}))
            .get(gradient);
    assertArrayEquals(new double[] {0.25, 0.25, -0.75, 0.25}, result, 1e-12);
  }

  @Test
  void probabilitiesAsLabel() {
    Graphs graphs = new Graphs();
    LayerNode data = graphs.node("data", "Input", List.of(), "value", List.of(2), "gradient", true);
    LayerNode label = graphs.variable("label", "Label", 2);
    LayerNode out =
        graphs.node(
            "out",
            "SoftmaxOutput",
            data,
            "label",
            label,
            "normalization",
            "BATCH",
            "gradScale",
            2.0);
    TypedGraph typed = ShapeInference.infer(graphs.graph(out), new Problems()).orElseThrow();
    TrainingGraph training = Differentiator.differentiate(Expander.expand(typed, true));
    Value gradient = training.gradients().getFirst().value();
    double[] result =
        Interpreter.evaluate(
                List.of(gradient),
                2,
                Map.of("data", new double[4], "label", new double[] {0.25, 0.75, 1, 0}))
            .get(gradient);
    assertArrayEquals(new double[] {0.5, -0.5, -1, 1}, result, 1e-12);
  }

  @Test
  void inferenceReadsNoLabel() {
    Graph graph = Expander.expand(graph(new Setting("rows", "NULL", false, 0, 1)), false);
    Value output = graph.heads().getFirst().value();
    assertFalse(
        output.primitive() instanceof GradientOverride override && override.rule().isPresent());
    double[] p =
        Interpreter.evaluate(List.of(output), 1, Map.of("data", new double[K])).get(output);
    assertEquals(0.25, p[0], 1e-12);
  }
}
