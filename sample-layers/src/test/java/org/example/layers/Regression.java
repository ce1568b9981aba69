package org.example.layers;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;

/// All three layers in float32.
@Model
interface Regression {
  @Input(value = 5, gradient = true)
  Symbol data();

  @RMSNorm(eps = 0.01)
  Symbol norm(Symbol data);

  @FullyConnected(units = 3)
  Symbol fc(Symbol norm);

  @Mish
  Symbol act(Symbol fc);

  @HuberOutput(delta = 0.5)
  Symbol out(Symbol act);
}
