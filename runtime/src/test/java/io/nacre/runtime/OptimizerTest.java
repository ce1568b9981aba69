package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.GraphSpec.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
  private static final List<DataType> FLOATS =
      List.of(DataType.FLOAT32, DataType.FLOAT64, DataType.FLOAT16);

  static Stream<OptimizerCases.Case> golden() {
    return OptimizerCases.golden();
  }

  static Stream<Supplier<Optimizer<?>>> all() {
    return OptimizerCases.all();
  }

  @Test
  void allGoldenCasesAreHere() {
    assertEquals(18, golden().count());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void stepsAsMxNetDoes(OptimizerCases.Case golden) {
    for (DataType dataType : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
      try (Device device = Device.cpu(2);
          PlainGraph net = new PlainGraph(PlainGraph.one(dataType, 6), device)) {
        Optimizer<?> optimizer = golden.optimizer().get();
        Parameter w = net.parameters().get("w_weight");
        w.value().set(golden.start());
        for (int step = 0; step < 8; step++) {
          w.gradient().set(golden.gradient(step));
          optimizer.update(net);
          // the values are float32's, where 1 - beta2 is not quite 0.001
          assertArrayEquals(
              golden.weights(step),
              w.value().toDoubles(),
              5e-6,
              golden + ", " + dataType + ", step " + step);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void bitsDoNotDependOnTheNumberOfThreads(Supplier<Optimizer<?>> optimizer) {
    for (DataType dataType : FLOATS) {
      double[] expected = train(optimizer.get(), dataType, 1);
      for (int threads : new int[] {2, 3, 7}) {
        assertArrayEquals(expected, train(optimizer.get(), dataType, threads));
      }
      for (double weight : expected) {
        assertTrue(Double.isFinite(weight));
      }
    }
  }

  /// A float16 weight is updated as a float32 that is rounded after each update; what is remembered of
  /// it is not.
  @ParameterizedTest
  @MethodSource("all")
  void float16IsUpdatedInFloat32(Supplier<Optimizer<?>> optimizer) {
    try (PlainGraph half = new PlainGraph(PlainGraph.one(DataType.FLOAT16, 5000), Device.cpu());
        PlainGraph single = new PlainGraph(PlainGraph.one(DataType.FLOAT32, 5000), Device.cpu())) {
      Optimizer<?> first = optimizer.get();
      Optimizer<?> second = optimizer.get();
      Parameter w16 = half.parameters().get("w_weight");
      Parameter w32 = single.parameters().get("w_weight");
      double[] start = new Random(1).doubles(5000, -1, 1).toArray();
      w16.value().set(start);
      for (int step = 0; step < 3; step++) {
        double[] gradient = new Random(step + 2).doubles(5000, -1, 1).toArray();
        w16.gradient().set(gradient);
        w32.gradient().set(w16.gradient().toDoubles());
        w32.value().set(w16.value().toDoubles());
        first.update(half);
        second.update(single);
        assertArrayEquals(
            w32.value().cast(DataType.FLOAT16).toDoubles(), w16.value().toDoubles(), "step " + step);
      }
    }
  }

  /// The same rule in twice the precision goes nearly the same way.
  @ParameterizedTest
  @MethodSource("all")
  void float32GoesTheWayOfFloat64(Supplier<Optimizer<?>> optimizer) {
    double[] single = train(optimizer.get(), DataType.FLOAT32, 2);
    double[] twice = train(optimizer.get(), DataType.FLOAT64, 2);
    int far = 0;
    for (int i = 0; i < single.length; i++) {
      far += Math.abs(single[i] - twice[i]) > 1e-4 ? 1 : 0;
    }
    // a sign or a bound may fall on the other side now and then
    assertTrue(far <= single.length / 500, far + " of " + single.length);
  }

  @ParameterizedTest
  @MethodSource("all")
  void frozenParametersAndPaddingStay(Supplier<Optimizer<?>> optimizer) {
    try (Device device = Device.cpu(2);
        PlainGraph net = new PlainGraph(PlainGraph.three(DataType.FLOAT32), device)) {
      Arrays.fill(net.weights().parameters32, 0.5f);
      Arrays.fill(net.weights().gradients32, 0.25f);
      net.parameters().get("a_weight").lrMult(0);
      Optimizer<?> rule = optimizer.get();
      rule.update(net);
      rule.update(net);
      float[] after = net.weights().parameters32;
      for (int i = 0; i < after.length; i++) {
        boolean moves = i >= 5003 && i < 5010 || i >= 5024 && i < 5027;
        assertEquals(moves, after[i] != 0.5f, "element " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void stepAllocatesNothingOfTheParametersSize(Supplier<Optimizer<?>> optimizer) {
    try (Device device = Device.cpu(2);
        PlainGraph net = new PlainGraph(PlainGraph.three(DataType.FLOAT32), device)) {
      Optimizer<?> rule = optimizer.get().schedule(t -> 0.1);
      Runnable steps =
          () -> {
            for (int step = 0; step < 2_000; step++) {
              rule.update(net);
            }
          };
      steps.run();
      steps.run();
      long allocated = Allocation.bytes(steps);
      // StrictMath.pow makes a few small arrays until it is compiled; a parameter has 20,000 bytes
      assertTrue(allocated < 2_000 * 400, allocated + " bytes in 2000 steps");
    }
  }

  @Test
  void stepAllocatesNothing() {
    try (Device device = Device.cpu(2);
        PlainGraph net = new PlainGraph(PlainGraph.three(DataType.FLOAT32), device)) {
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
    try (PlainGraph net = new PlainGraph(spec, Device.cpu())) {
      Arrays.fill(net.weights().parameters32, 8);
      Sgd sgd = new Sgd(1).weightDecay(0.5);
      sgd.update(net);
      assertArrayEquals(new float[] {8, 8, 8, 4, 4, 4, 8, 8, 8, 8, 8}, net.weights().parameters32);
      assertEquals(1, net.parameters().get("bn_gamma").wdMult());
      assertEquals(0, net.parameters().get("fc_bias").wdMult());
      net.parameters().get("bn_gamma").wdMult(0);
      net.parameters().get("fc_bias").wdMult(0.5);
      sgd.update(net);
      assertArrayEquals(new float[] {8, 8, 8, 2, 2, 4, 6, 8, 8, 8, 8}, net.weights().parameters32);
    }
  }

  @Test
  void multipliersAreThoseOfTheWeights() {
    try (PlainGraph net = new PlainGraph(PlainGraph.one(DataType.FLOAT64, 1), Device.cpu());
        PlainGraph sharing = new PlainGraph(net.spec(), Device.cpu(), 1, net)) {
      assertEquals(1, net.parameters().get("w_weight").lrMult());
      net.parameters().get("w_weight").lrMult(0.5);
      assertEquals(0.5, sharing.parameters().get("w_weight").lrMult());
      net.weights().gradients64[0] = 1;
      new Sgd(1).update(sharing);
      assertEquals(-0.5, net.weights().parameters64[0]);
      assertFails(
          IllegalArgumentException.class,
          () -> net.parameters().get("w_weight").lrMult(-1),
          "w_weight.lrMult",
          "-1");
      assertFails(
          IllegalArgumentException.class,
          () -> net.parameters().get("w_weight").wdMult(Double.NaN),
          "w_weight.wdMult",
          "NaN");
    }
  }

  @Test
  void modelSaysWhatMultipliersStartAs() {
    GraphSpec.Builder builder =
        GraphSpec.builder("Net")
            .parameter("a_weight", Shape.of(1), DataType.FLOAT64, 0)
            .parameter("b_bias", Shape.of(1), DataType.FLOAT64, 1)
            .segment(Segment.PARAMETERS, DataType.FLOAT64, 2)
            .lrMult("a_weight", 0)
            .wdMult("b_bias", 2);
    try (PlainGraph net = new PlainGraph(builder.build(), Device.cpu())) {
      Arrays.fill(net.weights().parameters64, 8);
      new Sgd(0.25).weightDecay(0.5).update(net);
      assertArrayEquals(new double[] {8, 6}, net.weights().parameters64);
    }
    assertFails(
        IllegalArgumentException.class,
        () -> builder.lrMult("c", 1),
        "Net: lrMult of c, which is no parameter");
    assertFails(
        IllegalArgumentException.class, () -> builder.wdMult("b_bias", -1), "b_bias.wdMult");
  }

  @Test
  void gradientsAreAveragedOverTheBatch() {
    try (PlainGraph net =
        new PlainGraph(PlainGraph.one(DataType.FLOAT32, 1), Device.cpu(), 4, null)) {
      net.weights().gradients32[0] = 8;
      new Sgd(0.5).update(net);
      assertEquals(-1, net.weights().parameters32[0]);
    }
  }

  @Test
  void whatIsRememberedGoesWithOptimizerAndWeights() {
    try (PlainGraph net = new PlainGraph(PlainGraph.one(DataType.FLOAT32, 1), Device.cpu());
        PlainGraph sharing = new PlainGraph(net.spec(), Device.cpu(), 1, net);
        PlainGraph other = new PlainGraph(net.spec(), Device.cpu())) {
      net.weights().gradients32[0] = 1;
      Sgd sgd = new Sgd(1).momentum(0.5);
      sgd.update(net);
      sgd.update(sharing);
      assertEquals(-2.5f, net.weights().parameters32[0]);
      assertEquals(2, sgd.updates(net));
      new Sgd(0).momentum(0.5).update(sharing);
      assertEquals(-2.5f, net.weights().parameters32[0], "another one remembers nothing");
      other.weights().gradients32[0] = 1;
      sgd.update(other);
      assertEquals(-1, other.weights().parameters32[0]);
      assertEquals(1, sgd.updates(other));
      assertEquals(0, new Sgd(1).updates(other));
    }
  }

  /// A gradient of 0 from the start: MXNet's Adamax divides by 0.
  @ParameterizedTest
  @MethodSource("all")
  void weightsWithoutGradientStayNumbers(Supplier<Optimizer<?>> optimizer) {
    for (DataType dataType : FLOATS) {
      try (PlainGraph net = new PlainGraph(PlainGraph.one(dataType, 70), Device.cpu())) {
        Optimizer<?> rule = optimizer.get().weightDecay(0);
        for (int step = 0; step < 3; step++) {
          rule.update(net);
        }
        for (double weight : net.parameters().get("w_weight").value().toDoubles()) {
          assertTrue(Double.isFinite(weight));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void learningRateOfZeroMakesNoNaN(Supplier<Optimizer<?>> optimizer) {
    try (PlainGraph net = new PlainGraph(PlainGraph.one(DataType.FLOAT32, 5), Device.cpu())) {
      Arrays.fill(net.weights().parameters32, 0.5f);
      Arrays.fill(net.weights().gradients32, 0.5f);
      optimizer.get().learningRate(0).update(net);
      for (float weight : net.weights().parameters32) {
        assertEquals(0.5f, weight);
      }
    }
  }

  @Test
  void scheduleIsAskedForEachUpdate() {
    try (PlainGraph net = new PlainGraph(PlainGraph.one(DataType.FLOAT32, 1), Device.cpu())) {
      net.weights().gradients32[0] = 1;
      Sgd sgd = new Sgd(9).schedule(t -> t == 3 ? -1 : t);
      assertEquals(1, sgd.learningRate());
      sgd.update(net);
      assertEquals(-1, net.weights().parameters32[0]);
      sgd.update(net);
      assertEquals(-3, net.weights().parameters32[0]);
      assertEquals(2, sgd.learningRate());
      assertFails(
          IllegalArgumentException.class,
          () -> sgd.update(net),
          "gives update 3 the learning rate -1.0");
      assertEquals(2, sgd.updates(net), "a refused update is none");
      sgd.learningRate(0.5).update(net);
      assertEquals(-3.5f, net.weights().parameters32[0], "a rate takes the schedule's place");
    }
  }

  @Test
  void closedGraphIsRefused() {
    PlainGraph net = new PlainGraph(PlainGraph.one(DataType.FLOAT32, 1), Device.cpu());
    net.close();
    assertFails(IllegalStateException.class, () -> new Adam().update(net), "Net is closed");
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void layersHaveTheirOwnTrust(DataType dataType) {
    try (PlainGraph net = new PlainGraph(PlainGraph.three(dataType), Device.cpu())) {
      Tensor a = net.parameters().get("a_weight").value();
      Tensor c = net.parameters().get("c_weight").value();
      a.fill(1);
      c.fill(3);
      net.parameters().get("a_weight").gradient().fill(0.5);
      net.parameters().get("c_weight").gradient().fill(0.5);
      new Lars(1).eta(0.1).update(net);
      // a: |w| / |g| = 2, so w - 0.1 * 2 * 0.5; c: 6
      assertEquals(0.9, a.get(4, 999), 1e-6);
      assertEquals(2.7, c.get(2), 1e-6);
      a.fill(1);
      c.fill(3);
      new Lamb(0.1).update(net);
      // the direction is 1 everywhere, so a step is as long as the weight
      assertEquals(0.9, a.get(0, 0), 1e-5);
      assertEquals(2.7, c.get(0), 1e-5);
      new Lamb(0.1).upperBound(0.3).update(net);
      assertEquals(2.7 - 0.1 * 0.3 / Math.sqrt(3), c.get(0), 1e-5);
    }
  }

  @Test
  void larsMomentumFollowsTheLearningRate() {
    for (boolean follows : new boolean[] {true, false}) {
      try (PlainGraph net = new PlainGraph(PlainGraph.one(DataType.FLOAT64, 1), Device.cpu())) {
        net.weights().gradients64[0] = 1;
        Lars lars = new Lars(1).momentum(0.5).momentumCorrection(follows).rescaleGradient(1);
        net.weights().parameters64[0] = 0;
        lars.update(net); // |w| is 0, so the ratio is 1: v = -1
        net.weights().parameters64[0] = 0;
        lars.learningRate(0.5).update(net);
        assertEquals(follows ? -0.25 - 0.5 : -0.5 - 0.5, net.weights().parameters64[0]);
      }
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
    Adam adam = new Adam();
    assertEquals(0.001, adam.learningRate());
    assertFails(IllegalArgumentException.class, () -> adam.beta1(1), "beta1", "below 1", "1.0");
    assertFails(IllegalArgumentException.class, () -> adam.beta2(-0.1), "beta2", "-0.1");
    assertFails(IllegalArgumentException.class, () -> adam.epsilon(0), "epsilon", "0.0");
  }

  /// Five steps with gradients by chance; the weights of all parameters.
  private static double[] train(Optimizer<?> optimizer, DataType dataType, int threads) {
    try (Device device = Device.cpu(threads);
        PlainGraph net = new PlainGraph(PlainGraph.three(dataType), device, 3, null)) {
      SplittableRandom random = new SplittableRandom(5);
      for (Parameter parameter : net.parameters()) {
        parameter.value().set(floats(random, parameter.value().size()));
      }
      for (int step = 0; step < 5; step++) {
        for (Parameter parameter : net.parameters()) {
          parameter.gradient().set(floats(random, parameter.gradient().size()));
        }
        optimizer.update(net);
      }
      double[] all = new double[5010];
      int at = 0;
      for (Parameter parameter : net.parameters()) {
        parameter.value().copyTo(all, at);
        at += parameter.value().size();
      }
      assertEquals(all.length, at);
      assertFalse(Arrays.equals(all, new double[all.length]));
      return all;
    }
  }

  /// Numbers that both types have.
  private static double[] floats(SplittableRandom random, int size) {
    return random.doubles(size, -1, 1).map(number -> (float) number).toArray();
  }
}
