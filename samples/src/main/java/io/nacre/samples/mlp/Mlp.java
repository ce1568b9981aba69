package io.nacre.samples.mlp;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Relu;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;

/// The multilayer perceptron of MXNet's first tutorial: 784, 128, 64, 10.
@Model
interface Mlp {
  @Input(784)                   Symbol data();

  @FullyConnected(units = 128)  Symbol fc1(Symbol data);
  @Relu                         Symbol relu1(Symbol fc1);
  @FullyConnected(units = 64)   Symbol fc2(Symbol relu1);
  @Relu                         Symbol relu2(Symbol fc2);
  @FullyConnected(units = 10)   Symbol fc3(Symbol relu2);
  @SoftmaxOutput                Symbol out(Symbol fc3);
}
