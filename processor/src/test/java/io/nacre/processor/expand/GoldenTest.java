package io.nacre.processor.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.differentiate.Differentiator;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Interpreter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Layers against MXNet 1.9.1: inferred shapes, outputs and gradients.
class GoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "act_sigmoid",
        "act_softrelu",
        "act_softsign",
        "act_tanh",
        "conv2d_1x1",
        "conv2d_depthwise",
        "conv2d_dilate",
        "conv2d_pad_stride",
        "conv3d",
        "elemwise_add",
        "elemwise_div",
        "fc",
        "fc_flatten4d",
        "fc_noflatten",
        "flatten",
        "linear_regression_scale",
        "pool3d",
        "pool_avg",
        "pool_avg_full",
        "pool_avg_pad_exclude",
        "pool_global_max",
        "pool_lp2",
        "pool_max_full",
        "pool_max_pad",
        "softmax_output_multi",
        "softmax_output_outgrad",
        "softmax_output_preserve",
        "softmax_output_smooth"
      })
  void agreesWithMxnet(String name) {
    GoldenCase golden = GoldenCase.read(name);
    Problems problems = new Problems();
    TypedGraph typed =
        ShapeInference.infer(golden.graph(), problems)
            .orElseThrow(
                () -> new AssertionError(problems.all().stream().map(Problem::message).toList()));
    LayerNode head = typed.layers().heads().getFirst().node();
    for (LayerNode node : typed.layers().nodes()) {
      List<Integer> expected =
          node == head ? golden.outputShape() : golden.argumentShape(node.name());
      assertEquals(expected, sizes(typed.shape(node)), node.name());
    }
    TrainingGraph training = Differentiator.differentiate(Expander.expand(typed, true));
    assertValues(golden, training);
  }

  private static void assertValues(GoldenCase golden, TrainingGraph training) {
    Map<String, double[]> feeds = new HashMap<>(golden.arrays("arg"));
    Graph.Head head = training.graph().heads().getFirst();
    golden.array("head_grad").ifPresent(grad -> feeds.put(head.name() + "_grad", grad));
    List<Value> targets = new ArrayList<>(List.of(head.value()));
    training.gradients().forEach(gradient -> targets.add(gradient.value()));
    Map<Value, double[]> results = Interpreter.evaluate(targets, 1, feeds);
    assertClose(golden.array("out").orElseThrow(), results.get(head.value()), head.name());
    Map<String, double[]> gradients = golden.arrays("grad");
    for (Graph.NamedValue gradient : training.gradients()) {
      assertClose(gradients.get(gradient.name()), results.get(gradient.value()), gradient.name());
    }
  }

  private static List<Integer> sizes(Shape shape) {
    return shape.dims().stream().map(dim -> (int) dim.size()).toList();
  }

  private static void assertClose(double[] expected, double[] actual, String what) {
    assertEquals(expected.length, actual.length, what);
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-5 * largest + 1e-6, what + "[" + i + "]");
    }
  }
}
