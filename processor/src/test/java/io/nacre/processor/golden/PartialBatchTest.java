package io.nacre.processor.golden;

import static io.nacre.processor.golden.SameBitsTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.runtime.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A bound graph over its life: fewer rows than N, several passes, shared weights, the end.
class PartialBatchTest {
  private static final int N = 5;
  private static final Map<String, String> SOURCES = AwkwardModels.sources("FLOAT32");
  private static final String IMAGES = "awkward.ImagesSingle";

  private static ModelBatch batch;

  @BeforeAll
  static void compile() {
    batch = ModelBatch.compile(SOURCES);
  }

  private static BoundModel bind(String type, int n) {
    return BoundModel.bind(batch.graph(type), Device.cpu(), OptionalInt.of(n));
  }

  private static Stream<DynamicTest> forEachModel(ModelTest test) {
    return SOURCES.keySet().stream()
        .map(type -> DynamicTest.dynamicTest(type, () -> test.run(type)));
  }

  private interface ModelTest {
    void run(String type);
  }

  @TestFactory
  Stream<DynamicTest> fewerRowsGiveTheResultsOfThatBatch() {
    return forEachModel(
        type -> {
          try (BoundModel all = bind(type, N)) {
            Example example = Example.of(all, N, 8);
            example.run(all);
            for (int rows = 1; rows < N; rows++) {
              Example some = example.first(rows);
              try (BoundModel few = bind(type, rows)) {
                assertSameBits(some.run(few), some.run(all), rows + " of " + N + " rows");
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> passesDoNotDisturbOneAnother() {
    return forEachModel(
        type -> {
          try (BoundModel used = bind(type, N);
              BoundModel fresh = bind(type, N)) {
            Example first = Example.of(used, N, 1);
            Example second = Example.of(used, N, 2);
            first.run(used);
            Map<String, double[]> results = new LinkedHashMap<>();
            second.give(used);
            results.putAll(used.forward(second.feeds()));
            used.infer(first.feeds());
            used.backward(second.headGradients());
            used.gradients()
                .forEach((name, gradient) -> results.put("gradient of " + name, gradient));
            used.states().forEach((name, state) -> results.put("state " + name, state));
            second.give(fresh);
            assertSameBits(second.step(fresh), results, "the second time");
          }
        });
  }

  @Test
  void sharedWeightsAreTheSame() {
    BoundModel training = bind(IMAGES, N);
    try (BoundModel serving = training.bindSharing(1)) {
      Example example = Example.of(training, N, 3);
      example.give(training);
      Map<String, double[]> expected = example.first(1).run(training);
      Map<String, double[]> actual = serving.infer(example.first(1).feeds());
      actual.forEach(
          (name, y) -> assertArrayEquals(expected.get("infer " + name), y, name));
      example.first(1).step(serving);
      assertArrayEquals(
          serving.gradients().get("fc1_weight"), training.gradients().get("fc1_weight"));
      training.close();
      serving.infer(example.first(1).feeds());
    }
  }

  @Test
  void closedGraphsRefuse() {
    BoundModel model = bind(IMAGES, 2);
    Example example = Example.of(model, 2, 4);
    example.run(model);
    model.close();
    assertThrows(IllegalStateException.class, () -> model.forward(example.feeds()));
    assertThrows(IllegalStateException.class, () -> model.infer(example.feeds()));
    assertThrows(IllegalStateException.class, () -> model.backward(example.headGradients()));
    assertThrows(IllegalStateException.class, () -> model.setParameters(example.parameters()));
    assertThrows(IllegalStateException.class, () -> model.bindSharing(1));
  }

  @Test
  void backwardNeedsForward() {
    try (BoundModel model = bind(IMAGES, 2)) {
      Example example = Example.of(model, 2, 4);
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class, () -> model.backward(example.headGradients()));
      assertEquals(
          "ImagesSingle: backward() needs a forward() before it", refused.getMessage());
    }
  }

  /// The backward pass overwrites what the forward pass left for it.
  @Test
  void eachBackwardNeedsItsForward() {
    try (BoundModel model = bind("awkward.SequencesSingle", 2)) {
      Example example = Example.of(model, 2, 4);
      example.give(model);
      model.forward(example.feeds());
      assertThrows(
          IllegalArgumentException.class,
          () -> model.backward(example.first(1).headGradients()));
      model.backward(example.headGradients());
      assertThrows(
          IllegalStateException.class, () -> model.backward(example.headGradients()));
    }
  }

  @Test
  void rowsMustFit() {
    try (BoundModel model = bind("awkward.SequencesSingle", 2)) {
      Example example = Example.of(model, 3, 4);
      example.give(model);
      assertThrows(IllegalArgumentException.class, () -> model.forward(example.feeds()));
      Map<String, double[]> mixed = new LinkedHashMap<>(example.first(2).feeds());
      mixed.put("words", example.first(1).feeds().get("words"));
      assertThrows(IllegalArgumentException.class, () -> model.forward(mixed));
    }
  }
}
