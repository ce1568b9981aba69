package io.nacre.samples.charlstm;

import static io.nacre.annotations.Symbol.BATCH;

import io.nacre.annotations.As;
import io.nacre.annotations.BlockGrad;
import io.nacre.annotations.DataType;
import io.nacre.annotations.Dropout;
import io.nacre.annotations.Embedding;
import io.nacre.annotations.From;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Model;
import io.nacre.annotations.Output;
import io.nacre.annotations.RNN;
import io.nacre.annotations.RNNMode;
import io.nacre.annotations.SoftmaxOutput;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Variable;

/// Says at each step of a text which character comes next, by an LSTM: Hochreiter and Schmidhuber,
/// *Long Short-Term Memory* (1997).
///
/// Time comes first, so a batch is 32 steps of N texts. The last states are heads beside the
/// probabilities: fed back as the first states of the next batch, they let the texts go on. They
/// have no gradient, so that learning looks back no further than to the beginning of its batch.
@Model
interface CharLstm {
  @Variable(value = {Windows.STEPS, BATCH}, dtype = DataType.INT32)
  Symbol data();                                                      // 32 x N

  @Variable({1, BATCH, Memory.SIZE})  Symbol state();
  @Variable({1, BATCH, Memory.SIZE})  Symbol cell();

  @Embedding(inputDim = Alphabet.SIZE, outputDim = 32)
  Symbol vectors(Symbol data);                                        // 32 x N x 32

  @RNN(mode = RNNMode.LSTM, stateSize = Memory.SIZE, stateOutputs = true)
  Symbol lstm(Symbol vectors, @As("state") Symbol state, @As("state_cell") Symbol cell);

  @Dropout(p = 0.3)
  Symbol drop(Symbol lstm);                                           // 32 x N x 128

  @FullyConnected(units = Alphabet.SIZE, flatten = false)
  Symbol scores(Symbol drop);                                         // 32 x N x 96

  @Output @SoftmaxOutput(preserveShape = true)
  Symbol next(Symbol scores);

  @Output @BlockGrad  Symbol lastState(@From(value = "lstm", output = 1) Symbol h);
  @Output @BlockGrad  Symbol lastCell(@From(value = "lstm", output = 2) Symbol c);
}
