package io.nacre.samples.tutorial;

import io.nacre.annotations.BroadcastTo;
import io.nacre.annotations.Dot;
import io.nacre.annotations.Formula;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Times;
import io.nacre.annotations.Variable;
import io.nacre.runtime.GraphSpec;

/// Basic operations: variables, a sum, and a few more.
final class BasicSymbols {
  private BasicSymbols() {}

  /// In a formula the nodes but the last are named as MXNet names them: `f` holds `_plus0`.
  @Model
  interface Operations {
    @Variable({2, 2})                             Symbol a();
    @Variable({2, 2})                             Symbol b();
    @Times                                        Symbol d(Symbol a, Symbol b);
    @Dot                                          Symbol e(Symbol a, Symbol b);
    @Formula("reshape(d + e, shape=(1, 4))")      Symbol f(Symbol d, Symbol e);
    @BroadcastTo(shape = {2, 4})                  Symbol g(Symbol f);
  }

  static void run() {
    GraphSpec c = APlusBGraph.SPEC;
    System.out.printf(
        "(%s, %s, %s)%n",
        Python.symbol(c.inputs().get(0).name()),
        Python.symbol(c.inputs().get(1).name()),
        Python.symbol(c.layers().getFirst().name()));
    Picture.print("BasicSymbols_Operations");
  }
}
