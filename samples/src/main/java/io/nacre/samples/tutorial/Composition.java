package io.nacre.samples.tutorial;

import io.nacre.annotations.Call;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Plus;
import io.nacre.annotations.Symbol;

/// More than a chain of layers: arithmetic before a layer, and one network inside another.
final class Composition {
  private Composition() {}

  @Model
  interface SumOfTwo {
    @Input(100)                   Symbol data1();
    @Input(100)                   Symbol data2();
    @Plus                         Symbol sum(Symbol data1, Symbol data2);
    @FullyConnected(units = 128)  Symbol fc1(Symbol sum);
  }

  @Model
  interface Net1 {
    @Input(100)                  Symbol data();
    @FullyConnected(units = 10)  Symbol fc1(Symbol data);
  }

  @Model
  interface Net2 {
    @Input(10)                   Symbol data2();
    @FullyConnected(units = 10)  Symbol fc2(Symbol data2);
  }

  /// MXNet's `net2(data2=net1, name='composed')`. What is called has the name of its call before
  /// its own, so that a network can be called twice: `composed_fc2_weight`, where MXNet has
  /// `fc2_weight`.
  @Model
  interface Composed extends Net1 {
    @Call(Net2.class)  Symbol composed(Symbol fc1);
  }

  static void run() {
    System.out.println(Python.list(Composition_SumOfTwoGraph.SPEC.listArguments()));
    System.out.println(Python.list(Composition_Net1Graph.SPEC.listArguments()));
    System.out.println(Python.list(Composition_ComposedGraph.SPEC.listArguments()));
  }
}
