package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Biases of an LSTM cell: 0 but for the forget gate, the second of four; MXNet's `LSTMBias`.
///
/// A bias starts at 0 whatever the rule, unless it is told of by name:
/// `Mixed.of("lstm_i2h_bias", new LstmBias()).otherwise(Xavier.uniform())`.
///
/// @param forgetBias the forget gate's bias, finite
public record LstmBias(double forgetBias) implements Initializer {
  /// The rule for a forget gate's bias.
  ///
  /// @throws IllegalArgumentException if it is infinite or NaN
  public LstmBias {
    if (!Double.isFinite(forgetBias)) {
      throw new IllegalArgumentException("forgetBias has to be a finite number, not " + forgetBias);
    }
  }

  /// With 1 for the forget gate (Jozefowicz and others, 2015), MXNet's default.
  public LstmBias() {
    this(1);
  }

  /// See [Initializer#values].
  ///
  /// @throws IllegalArgumentException if the shape is not one axis of a multiple of 4
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    if (shape.rank() != 1 || shape.dim(0) % 4 != 0) {
      throw new IllegalArgumentException(
          "%s: LstmBias needs one axis of four gates, not %s".formatted(name, shape));
    }
    int hidden = shape.dim(0) / 4;
    return new DoubleSupplier() {
      private int position;

      @Override
      public double getAsDouble() {
        return position++ / hidden == 1 ? forgetBias : 0;
      }
    };
  }
}
