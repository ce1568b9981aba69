package io.nacre.samples.tutorial;

import io.nacre.annotations.Model;
import io.nacre.annotations.Plus;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Variable;

/// `c = a + b`, on which much of the tutorial is done.
///
/// In Python c is a variable, and the node gets the name `_plus0` by itself. Here a method's name
/// is the node's; to print what the tutorial prints, it is called so.
@Model
interface APlusB {
  @Variable({2, 3})  Symbol a();
  @Variable          Symbol b();                      // 2 x 3: inferred
  @Plus              Symbol _plus0(Symbol a, Symbol b);
}
