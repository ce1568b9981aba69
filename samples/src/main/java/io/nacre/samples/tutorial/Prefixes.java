package io.nacre.samples.tutorial;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Repeat;
import io.nacre.annotations.Symbol;

/// A layer several times, with a prefix for each: MXNet's loop with `mx.name.Prefix`.
final class Prefixes {
  private Prefixes() {}

  @Model
  interface Deep {
    @Input(100)                             Symbol data();
    @Repeat(value = 2, prefix = "layer%d_")
    @FullyConnected(units = 100)            Symbol fc(Symbol data);
  }

  static void run() {
    System.out.println(Python.list(Prefixes_DeepGraph.SPEC.listArguments()));
  }
}
