package io.nacre.samples.tutorial;

import io.nacre.annotations.Formula;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Variable;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.samples.tutorial.TensorsAndSymbols_GateGraph.A;
import io.nacre.samples.tutorial.TensorsAndSymbols_GateGraph.B;

/// The relation to NDArray: a [Tensor] is computed with at once, step by step; a model is declared
/// first, and then run. Both give the same bits. The tutorial only tells of it.
final class TensorsAndSymbols {
  private TensorsAndSymbols() {}

  @Model
  interface Gate {
    @Variable({2, 3})                                Symbol a();
    @Variable({2, 3})                                Symbol b();
    @Formula("reshape(tanh(a * b) - a, shape=(3, 2))")  Symbol gate(Symbol a, Symbol b);
  }

  static void run() {
    Tensor a = Tensor.range(6).reshape(2, 3);
    Tensor b = a.plus(1).div(8);

    Tensor imperative = a.times(b).tanh().minus(a).reshape(3, 2);
    System.out.println(imperative.text());

    try (TensorsAndSymbols_GateGraph gate = TensorsAndSymbols_GateGraph.bind(Device.cpu())) {
      Tensor declared = gate.infer(A.of(a), B.of(b)).gate();
      System.out.println(declared.text());
    }
  }
}
