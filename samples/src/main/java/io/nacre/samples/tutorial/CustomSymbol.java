package io.nacre.samples.tutorial;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.Xavier;

/// Custom symbols: [MySoftmax], in plain Java, in the place of the built-in softmax. A step of
/// training does the same with both. The tutorial only tells where to read of them.
final class CustomSymbol {
  private CustomSymbol() {}

  @Model
  interface Mine {
    @Input(4)                   Symbol data();
    @FullyConnected(units = 3)  Symbol fc(Symbol data);
    @MySoftmax                  Symbol softmax(Symbol fc);    // makes softmax_label
  }

  @Model
  interface BuiltIn extends Mine {
    @SoftmaxOutput              Symbol softmax(Symbol fc);
  }

  static void run() {
    float[] data = {0.1f, 0.2f, 0.3f, 0.4f, 2, 0, -1, 1};
    float[] labels = {2, 0};
    try (CustomSymbol_MineGraph mine = CustomSymbol_MineGraph.bind(Device.cpu(), 2);
        CustomSymbol_BuiltInGraph builtIn = CustomSymbol_BuiltInGraph.bind(Device.cpu(), 2)) {
      for (CompiledGraph net : new CompiledGraph[] {mine, builtIn}) {
        net.initialize(Xavier.uniform(), 42);
      }
      Tensor ours =
          mine.forward(
                  CustomSymbol_MineGraph.Data.of(data),
                  CustomSymbol_MineGraph.SoftmaxLabel.of(labels))
              .softmax();
      Tensor theirs =
          builtIn
              .forward(
                  CustomSymbol_BuiltInGraph.Data.of(data),
                  CustomSymbol_BuiltInGraph.SoftmaxLabel.of(labels))
              .softmax();
      mine.backward();
      builtIn.backward();
      new Sgd(0.1).update(mine);
      new Sgd(0.1).update(builtIn);
      System.out.println(Python.list(mine.spec().listArguments()));
      System.out.println("the same probabilities: " + Python.bool(near(ours, theirs)));
      System.out.println(
          "the same weights after a step: "
              + Python.bool(
                  near(
                      mine.parameters().fc_weight().value(),
                      builtIn.parameters().fc_weight().value())));
    }
  }

  /// Up to rounding: the built-in layer computes `exp` in float32, in vectors.
  private static boolean near(Tensor a, Tensor b) {
    return a.minus(b).abs().max() < 1e-6;
  }
}
