package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.runtime.Xavier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What is dropped, how much of it, when, and that the gradient drops the same.
class DropoutTest {
  private static final int N = 50;
  private static final ModelBatch MODELS = ModelBatch.compile(sources());

  private static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    add(sources, "Plain", "FLOAT32", "@Dropout(p = 0.25)");
    add(sources, "PlainDouble", "FLOAT64", "@Dropout(p = 0.25)");
    add(sources, "Always", "FLOAT32", "@Dropout(p = 0.25, mode = DropoutMode.ALWAYS)");
    add(sources, "Channels", "FLOAT32", "@Dropout(axes = {-1, 2})");
    add(sources, "Nothing", "FLOAT32", "@Dropout(p = 0)");
    return sources;
  }

  private static void add(Map<String, String> sources, String type, String dtype, String layer) {
    sources.put(
        "probes." + type,
        """
        package probes;
        import io.nacre.annotations.*;
        @Model
        public interface %s {
          @Input(value = {4, 5, 7}, dtype = DataType.%s, gradient = true) Symbol x();
          @Output %s Symbol first(Symbol x);
          @Output %s Symbol second(Symbol x);
        }
        """
            .formatted(type, dtype, layer, layer));
  }

  private static BoundModel bind(String type, int threads, int seed) {
    BoundModel model =
        BoundModel.bind(MODELS.graph("probes." + type), Device.cpu(threads), OptionalInt.of(N));
    model.graph().initialize(Xavier.uniform(), seed);
    return model;
  }

  private static double[] ones() {
    double[] ones = new double[N * 4 * 5 * 7];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] forward(BoundModel model, String head) {
    return model.forward(Map.of("x", ones())).get(head + "_output");
  }

  @Test
  void aQuarterIsDroppedAndTheRestScaled() {
    try (BoundModel model = bind("Plain", 1, 1)) {
      double[] y = forward(model, "first");
      long dropped = Arrays.stream(y).filter(value -> value == 0).count();
      // 7,000 draws: four standard deviations are 0.021
      assertEquals(0.25, dropped / 7000.0, 0.021);
      assertTrue(
          Arrays.stream(y).allMatch(value -> value == 0 || value == (float) (1 / 0.75)));
    }
  }

  @Test
  void theGradientDropsTheSame() {
    try (BoundModel model = bind("Plain", 2, 1)) {
      Map<String, double[]> y = model.forward(Map.of("x", ones()));
      double[] zero = new double[ones().length];
      model.backward(Map.of("first_output", ones(), "second_output", zero));
      assertArrayEquals(y.get("first_output"), model.gradients().get("x"));
    }
  }

  @Test
  void nodesPassesAndSeedsDiffer() {
    try (BoundModel model = bind("Plain", 1, 1);
        BoundModel other = bind("Plain", 1, 2)) {
      Map<String, double[]> y = model.forward(Map.of("x", ones()));
      assertFalse(Arrays.equals(y.get("first_output"), y.get("second_output")));
      assertFalse(Arrays.equals(y.get("first_output"), forward(model, "first")));
      assertFalse(Arrays.equals(y.get("first_output"), forward(other, "first")));
    }
  }

  @Test
  void theSameSeedDropsTheSameOnAnyNumberOfThreads() {
    double[] expected;
    try (BoundModel model = bind("Plain", 1, 9)) {
      forward(model, "first");
      expected = forward(model, "first");
      model.graph().initialize(Xavier.uniform(), 9);
      forward(model, "first");
      assertArrayEquals(expected, forward(model, "first"));
    }
    for (int threads : new int[] {2, 3, 7}) {
      try (BoundModel model = bind("Plain", threads, 9)) {
        forward(model, "first");
        assertArrayEquals(expected, forward(model, "first"));
      }
    }
  }

  @Test
  void float64DropsTheSame() {
    try (BoundModel single = bind("Plain", 1, 3);
        BoundModel wide = bind("PlainDouble", 1, 3)) {
      double[] expected = forward(single, "first");
      double[] actual = forward(wide, "first");
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i] == 0, actual[i] == 0, "element " + i);
      }
    }
  }

  @Test
  void inferenceDropsOnlyIfAsked() {
    try (BoundModel plain = bind("Plain", 1, 1);
        BoundModel always = bind("Always", 1, 1)) {
      assertArrayEquals(ones(), plain.infer(Map.of("x", ones())).get("first_output"));
      double[] y = always.infer(Map.of("x", ones())).get("first_output");
      assertTrue(Arrays.stream(y).anyMatch(value -> value == 0));
      assertFalse(Arrays.equals(y, always.infer(Map.of("x", ones())).get("first_output")));
    }
  }

  @Test
  void axesShareAnElementOfTheMask() {
    try (BoundModel model = bind("Channels", 1, 1)) {
      double[] y = forward(model, "first");
      boolean dropped = false;
      boolean kept = false;
      for (int channel = 0; channel < N * 4; channel++) {
        for (int i = 1; i < 35; i++) {
          assertEquals(y[channel * 35], y[channel * 35 + i]);
        }
        dropped |= y[channel * 35] == 0;
        kept |= y[channel * 35] == 2;
      }
      assertTrue(dropped && kept);
    }
  }

  @Test
  void p0DropsNothing() {
    try (BoundModel model = bind("Nothing", 1, 1)) {
      assertArrayEquals(ones(), forward(model, "first"));
    }
  }
}
