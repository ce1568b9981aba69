package io.nacre.samples.autoencoder;

import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.LogisticRegressionOutput;
import io.nacre.annotations.Model;
import io.nacre.annotations.Parameter;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Tanh;
import io.nacre.annotations.Transpose;
import io.nacre.annotations.Weight;

/// Squeezes an image into 32 numbers and draws it again from them, with one weight for both ways: its
/// gradients from the encoder and from the decoder add up.
@Model
interface Autoencoder {
  @Input(784)                    Symbol data();
  @Parameter                     Symbol code_weight();                               // 32 x 784

  @FullyConnected(units = 32)    Symbol encode(Symbol data, @Weight Symbol code_weight);
  @Tanh                          Symbol code(Symbol encode);

  @Transpose                     Symbol back(Symbol code_weight);                    // 784 x 32
  @FullyConnected(units = 784)   Symbol decode(Symbol code, @Weight Symbol back);
  @LogisticRegressionOutput      Symbol image(Symbol decode);                        // N x 784
}
