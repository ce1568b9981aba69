package io.nacre.samples.lenet;

import io.nacre.annotations.Conv;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.MaxPool;
import io.nacre.annotations.Model;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Tanh;

/// The convolutional network for 28 x 28 images of ten classes, after LeCun et al., 1998.
@Model
interface LeNet {
  @Input({1, 28, 28})                  Symbol data();

  @Conv(filters = 20, kernel = 5)      Symbol conv1(Symbol data);    // 20 x 24 x 24
  @Tanh                                Symbol tanh1(Symbol conv1);
  @MaxPool(kernel = 2, stride = 2)     Symbol pool1(Symbol tanh1);   // 20 x 12 x 12

  @Conv(filters = 50, kernel = 5)      Symbol conv2(Symbol pool1);   // 50 x 8 x 8
  @Tanh                                Symbol tanh2(Symbol conv2);
  @MaxPool(kernel = 2, stride = 2)     Symbol pool2(Symbol tanh2);   // 50 x 4 x 4

  @FullyConnected(units = 500)         Symbol fc1(Symbol pool2);
  @Tanh                                Symbol tanh3(Symbol fc1);
  @FullyConnected(units = 10)          Symbol fc2(Symbol tanh3);
  @SoftmaxOutput                       Symbol out(Symbol fc2);
}
