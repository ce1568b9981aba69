package io.nacre.samples.tutorial;

import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Name;
import io.nacre.annotations.PoolingType;
import io.nacre.annotations.Symbol;

/// Deep networks from modules: the tutorial's factory functions are blocks, [ConvFactory] and
/// [InceptionFactoryA].
///
/// The tutorial prints pictures only. Names are the same in them, by `@Name`: `conv_None`, as the
/// tutorial gives its function no name, and `Previos Output`, which Java cannot spell.
final class Modules {
  private Modules() {}

  @Model
  interface ConvComp {
    @Input({3, 28, 28}) @Name("Previos Output")
    Symbol previous();

    @ConvFactory(filters = 64, kernel = 7, stride = 2) @Name("None")
    Symbol conv_comp(Symbol previous);
  }

  @Model
  interface In3a {
    @Input({3, 28, 28}) @Name("Previos Output")
    Symbol previous();

    @InceptionFactoryA(
        num1x1 = 64,
        num3x3red = 64,
        num3x3 = 64,
        numD3x3red = 64,
        numD3x3 = 96,
        pool = PoolingType.AVG,
        proj = 32)       Symbol in3a(Symbol previous);
  }

  static void run() {
    Picture.print("Modules_ConvComp");
    Picture.print("Modules_In3a");
  }
}
