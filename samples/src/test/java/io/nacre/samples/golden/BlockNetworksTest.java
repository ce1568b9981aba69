package io.nacre.samples.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nacre.processor.golden.FormulaWeights;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Shape;
import io.nacre.samples.inceptionbn.InceptionBnGraph;
import io.nacre.samples.resnet20.ResNet20Graph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Networks of blocks against the same networks in MXNet 1.9.1: names, shapes, edges, and the
/// losses of training steps.
class BlockNetworksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean FULL = Boolean.getBoolean("nacre.full");
  private static final int FEW_STEPS = 5;

  private enum Network {
    INCEPTION_BN("inception_bn_28", InceptionBnGraph.SPEC, InceptionBnGraph.toJson()),
    RES_NET_20("resnet20", ResNet20Graph.SPEC, ResNet20Graph.toJson());

    private final String golden;
    private final GraphSpec spec;
    private final String json;

    Network(String golden, GraphSpec spec, String json) {
      this.golden = golden;
      this.spec = spec;
      this.json = json;
    }

    private Trainee bind() {
      return switch (this) {
        case INCEPTION_BN -> Trainee.inceptionBn();
        case RES_NET_20 -> Trainee.resNet20();
      };
    }

    private Trainee bindIn64() {
      return switch (this) {
        case INCEPTION_BN -> Trainee.inceptionBnIn64();
        case RES_NET_20 -> Trainee.resNet20In64();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesAreThoseOfMxnet(Network network) {
    JsonNode golden = json(network.golden + "/case.json");
    assertEquals(texts(golden.get("arguments")), network.spec.listArguments());
    assertEquals(texts(golden.get("auxiliary")), network.spec.listAuxiliaryStates());
    assertEquals(golden.get("parameters").asLong(), network.spec.parameterCount());
  }

  @ParameterizedTest
  @EnumSource
  void shapesAreThoseOfMxnet(Network network) {
    JsonNode golden = json(network.golden + "/case.json");
    Map<String, List<Integer>> shapes = new TreeMap<>();
    GraphSpec spec = network.spec;
    spec.argumentShapes(Trainee.BATCH).forEach((name, shape) -> shapes.put(name, ints(shape)));
    assertEquals(shapes(golden.get("argument_shapes")), shapes);
    spec.auxiliaryShapes().forEach((name, shape) -> shapes.put(name, ints(shape)));
    for (GraphSpec.Layer layer : spec.layers()) {
      GraphSpec.Output output = layer.outputs().getFirst();
      shapes.put(output.name(), ints(output.shape().at(Trainee.BATCH)));
    }
    assertEquals(shapes(golden.get("internal_shapes")), shapes);
  }

  /// Operators, names and edges of all nodes, in their order.
  @ParameterizedTest
  @EnumSource
  void symbolIsThatOfMxnet(Network network) throws IOException {
    assertEquals(
        nodes(json(network.golden + "/symbol.json")), nodes(JSON.readTree(network.json)));
  }

  /// The first loss to 1e-5, the second to 1e-3, the next to 2 %, and so on: see
  /// [#partsLikeAnyNoise].
  @ParameterizedTest
  @EnumSource
  void trainsAsInMxnet(Network network) {
    double[] expected = losses(network);
    int steps = FULL || network == Network.RES_NET_20 ? expected.length : FEW_STEPS;
    try (Trainee net = network.bind()) {
      double[] losses = net.losses(steps, 0);
      for (int step = 0; step < steps; step++) {
        double loss = expected[step];
        assertEquals(loss, losses[step], tolerance(step) * loss, "step " + step);
      }
      double mean = Arrays.stream(expected).limit(steps).average().orElseThrow();
      assertEquals(mean, Arrays.stream(losses).average().orElseThrow(), 0.05 * mean);
    }
  }

  private static double tolerance(int step) {
    return switch (step) {
      case 0 -> 1e-5;
      case 1 -> 1e-3;
      case 2, 3, 4 -> 0.02;
      default -> 0.2;
    };
  }

  /// Why the losses part from step to step: in float64, weights that are changed by 1e-5 of
  /// themselves make as much of a difference. So deep a network with batch normalization takes each
  /// rounding tenfold into the next step, and MXNet's first loss alone is off by more than those
  /// changes make.
  @ParameterizedTest
  @EnumSource
  @EnabledIfSystemProperty(named = "nacre.full", matches = "true")
  void partsLikeAnyNoise(Network network) {
    double[] mxnet = losses(network);
    try (Trainee net = network.bindIn64()) {
      double[] exact = net.losses(FEW_STEPS, 0);
      double[] noisy = net.losses(FEW_STEPS, 1e-5);
      assertEquals(exact[0], mxnet[0], 1e-5 * exact[0]);
      double noise = 0;
      double difference = 0;
      for (int step = 2; step < FEW_STEPS; step++) {
        noise = Math.max(noise, Math.abs(noisy[step] / exact[step] - 1));
        difference = Math.max(difference, Math.abs(mxnet[step] / exact[step] - 1));
      }
      assertTrue(noise > 1e-3, "noise makes a difference of " + noise);
      assertTrue(difference < 10 * noise, "%s of MXNet, %s of noise".formatted(difference, noise));
    }
  }

  private static double[] losses(Network network) {
    JsonNode losses = json(network.golden + "/case.json").get("losses");
    return StreamSupport.stream(losses.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /// MXNet's Python takes 36 lines, imports and comments aside; the convolution with its
  /// normalization, which both networks share, is not among ours.
  @Test
  void inceptionIsNoLongerThanInPython() throws IOException {
    List<String> lines =
        Files.readAllLines(
                Path.of("src/main/java/io/nacre/samples/inceptionbn/InceptionBn.java"))
            .stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
            .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
            .toList();
    assertTrue(lines.size() <= 36, lines.size() + " lines");
  }

  private static List<List<String>> nodes(JsonNode symbol) {
    List<List<String>> nodes = new ArrayList<>();
    JsonNode all = symbol.get("nodes");
    for (JsonNode node : all) {
      List<String> texts = new ArrayList<>();
      texts.add(operator(node));
      texts.add(node.get("name").asText());
      for (JsonNode input : node.get("inputs")) {
        texts.add(all.get(input.get(0).asInt()).get("name").asText() + ":" + input.get(1));
      }
      nodes.add(texts);
    }
    return nodes;
  }

  /// MXNet has an operator of its own for what `Activation` computes, and Nacre writes that.
  private static String operator(JsonNode node) {
    String operator = node.get("op").asText();
    return operator.equals("Activation") ? node.at("/attrs/act_type").asText() : operator;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Map<String, List<Integer>> shapes(JsonNode object) {
    Map<String, List<Integer>> shapes = new TreeMap<>();
    object
        .fieldNames()
        .forEachRemaining(
            name ->
                shapes.put(
                    name,
                    StreamSupport.stream(object.get(name).spliterator(), false)
                        .map(JsonNode::asInt)
                        .toList()));
    return shapes;
  }

  private static List<Integer> ints(Shape shape) {
    return Arrays.stream(shape.toInts()).boxed().toList();
  }

  private static JsonNode json(String file) {
    try (InputStream in = FormulaWeights.class.getResourceAsStream("/golden/train/" + file)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
