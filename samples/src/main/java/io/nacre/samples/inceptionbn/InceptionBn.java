package io.nacre.samples.inceptionbn;

import io.nacre.annotations.AvgPool;
import io.nacre.annotations.Block;
import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Concat;
import io.nacre.annotations.Flatten;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.MaxPool;
import io.nacre.annotations.Model;
import io.nacre.annotations.Sets;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.samples.blocks.ConvBnRelu;

/// Inception with batch normalization for images of 28 x 28, as MXNet's `inception-bn-28-small` has
/// it: Ioffe and Szegedy, *Batch Normalization* (2015).
@Model
public interface InceptionBn {
  @Input({3, 28, 28})                             Symbol data();
  @ConvBnRelu(filters = 96, kernel = 3, pad = 1)  Symbol conv1(Symbol data);
  @Simple(ones = 32, threes = 32)                 Symbol in3a(Symbol conv1);
  @Simple(ones = 32, threes = 48)                 Symbol in3b(Symbol in3a);
  @Downsample(threes = 80)                        Symbol in3c(Symbol in3b);
  @Simple(ones = 112, threes = 48)                Symbol in4a(Symbol in3c);
  @Simple(ones = 96, threes = 64)                 Symbol in4b(Symbol in4a);
  @Simple(ones = 80, threes = 80)                 Symbol in4c(Symbol in4b);
  @Simple(ones = 48, threes = 96)                 Symbol in4d(Symbol in4c);
  @Downsample(threes = 96)                        Symbol in4e(Symbol in4d);
  @Simple(ones = 176, threes = 160)               Symbol in5a(Symbol in4e);
  @Simple(ones = 176, threes = 160)               Symbol in5b(Symbol in5a);
  @AvgPool(global = true)                         Symbol pool(Symbol in5b);
  @Flatten                                        Symbol flatten(Symbol pool);
  @FullyConnected(units = 10)                     Symbol fc1(Symbol flatten);
  @SoftmaxOutput                                  Symbol softmax(Symbol fc1);

  /// Convolutions of 1 x 1 and 3 x 3 side by side.
  @Block @interface Simple {
    @Sets("c1.filters") int ones();
    @Sets("c3.filters") int threes();
    interface Body extends BlockBody {
      @ConvBnRelu(filters = PARAM, kernel = 1)           Symbol c1(Symbol data);
      @ConvBnRelu(filters = PARAM, kernel = 3, pad = 1)  Symbol c3(Symbol data);
      @Concat                                            Symbol concat(Symbol c1, Symbol c3);
    }
  }

  /// A convolution and a pooling side by side, which halve the image.
  @Block @interface Downsample {
    @Sets("c3.filters") int threes();
    interface Body extends BlockBody {
      @ConvBnRelu(filters = PARAM, kernel = 3, stride = 2, pad = 1)  Symbol c3(Symbol data);
      @MaxPool(kernel = 3, stride = 2, pad = 1)                      Symbol pool(Symbol data);
      @Concat                                        Symbol concat(Symbol c3, Symbol pool);
    }
  }
}
