package io.nacre.samples.golden;

import io.nacre.annotations.DataType;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.samples.resnet20.ResNet20;

/// The same network in float64.
@Model
interface ResNet20In64 extends ResNet20 {
  @Input(value = {3, 28, 28}, dtype = DataType.FLOAT64)
  Symbol data();
}
