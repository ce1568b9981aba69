package io.nacre.samples.resnet8;

import io.nacre.annotations.AvgPool;
import io.nacre.annotations.BatchNorm;
import io.nacre.annotations.Conv;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Plus;
import io.nacre.annotations.Relu;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;

/// A residual network of three units, written out: He et al., *Deep Residual Learning* (2015), section
/// 4.2 with n = 1, for 28 x 28 grey images. A stride of 2 halves the image twice, and a 1 x 1
/// convolution brings the shortcut along.
@Model
interface ResNet8 {
  @Input({1, 28, 28})                                         Symbol data();

  @Conv(filters = 16, kernel = 3, pad = 1, noBias = true)     Symbol conv0(Symbol data);
  @BatchNorm(fixGamma = false)                                Symbol bn0(Symbol conv0);
  @Relu                                                       Symbol relu0(Symbol bn0);

  // 16 x 28 x 28
  @Conv(filters = 16, kernel = 3, pad = 1, noBias = true)     Symbol conv1a(Symbol relu0);
  @BatchNorm(fixGamma = false)                                Symbol bn1a(Symbol conv1a);
  @Relu                                                       Symbol relu1a(Symbol bn1a);
  @Conv(filters = 16, kernel = 3, pad = 1, noBias = true)     Symbol conv1b(Symbol relu1a);
  @BatchNorm(fixGamma = false)                                Symbol bn1b(Symbol conv1b);
  @Plus                                                       Symbol sum1(Symbol relu0, Symbol bn1b);
  @Relu                                                       Symbol relu1(Symbol sum1);

  // 32 x 14 x 14
  @Conv(filters = 32, kernel = 3, stride = 2, pad = 1, noBias = true)
                                                              Symbol conv2a(Symbol relu1);
  @BatchNorm(fixGamma = false)                                Symbol bn2a(Symbol conv2a);
  @Relu                                                       Symbol relu2a(Symbol bn2a);
  @Conv(filters = 32, kernel = 3, pad = 1, noBias = true)     Symbol conv2b(Symbol relu2a);
  @BatchNorm(fixGamma = false)                                Symbol bn2b(Symbol conv2b);
  @Conv(filters = 32, kernel = 1, stride = 2, noBias = true)  Symbol short2(Symbol relu1);
  @BatchNorm(fixGamma = false)                                Symbol bn2s(Symbol short2);
  @Plus                                                       Symbol sum2(Symbol bn2s, Symbol bn2b);
  @Relu                                                       Symbol relu2(Symbol sum2);

  // 64 x 7 x 7
  @Conv(filters = 64, kernel = 3, stride = 2, pad = 1, noBias = true)
                                                              Symbol conv3a(Symbol relu2);
  @BatchNorm(fixGamma = false)                                Symbol bn3a(Symbol conv3a);
  @Relu                                                       Symbol relu3a(Symbol bn3a);
  @Conv(filters = 64, kernel = 3, pad = 1, noBias = true)     Symbol conv3b(Symbol relu3a);
  @BatchNorm(fixGamma = false)                                Symbol bn3b(Symbol conv3b);
  @Conv(filters = 64, kernel = 1, stride = 2, noBias = true)  Symbol short3(Symbol relu2);
  @BatchNorm(fixGamma = false)                                Symbol bn3s(Symbol short3);
  @Plus                                                       Symbol sum3(Symbol bn3s, Symbol bn3b);
  @Relu                                                       Symbol relu3(Symbol sum3);

  @AvgPool(global = true)                                     Symbol pool(Symbol relu3);
  @FullyConnected(units = 10)                                 Symbol fc(Symbol pool);
  @SoftmaxOutput                                              Symbol out(Symbol fc);
}
