package io.nacre.samples.layers;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import org.example.layers.HuberOutput;
import org.example.layers.Mish;
import org.example.layers.RMSNorm;

/// Learns a function of one number by layers of a library.
@Model
interface Waves {
  @Input(1)
  Symbol x();

  @FullyConnected(units = 16)
  Symbol fc1(Symbol x);

  @RMSNorm
  Symbol norm(Symbol fc1);

  @Mish
  Symbol act(Symbol norm);

  @FullyConnected(units = 1)
  Symbol fc2(Symbol act);

  @HuberOutput
  Symbol y(Symbol fc2);
}
