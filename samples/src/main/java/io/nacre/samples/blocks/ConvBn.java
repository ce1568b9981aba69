package io.nacre.samples.blocks;

import io.nacre.annotations.BatchNorm;
import io.nacre.annotations.Block;
import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Conv;
import io.nacre.annotations.Sets;
import io.nacre.annotations.Symbol;

/// A convolution, normalized: what residual networks add up.
@Block
public @interface ConvBn {
  @Sets("conv") int filters();
  @Sets("conv") int[] kernel();
  @Sets("conv") int[] stride() default {};
  @Sets("conv") int[] pad() default {};
  @Sets("conv") boolean noBias() default false;

  /// What it is made of.
  interface Body extends BlockBody {
    @Conv(filters = PARAM, kernel = PARAM)  Symbol conv(Symbol data);
    @BatchNorm(fixGamma = false)            Symbol bn(Symbol conv);
  }
}
