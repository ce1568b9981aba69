package io.nacre.samples.multitask;

import io.nacre.annotations.Conv;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.MaxPool;
import io.nacre.annotations.Model;
import io.nacre.annotations.Output;
import io.nacre.annotations.Relu;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;

/// Two questions about one image, answered from the same features: which of ten kinds of clothes it
/// shows, and to which of five groups that belongs. After MXNet's example `multi-task`.
///
/// The gradients of both losses add up in the trunk. `gradScale` says how much each loss weighs.
@Model
interface MultiTask {
  @Input({1, 28, 28})                         Symbol data();

  @Conv(filters = 16, kernel = 5)             Symbol conv1(Symbol data);    // 16 x 24 x 24
  @Relu                                       Symbol relu1(Symbol conv1);
  @MaxPool(kernel = 2, stride = 2)            Symbol pool1(Symbol relu1);   // 16 x 12 x 12
  @Conv(filters = 32, kernel = 5)             Symbol conv2(Symbol pool1);   // 32 x 8 x 8
  @Relu                                       Symbol relu2(Symbol conv2);
  @MaxPool(kernel = 2, stride = 2)            Symbol pool2(Symbol relu2);   // 32 x 4 x 4
  @FullyConnected(units = 128)                Symbol fc(Symbol pool2);
  @Relu                                       Symbol trunk(Symbol fc);

  @FullyConnected(units = 10)                 Symbol kind_scores(Symbol trunk);
  @Output @SoftmaxOutput                      Symbol kind(Symbol kind_scores);

  @FullyConnected(units = 5)                  Symbol group_scores(Symbol trunk);
  @Output @SoftmaxOutput(gradScale = 0.5)     Symbol group(Symbol group_scores);
}
