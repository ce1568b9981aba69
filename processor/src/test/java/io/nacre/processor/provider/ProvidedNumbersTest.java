package io.nacre.processor.provider;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.runtime.Device;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A layer of a third party with a parameter, a label, a state, two outputs and a gradient of its
/// own.
class ProvidedNumbersTest {
  private static final String MODEL =
      """
      package models;
      import io.nacre.annotations.*;
      import com.example.layers.Tracked;
      @Model public interface Tracking {
        @Variable(value = {Symbol.BATCH}, dtype = DataType.TYPE, gradient = true) Symbol data();
        @Output @Tracked(momentum = 0.25) Symbol out(Symbol data);
      }
      """;

  @ParameterizedTest
  @CsvSource({"FLOAT32,1", "FLOAT32,3", "FLOAT64,1", "FLOAT64,3"})
  void hasAllThatALayerCanHave(String type, int threads) {
    Class<?> graph =
        ModelBatch.compile(Map.of("models.Tracking", MODEL.replace("TYPE", type)))
            .graph("models.Tracking");
    try (Device device = Device.cpu(threads);
        BoundModel model = BoundModel.bind(graph, device, OptionalInt.of(3))) {
      assertEquals(
          List.of("data", "out_gamma", "out_label"), model.graph().spec().listArguments());
      assertEquals(List.of("out_moving_avg"), model.graph().spec().listAuxiliaryStates());
      assertEquals(List.of("out_output", "out_average"), model.graph().spec().listOutputs());
      assertTrue(model.graph().summary().contains("Tracked"), model.graph()::summary);
      model.setParameters(Map.of("out_gamma", new double[] {3}));
      model.setStates(Map.of("out_moving_avg", new double[] {8}));
      Map<String, double[]> feeds =
          Map.of("data", new double[] {1, 2, -4}, "out_label", new double[] {1, 0, 2});

      Map<String, double[]> trained = model.forward(feeds);
      model.backward(Map.of());

      assertArrayEquals(new double[] {3, 6, -12}, trained.get("out_output"));
      assertArrayEquals(new double[] {16}, trained.get("out_average"));
      // y - label = 2, 6, -14
      assertArrayEquals(new double[] {6, 18, -42}, model.gradients().get("data"));
      assertArrayEquals(new double[] {2 + 12 + 56}, model.gradients().get("out_gamma"));
      // 0.25 * 8 + 0.75 * 3
      assertArrayEquals(new double[] {4.25}, model.states().get("out_moving_avg"));
      Map<String, double[]> predicted = model.infer(feeds);
      assertArrayEquals(new double[] {3, 6, -12}, predicted.get("out_output"));
      assertArrayEquals(new double[] {4.25}, predicted.get("out_average"));
    }
  }
}
