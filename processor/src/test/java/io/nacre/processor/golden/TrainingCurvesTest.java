package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.RmsProp;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.IdxFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Sixty training steps on Fashion-MNIST, against MXNet 1.9.1: the loss of each step, parameters
/// after the first and the last, moving averages, and hits on the test images.
///
/// Rounding grows from step to step, so ten losses are compared to 1e-4 and the rest to 5 %.
class TrainingCurvesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLASSES = 10;

  @Test
  void multilayerPerceptron() {
    curve(
        "mlp_sgd",
        """
        @Input(784)                  Symbol data();
        @FullyConnected(units = 128) Symbol fc1(Symbol data);
        @Relu                        Symbol relu1(Symbol fc1);
        @FullyConnected(units = 10)  Symbol fc2(Symbol relu1);
        @SoftmaxOutput               Symbol softmax(Symbol fc2);
        """,
        new Sgd(0.1)::update);
  }

  @Test
  void lenetWithBatchNorm() {
    curve(
        "lenet_bn_sgd_momentum",
        """
        @Input({1, 28, 28})              Symbol data();
        @Conv(filters = 8, kernel = 5)   Symbol conv1(Symbol data);
        @BatchNorm(fixGamma = false)     Symbol bn1(Symbol conv1);
        @Relu                            Symbol act1(Symbol bn1);
        @MaxPool(kernel = 2, stride = 2) Symbol pool1(Symbol act1);
        @Conv(filters = 16, kernel = 5)  Symbol conv2(Symbol pool1);
        @BatchNorm(fixGamma = false)     Symbol bn2(Symbol conv2);
        @Relu                            Symbol act2(Symbol bn2);
        @MaxPool(kernel = 2, stride = 2) Symbol pool2(Symbol act2);
        @FullyConnected(units = 64)      Symbol fc1(Symbol pool2);
        @Relu                            Symbol act3(Symbol fc1);
        @FullyConnected(units = 10)      Symbol fc2(Symbol act3);
        @SoftmaxOutput                   Symbol softmax(Symbol fc2);
        """,
        new Sgd(0.05).momentum(0.9)::update);
  }

  @Test
  void lenetByRmsProp() {
    curve(
        "lenet_rmsprop",
        """
        @Input({1, 28, 28})              Symbol data();
        @Conv(filters = 8, kernel = 5)   Symbol conv1(Symbol data);
        @Relu                            Symbol act1(Symbol conv1);
        @MaxPool(kernel = 2, stride = 2) Symbol pool1(Symbol act1);
        @Conv(filters = 16, kernel = 5)  Symbol conv2(Symbol pool1);
        @Relu                            Symbol act2(Symbol conv2);
        @MaxPool(kernel = 2, stride = 2) Symbol pool2(Symbol act2);
        @FullyConnected(units = 64)      Symbol fc1(Symbol pool2);
        @Relu                            Symbol act3(Symbol fc1);
        @FullyConnected(units = 10)      Symbol fc2(Symbol act3);
        @SoftmaxOutput                   Symbol softmax(Symbol fc2);
        """,
        new RmsProp(0.001)::update);
  }

  private static void curve(String name, String nodes, Consumer<CompiledGraph> update) {
    JsonNode golden = json(name);
    int n = golden.get("batch").asInt();
    String type = "curves." + name;
    String source =
        "package curves;\nimport io.nacre.annotations.*;\n@Model\npublic interface "
            + name
            + " {\n"
            + nodes
            + "}\n";
    ModelBatch models = ModelBatch.compile(Map.of(type, source));
    try (BoundModel model = BoundModel.bind(models.graph(type), Device.cpu(), OptionalInt.of(n))) {
      FormulaWeights.set(model.graph());
      IdxFile images = idx("train-1920-images-idx3-ubyte.gz");
      IdxFile labels = idx("train-1920-labels-idx1-ubyte.gz");
      JsonNode losses = golden.get("losses");
      for (int step = 0; step < losses.size(); step++) {
        Map<String, double[]> feeds = feeds(images, labels, step * n, n);
        double[] p = model.forward(feeds).get("softmax_output");
        model.backward(Map.of());
        update.accept(model.graph());
        double expected = losses.get(step).asDouble();
        double tolerance = step < 10 ? 1e-4 * Math.max(1, expected) : 0.05 * expected;
        double loss = loss(p, feeds.get("softmax_label"));
        assertEquals(expected, loss, tolerance, "loss of step " + step);
        if (step == 0) {
          check(golden.get("after_step_1"), model.graph(), 1e-4);
        }
      }
      check(golden.get("after_all"), model.graph(), 0.05);
      checkStates(golden.get("aux_after"), model.graph());
      int hits = golden.get("test_correct_of_first_960").asInt();
      assertEquals(hits, hits(model, n), 0.05 * hits);
    }
  }

  private static Map<String, double[]> feeds(IdxFile images, IdxFile labels, int from, int n) {
    int size = images.size() / images.count();
    double[] data = new double[n * size];
    double[] classes = new double[n];
    for (int i = 0; i < data.length; i++) {
      data[i] = images.get(from * size + i) / 255;
    }
    for (int i = 0; i < n; i++) {
      classes[i] = labels.get(from + i);
    }
    Map<String, double[]> feeds = new LinkedHashMap<>();
    feeds.put("data", data);
    feeds.put("softmax_label", classes);
    return feeds;
  }

  private static double loss(double[] p, double[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Math.log(p[i * CLASSES + (int) labels[i]]);
    }
    return sum / labels.length;
  }

  private static int hits(BoundModel model, int n) {
    IdxFile images = idx("t10k-960-images-idx3-ubyte.gz");
    IdxFile labels = idx("t10k-960-labels-idx1-ubyte.gz");
    int hits = 0;
    for (int from = 0; from < images.count(); from += n) {
      Map<String, double[]> feeds = feeds(images, labels, from, n);
      double[] p = model.infer(feeds).get("softmax_output");
      for (int i = 0; i < n; i++) {
        int best = 0;
        for (int k = 1; k < CLASSES; k++) {
          best = p[i * CLASSES + k] > p[i * CLASSES + best] ? k : best;
        }
        hits += best == (int) feeds.get("softmax_label")[i] ? 1 : 0;
      }
    }
    return hits;
  }

  private static void check(JsonNode golden, CompiledGraph graph, double tolerance) {
    for (Parameter parameter : graph.parameters()) {
      check(golden.get(parameter.name()), parameter.value(), tolerance, parameter.name());
    }
  }

  private static void checkStates(JsonNode golden, CompiledGraph graph) {
    for (String state : graph.spec().listAuxiliaryStates()) {
      check(golden.get(state), graph.parameters().auxiliary(state), 0.05, state);
    }
  }

  /// The norm, and the first numbers relative to it.
  private static void check(JsonNode golden, Tensor value, double tolerance, String name) {
    double[] numbers = value.toDoubles();
    double squares = 0;
    for (double number : numbers) {
      squares += number * number;
    }
    double norm = golden.get("l2").asDouble();
    assertEquals(norm, Math.sqrt(squares), tolerance * norm, "norm of " + name);
    JsonNode first = golden.get("first");
    double[] expected = new double[first.size()];
    double[] actual = new double[first.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = first.get(i).asDouble();
      actual[i] = numbers[i];
    }
    assertClose(expected, actual, tolerance * norm, "first numbers of " + name);
  }

  private static JsonNode json(String name) {
    try (InputStream in = open(name + "/case.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IdxFile idx(String name) {
    try (InputStream in = open(name)) {
      return IdxFile.read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return TrainingCurvesTest.class.getResourceAsStream("/golden/train/" + name);
  }
}
