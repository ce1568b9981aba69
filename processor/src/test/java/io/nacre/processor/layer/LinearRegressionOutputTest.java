package io.nacre.processor.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.nacre.processor.differentiate.Differentiator;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.expand.Expander;
import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Interpreter;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The divisor m of the gradient may depend on N.
class LinearRegressionOutputTest {
  private static final int BATCH = -65521;

  private static double[] gradient(Graphs graphs, LayerNode out, int n, double[]... feeds) {
    TypedGraph typed = ShapeInference.infer(graphs.graph(out), new Problems()).orElseThrow();
    TrainingGraph training = Differentiator.differentiate(Expander.expand(typed, true));
    Value gradient = training.gradients().getFirst().value();
    return Interpreter.evaluate(
            List.of(gradient), n, Map.of("data", feeds[0], "out_label", feeds[1]))
        .get(gradient);
  }

  @Test
  void columnWithFlatLabel() {
    Graphs graphs = new Graphs();
    LayerNode data = graphs.node("data", "Input", List.of(), "value", List.of(1), "gradient", true);
    LayerNode out = graphs.node("out", "LinearRegressionOutput", data, "gradScale", 0.5);
    assertArrayEquals(
        new double[] {0.5, -1},
        gradient(graphs, out, 2, new double[] {3, 1}, new double[] {2, 3}),
        1e-12);
  }

  @Test
  void batchNotFirst() {
    Graphs graphs = new Graphs();
    LayerNode data =
        graphs.node("data", "Variable", List.of(), "value", List.of(2, BATCH), "gradient", true);
    LayerNode out = graphs.node("out", "LinearRegressionOutput", data);
    assertArrayEquals(
        new double[] {1, 1, 1, 0, 0, 0},
        gradient(graphs, out, 3, new double[] {3, 3, 3, 0, 0, 0}, new double[6]),
        1e-12);
  }
}
