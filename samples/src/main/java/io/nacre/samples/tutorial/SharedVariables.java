package io.nacre.samples.tutorial;

import io.nacre.annotations.Formula;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Variable;
import io.nacre.runtime.DataType;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.samples.tutorial.SharedVariables_DGraph.A;
import io.nacre.samples.tutorial.SharedVariables_DGraph.B;
import io.nacre.samples.tutorial.SharedVariables_DGraph.C;

/// Variables that share values: one tensor is given to three. MXNet binds three names to one
/// array; here values are copied in.
final class SharedVariables {
  private SharedVariables() {}

  @Model
  interface D {
    @Variable({2, 3})      Symbol a();
    @Variable({2, 3})      Symbol b();
    @Variable({2, 3})      Symbol c();
    @Formula("a + b * c")  Symbol d(Symbol a, Symbol b, Symbol c);
  }

  static void run() {
    Tensor data = Tensor.zeros(DataType.FLOAT32, 2, 3).plus(2);
    try (SharedVariables_DGraph ex = SharedVariables_DGraph.bind(Device.cpu())) {
      System.out.println(ex.forward(A.of(data), B.of(data), C.of(data)).d().text());
    }
  }
}
