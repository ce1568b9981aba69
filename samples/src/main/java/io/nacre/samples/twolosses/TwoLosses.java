package io.nacre.samples.twolosses;

import io.nacre.annotations.Conv;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.LinearRegressionOutput;
import io.nacre.annotations.MaxPool;
import io.nacre.annotations.Model;
import io.nacre.annotations.Output;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Tanh;

/// One body with two heads, MXNet's `Group` of two losses: which kind of clothes an image shows, and
/// how much of the image it covers.
@Model
interface TwoLosses {
  @Input({1, 28, 28})                          Symbol data();

  @Conv(filters = 8, kernel = 5)               Symbol conv1(Symbol data);    // 8 x 24 x 24
  @Tanh                                        Symbol tanh1(Symbol conv1);
  @MaxPool(kernel = 2, stride = 2)             Symbol pool1(Symbol tanh1);   // 8 x 12 x 12
  @Conv(filters = 16, kernel = 5)              Symbol conv2(Symbol pool1);   // 16 x 8 x 8
  @Tanh                                        Symbol tanh2(Symbol conv2);
  @MaxPool(kernel = 2, stride = 2)             Symbol pool2(Symbol tanh2);   // 16 x 4 x 4
  @FullyConnected(units = 64)                  Symbol fc(Symbol pool2);
  @Tanh                                        Symbol tanh3(Symbol fc);

  @FullyConnected(units = 10)                  Symbol scores(Symbol tanh3);
  @Output @SoftmaxOutput                       Symbol kind(Symbol scores);

  @FullyConnected(units = 1)                   Symbol share(Symbol tanh3);
  @Output @LinearRegressionOutput(gradScale = 0.2)
                                               Symbol cover(Symbol share);
}
