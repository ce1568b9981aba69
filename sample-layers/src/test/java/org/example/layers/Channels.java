package org.example.layers;

import io.nacre.annotations.DataType;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;

/// Normalizes along the channels of an image.
@Model
interface Channels {
  @Input(value = {3, 2, 2}, dtype = DataType.FLOAT64)
  Symbol image();

  @RMSNorm(axis = 1, eps = 0)
  Symbol norm(Symbol image);
}
