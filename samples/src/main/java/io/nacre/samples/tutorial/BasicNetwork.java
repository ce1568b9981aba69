package io.nacre.samples.tutorial;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Parameter;
import io.nacre.annotations.Relu;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Weight;

/// A network of two fully connected layers, and the names of all that it takes.
final class BasicNetwork {
  private BasicNetwork() {}

  /// The batch of 100 is left open: the picture says N.
  @Model
  interface Net {
    @Input(200)                   Symbol data();
    @FullyConnected(units = 128)  Symbol fc1(Symbol data);
    @Relu                         Symbol relu1(Symbol fc1);
    @FullyConnected(units = 10)   Symbol fc2(Symbol relu1);
    @SoftmaxOutput                Symbol out(Symbol fc2);      // makes out_label
  }

  /// A layer takes a weight that is declared, rather than one of its own.
  @Model
  interface NamedWeight {
    @Input(200)                   Symbol data();
    @Parameter                    Symbol myweight();           // 128 x 200: inferred
    @FullyConnected(units = 128)  Symbol fc1(Symbol data, @Weight Symbol myweight);
  }

  static void run() {
    Picture.print("BasicNetwork_Net");
    System.out.println(Python.list(BasicNetwork_NetGraph.SPEC.listArguments()));
    System.out.println(Python.symbol(BasicNetwork_NetGraph.SPEC.inputs().getFirst().name()));
    System.out.println(Python.list(BasicNetwork_NamedWeightGraph.SPEC.listArguments()));
  }
}
