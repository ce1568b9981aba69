package io.nacre.samples.resnet20;

import io.nacre.annotations.AvgPool;
import io.nacre.annotations.BatchNorm;
import io.nacre.annotations.Block;
import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Conv;
import io.nacre.annotations.Flatten;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Plus;
import io.nacre.annotations.Relu;
import io.nacre.annotations.Repeat;
import io.nacre.annotations.Sets;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.samples.blocks.ConvBn;
import io.nacre.samples.blocks.ConvBnRelu;

/// A residual network of 20 layers: He et al., *Deep Residual Learning* (2015), section 4.2 with n
/// = 3, and with a 1 x 1 convolution where the shortcut changes its shape.
@Model
public interface ResNet20 {
  @Input({3, 28, 28})                                            Symbol data();
  @ConvBnRelu(filters = 16, kernel = 3, pad = 1, noBias = true)  Symbol stem(Symbol data);
  @Stage(16)                                                     Symbol s1(Symbol stem);
  @HalvingStage(32)                                              Symbol s2(Symbol s1);
  @HalvingStage(64)                                              Symbol s3(Symbol s2);
  @AvgPool(global = true)                                        Symbol pool(Symbol s3);
  @Flatten                                                       Symbol flatten(Symbol pool);
  @FullyConnected(units = 10)                                    Symbol fc1(Symbol flatten);
  @SoftmaxOutput                                                 Symbol softmax(Symbol fc1);

  /// Three units.
  @Block
  @interface Stage {
    @Sets("u.filters") int value();

    /// What it is made of.
    interface Body extends BlockBody {
      @Repeat(3) @Unit(filters = PARAM)  Symbol u(Symbol data);
    }
  }

  /// Three units, the first of which halves the image.
  @Block
  @interface HalvingStage {
    @Sets({"u1.filters", "u2.filters", "u3.filters"}) int value();

    /// What it is made of.
    interface Body extends BlockBody {
      @HalvingUnit(filters = PARAM)  Symbol u1(Symbol data);
      @Unit(filters = PARAM)         Symbol u2(Symbol u1);
      @Unit(filters = PARAM)         Symbol u3(Symbol u2);
    }
  }

  /// Two convolutions, and what goes in added to what comes out.
  @Block
  @interface Unit {
    @Sets({"a.filters", "b.filters"}) int filters();

    /// What it is made of.
    interface Body extends BlockBody {
      @ConvBnRelu(filters = PARAM, kernel = 3, pad = 1, noBias = true)  Symbol a(Symbol data);
      @ConvBn(filters = PARAM, kernel = 3, pad = 1, noBias = true)      Symbol b(Symbol a);
      @Plus                                              Symbol sum(Symbol b, Symbol data);
      @Relu                                                             Symbol relu(Symbol sum);
    }
  }

  /// The same with a stride of 2, which the shortcut needs as well.
  @Block
  @interface HalvingUnit {
    @Sets({"a.filters", "b.filters", "short_conv.filters"}) int filters();

    /// What it is made of.
    interface Body extends BlockBody {
      @ConvBnRelu(filters = PARAM, kernel = 3, stride = 2, pad = 1, noBias = true)
                                                                    Symbol a(Symbol data);
      @ConvBn(filters = PARAM, kernel = 3, pad = 1, noBias = true)  Symbol b(Symbol a);
      @Conv(filters = PARAM, kernel = 1, stride = 2, noBias = true) Symbol short_conv(Symbol data);
      @BatchNorm(fixGamma = false)                       Symbol short_bn(Symbol short_conv);
      @Plus                                              Symbol sum(Symbol b, Symbol short_bn);
      @Relu                                                         Symbol relu(Symbol sum);
    }
  }
}
