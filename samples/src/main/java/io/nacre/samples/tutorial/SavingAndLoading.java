package io.nacre.samples.tutorial;

import io.nacre.annotations.Import;
import io.nacre.annotations.Model;

/// Saving and loading. A network is saved as MXNet's JSON, and a file is loaded by the compiler.
///
/// The JSON is that of MXNet 1.9.1, where the tutorial has 1.0.0, and it tells the shape of a, as
/// MXNet's does for a variable with a shape. `symbol-c.json`, beside this class, is what was
/// printed.
final class SavingAndLoading {
  private SavingAndLoading() {}

  @Model
  @Import("symbol-c.json")
  interface C2 {}

  static void run() {
    String json = APlusBGraph.toJson();
    System.out.println(json);
    System.out.println(Python.bool(json.equals(SavingAndLoading_C2Graph.toJson())));
  }
}
