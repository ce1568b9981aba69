package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.GraphSpec.Segment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SgdTest {
  @ParameterizedTest
  @EnumSource
  void stepsAsMxNetDoes(DataType dataType) throws IOException {
    List<String> lines = lines("sgd.txt");
    int cases = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith("settings ")) {
        check(dataType, lines.subList(at, at + 18));
        cases++;
      }
    }
    assertEquals(5, cases);
  }

  @Test
  void weightDecayIsForWeightsAndGammas() {
    GraphSpec spec =
        GraphSpec.builder("Net")
            .parameter("fc_weight", Shape.of(2), DataType.FLOAT32, 3)
            .parameter("bn_gamma", Shape.of(1), DataType.FLOAT32, 5)
            .parameter("fc_bias", Shape.of(1), DataType.FLOAT32, 6)
            .parameter("bn_beta", Shape.of(1), DataType.FLOAT32, 8)
            .parameter("weight", Shape.of(1), DataType.FLOAT32, 9)
            .segment(Segment.PARAMETERS, DataType.FLOAT32, 11)
            .build();
    try (Plain net = new Plain(spec, Device.cpu(), 1, null)) {
      Arrays.fill(net.weights().parameters32, 8);
      new Sgd(1).weightDecay(0.5).update(net);
      assertArrayEquals(new float[] {8, 8, 8, 4, 4, 4, 8, 8, 8, 8, 8}, net.weights().parameters32);
    }
  }

  @Test
  void gradientsAreAveragedOverTheBatch() {
    try (Plain net = new Plain(one(DataType.FLOAT32, 1), Device.cpu(), 4, null)) {
      net.weights().gradients32[0] = 8;
      new Sgd(0.5).update(net);
      assertEquals(-1, net.weights().parameters32[0]);
    }
  }

  @Test
  void velocitiesGoWithTheWeights() {
    Plain net = new Plain(one(DataType.FLOAT32, 1), Device.cpu(), 1, null);
    Plain sharing = new Plain(net.spec(), Device.cpu(), 1, net);
    net.weights().gradients32[0] = 1;
    Sgd sgd = new Sgd(1).momentum(0.5);
    sgd.update(net);
    sgd.update(sharing);
    assertEquals(-2.5f, net.weights().parameters32[0]);
    new Sgd(0).momentum(0.5).update(sharing);
    assertEquals(-3.25f, net.weights().parameters32[0]);
  }

  @ParameterizedTest
  @EnumSource
  void bitsDoNotDependOnTheNumberOfThreads(DataType dataType) {
    double[] expected = null;
    for (int threads : new int[] {1, 2, 3, 7}) {
      try (Device device = Device.cpu(threads);
          Plain net = new Plain(one(dataType, 1001), device, 3, null)) {
        SplittableRandom random = new SplittableRandom(5);
        Parameter w = net.parameters().get("w_weight");
        w.value().set(random.doubles(1001, -1, 1).toArray());
        Sgd sgd = new Sgd(0.1).momentum(0.9).weightDecay(0.01).clipGradient(0.2);
        for (int step = 0; step < 5; step++) {
          w.gradient().set(random.doubles(1001, -1, 1).toArray());
          sgd.update(net);
        }
        if (expected == null) {
          expected = w.value().toDoubles();
        }
        assertArrayEquals(expected, w.value().toDoubles());
      }
    }
  }

  @Test
  void stepAllocatesNothing() {
    try (Device device = Device.cpu(2);
        Plain net = new Plain(one(DataType.FLOAT32, 100), device, 1, null)) {
      Sgd sgd = new Sgd(0.1).momentum(0.9);
      Runnable steps =
          () -> {
            for (int step = 0; step < 5_000; step++) {
              sgd.update(net);
            }
          };
      steps.run();
      steps.run();
      long allocated = Allocation.bytes(steps);
      assertTrue(allocated < 5_000, allocated + " bytes in 5000 steps");
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertFails(IllegalArgumentException.class, () -> new Sgd(-1), "learningRate", "-1");
    Sgd sgd = new Sgd(0.1);
    assertFails(IllegalArgumentException.class, () -> sgd.momentum(Double.NaN), "momentum");
    assertFails(IllegalArgumentException.class, () -> sgd.weightDecay(-0.1), "weightDecay");
    assertFails(IllegalArgumentException.class, () -> sgd.clipGradient(0), "clipGradient", "0.0");
    assertFails(
        IllegalArgumentException.class,
        () -> sgd.rescaleGradient(Double.POSITIVE_INFINITY),
        "rescaleGradient");
    assertEquals(0.1, sgd.learningRate());
  }

  private static void check(DataType dataType, List<String> lines) {
    Map<String, String> settings = new HashMap<>();
    for (String setting : lines.get(0).split(" ")) {
      String[] parts = setting.split("=");
      settings.put(parts[0], parts[parts.length - 1]);
    }
    Sgd sgd = new Sgd(Double.parseDouble(settings.remove("learning_rate"))).rescaleGradient(1);
    boolean halving = settings.remove("lr_scheduler") != null;
    settings.remove("settings");
    settings.forEach(
        (name, value) -> {
          double number = Double.parseDouble(value);
          switch (name) {
            case "wd" -> sgd.weightDecay(number);
            case "momentum" -> sgd.momentum(number);
            case "clip_gradient" -> sgd.clipGradient(number);
            case "rescale_grad" -> sgd.rescaleGradient(number);
            default -> throw new IllegalArgumentException(name);
          }
        });
    try (Device device = Device.cpu(2);
        Plain net = new Plain(one(dataType, 6), device, 1, null)) {
      Parameter w = net.parameters().get("w_weight");
      w.value().set(numbers(lines.get(1)));
      for (int step = 0; step < 8; step++) {
        if (halving && step > 0 && step % 2 == 0) {
          sgd.learningRate(sgd.learningRate() / 2);
        }
        w.gradient().set(numbers(lines.get(2 + 2 * step)));
        sgd.update(net);
        assertArrayEquals(
            numbers(lines.get(3 + 2 * step)),
            w.value().toDoubles(),
            2e-7,
            lines.get(0) + ", step " + step);
      }
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  private static GraphSpec one(DataType dataType, int size) {
    return GraphSpec.builder("Net")
        .parameter("w_weight", Shape.of(size), dataType, 0)
        .segment(Segment.PARAMETERS, dataType, size)
        .build();
  }

  private static List<String> lines(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SgdTest.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /// A graph that computes nothing.
  private static final class Plain extends CompiledGraph {
    Plain(GraphSpec spec, Device device, int batch, CompiledGraph sharing) {
      super(spec, device, batch, sharing);
    }
  }
}
