package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Constant;
import io.nacre.runtime.Device;
import io.nacre.runtime.Sgd;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What backward passes do with the gradients of parameters, and what optimizers then do.
class GradReqTest {
  private static final int N = 2;
  private static final ModelBatch MODELS =
      ModelBatch.compile(
          Map.of(
              "probes.GradReqs",
              """
              package probes;
              import io.nacre.annotations.*;
              @Model
              public interface GradReqs {
                @Input(value = 3, dtype = DataType.FLOAT64)  Symbol x();
                @Parameter(init = Init.ONE, lrMult = 2)      Symbol written();
                @Parameter(grad = GradReq.ADD, init = Init.CONSTANT, initValue = -3, wdMult = 1)
                Symbol added();
                @Parameter(grad = GradReq.NONE, wdMult = 1, init = Init.UNIFORM, initValue = 0.5)
                Symbol frozen();
                @FullyConnected(units = 2, noBias = true)
                Symbol a(Symbol x, @Weight Symbol written);
                @FullyConnected(units = 2, noBias = true)
                Symbol b(Symbol x, @Weight Symbol added);
                @FullyConnected(units = 2, noBias = true)
                Symbol c(Symbol x, @Weight Symbol frozen);
                @Plus                                        Symbol ab(Symbol a, Symbol b);
                @Plus                                        Symbol abc(Symbol ab, Symbol c);
              }
              """));

  private static final double[] X = {1, 2, 3, 4, 5, 6};
  private static final double[] DY = {1, 0, 0, -1};

  /// `dw[u,k] = sum over n of dy[n,u] x[n,k]`
  private static final double[] DW = {1, 2, 3, -4, -5, -6};

  private static BoundModel bind(int threads) {
    return BoundModel.bind(
        MODELS.graph("probes.GradReqs"), Device.cpu(threads), OptionalInt.of(N));
  }

  private static void pass(BoundModel model) {
    model.forward(Map.of("x", X));
    model.backward(Map.of("abc_output", DY));
  }

  private static double[] times(double factor, double[] numbers) {
    return java.util.Arrays.stream(numbers).map(number -> factor * number).toArray();
  }

  @Test
  void passesWriteOrAddUp() {
    for (int threads : List.of(1, 3)) {
      try (BoundModel model = bind(threads)) {
        for (int pass = 1; pass <= 3; pass++) {
          pass(model);
          Map<String, double[]> gradients = model.gradients();
          assertArrayEquals(DW, gradients.get("written"));
          assertArrayEquals(times(pass, DW), gradients.get("added"));
          assertArrayEquals(new double[6], gradients.get("frozen"));
        }
        model.graph().parameters().zeroGradients();
        pass(model);
        assertArrayEquals(DW, model.gradients().get("added"));
      }
    }
  }

  @Test
  void initializersMultipliersAndFrozenOnes() {
    try (BoundModel model = bind(1)) {
      model.graph().initialize(new Constant(8), 1);
      double[] frozen = value(model, "frozen");
      assertArrayEquals(filled(1), value(model, "written"));
      assertArrayEquals(filled(-3), value(model, "added"));
      for (double number : frozen) {
        assertTrue(Math.abs(number) <= 0.5);
      }
      pass(model);
      new Sgd(0.5).weightDecay(0.25).rescaleGradient(1).update(model.graph());
      assertArrayEquals(frozen, value(model, "frozen"));
      double[] written = value(model, "written");
      double[] added = value(model, "added");
      for (int i = 0; i < DW.length; i++) {
        // no weight decay, twice the rate; weight decay, the rate as it is
        assertEquals(1 - 2 * 0.5 * DW[i], written[i]);
        assertEquals(-3 - 0.5 * (DW[i] + 0.25 * -3), added[i]);
      }
    }
  }

  private static double[] value(BoundModel model, String parameter) {
    return model.graph().parameters().get(parameter).value().toDoubles();
  }

  private static double[] filled(double number) {
    double[] numbers = new double[6];
    java.util.Arrays.fill(numbers, number);
    return numbers;
  }
}
