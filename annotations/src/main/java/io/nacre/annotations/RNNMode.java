package io.nacre.annotations;

/// The cell of an [RNN].
///
/// In the formulas x is what the cell reads at a step, h and c its states before it, h' and c' those
/// after it, `*` between states is element by element, and each W, R, b and d is a part of the
/// parameters: `W` for what is read, `R` for the state, b and d their biases. s is the logistic
/// function.
public enum RNNMode {
  /// `h' = max(W x + b + R h + d, 0)`
  RNN_RELU,

  /// `h' = tanh(W x + b + R h + d)`
  RNN_TANH,

  /// Long short-term memory, after Hochreiter and Schmidhuber (1997), with a forget gate:
  ///
  ///     i  = s(Wi x + bi + Ri h + di)
  ///     f  = s(Wf x + bf + Rf h + df)
  ///     g  = tanh(Wg x + bg + Rg h + dg)
  ///     o  = s(Wo x + bo + Ro h + do)
  ///     c' = f * c + i * g
  ///     h' = o * tanh(c')
  ///
  /// The gates lie in this order in the parameters.
  LSTM,

  /// Gated recurrent unit, after Cho et al. (2014), in the form that cuDNN and MXNet have:
  ///
  ///     r  = s(Wr x + br + Rr h + dr)
  ///     z  = s(Wz x + bz + Rz h + dz)
  ///     n  = tanh(Wn x + bn + r * (Rn h + dn))
  ///     h' = (1 - z) * n + z * h
  ///
  /// The gates lie in this order in the parameters.
  GRU
}
