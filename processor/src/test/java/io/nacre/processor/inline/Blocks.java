package io.nacre.processor.inline;

import io.nacre.processor.ModelCompilation;

/// Blocks that tests use, and models made of them.
final class Blocks {
  static final String CONV_RELU =
      """
      @Block @interface ConvRelu {
        @Sets("conv") int filters();
        @Sets("conv") int[] kernel();
        @Sets("conv") int[] pad() default 0;
        interface Body extends BlockBody {
          @Conv(filters = PARAM, kernel = PARAM) Symbol conv(Symbol data);
          @Relu Symbol relu(Symbol conv);
        }
      }
      """;

  /// Two convolutions side by side, added up.
  static final String FORK =
      """
      @Block @interface Fork {
        @Sets({"left.filters", "right.filters"}) int filters();
        @Sets("right") int[] kernel();
        @Sets("right") int[] pad() default 0;
        interface Body extends BlockBody {
          @ConvRelu(filters = PARAM, kernel = 1) Symbol left(Symbol data);
          @ConvRelu(filters = PARAM, kernel = PARAM) Symbol right(Symbol data);
          @Plus Symbol sum(Symbol left, Symbol right);
        }
      }
      """;

  private Blocks() {}

  /// A model of an image, with both blocks below it.
  static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          @Input({2, 12, 12}) Symbol image();
        %s
        }
        """
                .formatted(nodes)
            + CONV_RELU
            + FORK);
  }
}
