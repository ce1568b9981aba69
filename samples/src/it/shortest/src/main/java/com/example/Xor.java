package com.example;

import io.nacre.annotations.*;

@Model
interface Xor {
  @Input(2)                   Symbol data();
  @FullyConnected(units = 8)  Symbol fc1(Symbol data);
  @Tanh                       Symbol tanh1(Symbol fc1);
  @FullyConnected(units = 2)  Symbol fc2(Symbol tanh1);
  @SoftmaxOutput              Symbol out(Symbol fc2);
}
