package io.nacre.samples.tutorial;

import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Variable;
import io.nacre.runtime.DataType;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;

/// Binding with data and evaluation.
///
/// `bind` allocates; values are given to each `forward`, each to the type of its own name. The
/// same model with other shapes is an heir. There is no GPU yet: the second device is the CPU
/// with another number of threads.
final class Evaluation {
  private Evaluation() {}

  /// `c` with other shapes.
  @Model
  interface Larger extends APlusB {
    @Variable({3, 4})  Symbol a();
  }

  static void run() {
    Tensor ones = Tensor.zeros(DataType.FLOAT32, 2, 3).plus(1);

    try (APlusBGraph ex = APlusBGraph.bind(Device.cpu())) {
      print(ex.forward(APlusBGraph.A.of(ones), APlusBGraph.B.of(ones))._plus0());
    }

    Tensor twos = Tensor.zeros(DataType.FLOAT32, 3, 4).plus(2);
    try (Device two = Device.cpu(2);
        Evaluation_LargerGraph ex = Evaluation_LargerGraph.bind(two)) {
      Tensor sum =
          ex.forward(
                  Evaluation_LargerGraph.A.of(twos), Evaluation_LargerGraph.B.of(twos.plus(1)))
              ._plus0();
      System.out.println(sum.text());
    }

    // MXNet's eval: a prediction, without anything that training would keep
    try (APlusBGraph ex = APlusBGraph.bind(Device.cpu())) {
      print(ex.infer(APlusBGraph.A.of(ones), APlusBGraph.B.of(ones))._plus0());
    }
  }

  private static void print(Tensor first) {
    System.out.println("number of outputs = " + APlusBGraph.SPEC.heads().size());
    System.out.println("the first output = ");
    System.out.println(first.text());
  }
}
