package io.nacre.samples.tutorial;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.LinearRegressionOutput;
import io.nacre.annotations.Model;
import io.nacre.annotations.Output;
import io.nacre.annotations.Relu;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;

/// Several losses: MXNet's `Group`.
final class Groups {
  private Groups() {}

  @Model
  interface TwoHeads {
    @Input(100)                      Symbol data();
    @FullyConnected(units = 128)     Symbol fc1(Symbol data);
    @Relu                            Symbol relu1(Symbol fc1);
    @Output @SoftmaxOutput           Symbol softmax(Symbol relu1);
    @Output @LinearRegressionOutput  Symbol regression(Symbol relu1);
  }

  static void run() {
    System.out.println(Python.list(Groups_TwoHeadsGraph.SPEC.listOutputs()));
  }
}
