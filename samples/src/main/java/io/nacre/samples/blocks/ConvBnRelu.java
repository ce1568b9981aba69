package io.nacre.samples.blocks;

import io.nacre.annotations.Block;
import io.nacre.annotations.Relu;
import io.nacre.annotations.Sets;
import io.nacre.annotations.Symbol;

/// A convolution, normalized and rectified: MXNet's `ConvFactory`.
@Block
public @interface ConvBnRelu {
  @Sets("conv") int filters();
  @Sets("conv") int[] kernel();
  @Sets("conv") int[] stride() default {};
  @Sets("conv") int[] pad() default {};
  @Sets("conv") boolean noBias() default false;

  /// What it is made of.
  interface Body extends ConvBn.Body {
    @Relu  Symbol relu(Symbol bn);
  }
}
