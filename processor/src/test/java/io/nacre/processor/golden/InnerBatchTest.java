package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.nacre.runtime.Device;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// A model that takes nothing with N and yet has it inside: there are as many samples as it is bound
/// for.
class InnerBatchTest {
  private static final ModelBatch MODELS =
      ModelBatch.compile(
          Map.of(
              "probes.Rows",
              """
              package probes;
              import static io.nacre.annotations.Symbol.BATCH;
              import io.nacre.annotations.*;
              @Model
              public interface Rows {
                @Parameter(value = {1, 2}, dtype = DataType.FLOAT64) Symbol w();
                @BroadcastTo(shape = {BATCH, 0}) Symbol rows(Symbol w);
                @MakeLoss Symbol y(Symbol rows);
              }
              """));

  @Test
  void samplesOfTheBinding() {
    try (BoundModel model =
        BoundModel.bind(MODELS.graph("probes.Rows"), Device.cpu(), OptionalInt.of(3))) {
      model.setParameters(Map.of("w", new double[] {5, -2}));
      double[] rows = {5, -2, 5, -2, 5, -2};
      assertArrayEquals(rows, model.infer(Map.of()).get("y_output"));
      assertArrayEquals(rows, model.forward(Map.of()).get("y_output"));
      model.backward(Map.of());
      assertArrayEquals(new double[] {3, 3}, model.gradients().get("w"));
    }
  }
}
