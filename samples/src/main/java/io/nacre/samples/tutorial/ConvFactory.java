package io.nacre.samples.tutorial;

import io.nacre.annotations.BatchNorm;
import io.nacre.annotations.Block;
import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Conv;
import io.nacre.annotations.Name;
import io.nacre.annotations.Relu;
import io.nacre.annotations.Sets;
import io.nacre.annotations.Symbol;

/// The tutorial's `ConvFactory`: convolution, normalization, activation, named as there by
/// `name='conv_%s%s' % (name, suffix)`.
///
/// The tutorial's convolution has a bias as well. The compiler warns of it, because the
/// normalization subtracts it again; so it is left out.
@Block
@interface ConvFactory {
  @Sets("conv") int filters();
  @Sets("conv") int[] kernel();
  @Sets("conv") int[] stride() default {};
  @Sets("conv") int[] pad() default {};

  interface Body extends BlockBody {
    @Conv(filters = PARAM, kernel = PARAM, noBias = true)
    @Name("conv_%s")              Symbol conv(Symbol data);
    @BatchNorm @Name("bn_%s")     Symbol bn(Symbol conv);
    @Relu @Name("relu_%s")        Symbol relu(Symbol bn);
  }
}
