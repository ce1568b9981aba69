package io.nacre.samples.siamese;

import io.nacre.annotations.Conv;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.MaxPool;
import io.nacre.annotations.Model;
import io.nacre.annotations.Relu;
import io.nacre.annotations.Symbol;

/// From an image to a point of eight coordinates.
@Model
interface Encoder {
  @Input({1, 28, 28})                Symbol image();
  @Conv(filters = 8, kernel = 5)     Symbol conv1(Symbol image);
  @Relu                              Symbol relu1(Symbol conv1);
  @MaxPool(kernel = 2, stride = 2)   Symbol pool1(Symbol relu1);
  @Conv(filters = 16, kernel = 5)    Symbol conv2(Symbol pool1);
  @Relu                              Symbol relu2(Symbol conv2);
  @MaxPool(kernel = 2, stride = 2)   Symbol pool2(Symbol relu2);
  @FullyConnected(units = 8)         Symbol code(Symbol pool2);
}
