package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Networks of blocks that are larger than most: no method or class of them becomes too large for
/// Java, and they compute what they should.
class LargeModelTest {
  private static final int BATCH = 4;
  private static final int CLASSES = 4;

  /// The gradient as a whole: along it, the loss grows by the square of its length.
  @Test
  void thousandNodes() {
    ModelBatch models =
        ModelBatch.compile(Map.of("Large", LargeModel.source("Large", "FLOAT64", 57, 90)));
    OptionalInt batch = OptionalInt.of(BATCH);
    try (BoundModel model = BoundModel.bind(models.graph("Large"), Device.cpu(), batch)) {
      CompiledGraph graph = model.graph();
      assertTrue(graph.spec().layers().size() >= 990, "layers: " + graph.spec().layers().size());
      long shapes =
          graph.spec().layers().stream()
              .map(layer -> layer.outputs().getFirst().shape())
              .distinct()
              .count();
      assertTrue(shapes >= 200, "shapes: " + shapes);
      FormulaWeights.set(graph);
      Map<String, double[]> gradients = gradients(model);
      double squares =
          gradients.values().stream().flatMapToDouble(Arrays::stream).map(g -> g * g).sum();
      gradients.forEach(
          (name, gradient) ->
              assertTrue(Arrays.stream(gradient).anyMatch(g -> g != 0), "gradient of " + name));
      double step = 1e-5 / Math.sqrt(squares);
      move(graph, gradients, step);
      double after = loss(model);
      move(graph, gradients, -2 * step);
      double slope = (after - loss(model)) / (2 * step);
      assertEquals(squares, slope, 1e-5 * squares);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "nacre.full", matches = "true")
  void fiveThousandNodes() {
    ModelBatch models =
        ModelBatch.compile(Map.of("Huge", LargeModel.source("Huge", "FLOAT32", 200, 567)));
    assertEquals(Optional.empty(), models.error("Huge"));
    try (BoundModel model =
        BoundModel.bind(models.graph("Huge"), Device.cpu(), OptionalInt.of(1))) {
      assertTrue(model.graph().spec().layers().size() >= 5000);
    }
  }

  private static Map<String, double[]> gradients(BoundModel model) {
    loss(model);
    model.backward(Map.of());
    Map<String, double[]> gradients = new LinkedHashMap<>();
    for (Parameter parameter : model.graph().parameters()) {
      gradients.put(parameter.name(), parameter.gradient().toDoubles());
    }
    return gradients;
  }

  private static void move(CompiledGraph graph, Map<String, double[]> direction, double step) {
    for (Parameter parameter : graph.parameters()) {
      double[] numbers = parameter.value().toDoubles();
      double[] along = direction.get(parameter.name());
      Arrays.setAll(numbers, i -> numbers[i] + step * along[i]);
      parameter.value().set(numbers);
    }
  }

  /// The sum over the batch, whose gradient the model's is.
  private static double loss(BoundModel model) {
    double[] data = new double[BATCH * 3 * 6 * 6];
    Arrays.setAll(data, i -> FormulaWeights.number("data", new int[] {BATCH, 3, 6, 6}, i));
    double[] label = {3, 0, 2, 1};
    double[] p = model.forward(Map.of("data", data, "out_label", label)).get("out_output");
    double loss = 0;
    for (int row = 0; row < BATCH; row++) {
      loss -= Math.log(p[row * CLASSES + (int) label[row]]);
    }
    return loss;
  }
}
