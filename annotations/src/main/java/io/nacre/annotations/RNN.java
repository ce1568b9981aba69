package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Recurrent layers over sequences, several of them on top of each other, in one or both directions.
///
/// MXNet 1.9.1 `RNN`. At each step of time a cell reads the data and its state, and its new state is
/// the layer's output; [RNNMode] gives the formulas. Time is the *first* axis. The number of steps T
/// must be a number, since the layer is unrolled when the model is compiled. The arguments are, in
/// this order, with L for `numLayers`, H for `stateSize`, and D = 2 if `bidirectional`, else 1:
///
/// | | shape | |
/// | --- | --- | --- |
/// | `data` | `T x N x C` | |
/// | `<layer>_parameters` | one vector, see below | |
/// | `state` | `L*D x N x H` | the first state of each layer and direction |
/// | `state_cell` | `L*D x N x H` | only for LSTM: the first cell state |
/// | `sequence_length` | `N` | only with `useSequenceLength` |
/// | output | `T x N x H*D` | of the last layer; the backward direction comes second |
/// | output 1, 2 | `L*D x N x H` | with `stateOutputs`: the last state, and the last cell state of LSTM |
///
/// The parameters are one vector. With G for the number of gates of a cell (1, LSTM 4, GRU 3) it holds
/// first the weights, for each layer and in it for each direction `W`, `G*H x C`, and `R`, `G*H x H`,
/// then the biases in the same order, `G*H` for what is read and `G*H` for the state. A layer above
/// the first reads `H*D` numbers instead of C. In all that is
/// `D*G*H*(C + H + 2) + (L - 1)*D*G*H*(H*D + H + 2)` numbers. Rules such as Xavier's need the shape of a
/// matrix, so initialize this vector by a uniform or a normal distribution.
///
/// Between layers, but not after the last one, numbers are dropped with probability p in training, as
/// [Dropout] does. The gradients go to the data, the parameters and the states.
///
/// ```java
/// @Model
/// interface Words {
///   @Variable({35, BATCH, 64})                   Symbol words();
///   @Variable({1, BATCH, 100})                   Symbol h();
///   @Variable({1, BATCH, 100})                   Symbol c();
///   @RNN(mode = RNNMode.LSTM, stateSize = 100)
///   Symbol lstm(Symbol words, @As("state") Symbol h, @As("state_cell") Symbol c);   // 35 x N x 100
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RNN {
  /// The cell.
  RNNMode mode();

  /// How many numbers a state has, at least 1.
  int stateSize();

  /// How many layers there are, at least 1, the default.
  int numLayers() default 1;

  /// Whether a second cell of each layer goes backwards in time. By default there is one direction.
  ///
  /// The next layer reads the states of both at each step, side by side.
  boolean bidirectional() default false;

  /// The probability that a number between two layers is dropped in training: at least 0, the
  /// default, and less than 1.
  double p() default 0;

  /// Whether the last states are outputs too. By default they are not.
  ///
  /// `@From(value = "lstm", output = 1)` takes the state, and `output = 2` the cell state of LSTM.
  boolean stateOutputs() default false;

  /// Whether there is an argument `sequence_length`. By default all sequences have T steps.
  ///
  /// With it the output behind the end of a sequence is 0, its last states are those at its end, and
  /// the backward direction begins there.
  boolean useSequenceLength() default false;

  /// The least number that a cell state may have; only for LSTM. By default there is no limit.
  ///
  /// A cell state beyond a limit is set to it after each step.
  double lstmStateClipMin() default Double.NEGATIVE_INFINITY;

  /// The greatest number that a cell state may have; only for LSTM. By default there is no limit.
  double lstmStateClipMax() default Double.POSITIVE_INFINITY;

  /// Whether a cell state that is NaN is set to the least number, `lstmStateClipMin`, too.
  ///
  /// By default NaN stays; without a limit it stays in any case.
  boolean lstmStateClipNan() default false;
}
