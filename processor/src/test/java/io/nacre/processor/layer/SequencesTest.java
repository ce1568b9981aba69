package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.TIME_FIRST;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What wrong sequences are told, and that the way out compiles.
class SequencesTest {
  private static ModelCompilation model(String data, String layer) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          %s Symbol x();
          @Input({}) Symbol lengths();
          @Output @Relu Symbol unused(Symbol lengths);
          @Output %s;
        }
        """
            .formatted(data, layer));
  }

  @Test
  void axesOfTime() {
    model("@Variable({35, BATCH, 8})", "@SequenceMask(axis = ‸2) Symbol y(Symbol x)")
        .reports(BAD_ATTRIBUTE, "axis = 2, but time is on axis 0 or 1", "use 0 for data of T x N");
    model("@Variable({35, BATCH, 8})", "@SequenceReverse(axis = ‸1) Symbol y(Symbol x)")
        .reports(BAD_ATTRIBUTE, "axis = 1, but time is on axis 0", "leave axis out");
    model("@Variable({35, BATCH, 8})", "@SequenceLast(axis = ‸-1) Symbol y(Symbol x)")
        .reports(BAD_ATTRIBUTE, "axis = -1, but time is on axis 0 or 1");
  }

  @Test
  void lengths() {
    model(
            "@Variable({35, 16, 8})",
            "@SequenceLast(useSequenceLength = true) Symbol y(Symbol x, Symbol ‸lengths)")
        .reports(
            SHAPE_MISMATCH,
            "lengths is N, but x is 35 x 16 x 8: a length for each of the 16 sequences on axis 1",
            "give lengths the shape 16");
    model(
            "@Variable({35, BATCH, 8})",
            "@SequenceLast(useSequenceLength = true) Symbol y(Symbol x, Symbol lengths)")
        .succeeds();
    model("@Variable({35, BATCH, 8})", "@SequenceLast Symbol y(Symbol x, Symbol ‸lengths)")
        .reports(WRONG_ARGUMENTS, "@SequenceLast takes (data)");
    model("@Variable({35, BATCH, 8})", "@SequenceMask(useSequenceLength = true) Symbol ‸y(Symbol x)")
        .reports(WRONG_ARGUMENTS, "sequence_length is not given");
    model("@Variable({BATCH})", "@SequenceMask Symbol y(Symbol ‸x)")
        .reports(WRONG_RANK, "x is N, but sequences have at least 2 axes");
  }

  @Test
  void samplesInThePlaceOfSteps() {
    model("@Input({35, 8})", "@SequenceLast Symbol y(Symbol ‸x)")
        .reports(
            TIME_FIRST,
            "y: time is the first axis, but that of x holds N samples",
            "set axis = 1, or declare @Variable({35, BATCH, 8}) and feed it so");
    model("@Input({35, 8})", "@SequenceLast(axis = 1) Symbol y(Symbol x)").succeeds();
    model("@Variable({35, BATCH, 8})", "@SequenceLast Symbol y(Symbol x)").succeeds();
    model("@Input({35, 8})", "@SequenceReverse Symbol y(Symbol ‸x)")
        .reports(TIME_FIRST, "swap the axes before: @SwapAxes(dim1 = 0, dim2 = 1), or declare");
  }

  @Test
  void samplesOfAnEmbeddingInThePlaceOfSteps() {
    ModelCompilation.of(
            """
            @Model(batch = 64)
            interface M {
              @Input(35) Symbol words();
              @Embedding(inputDim = 100, outputDim = 8) Symbol vectors(Symbol words);
              @Tanh Symbol tanh(Symbol vectors);
              @Variable Symbol h();
              @RNN(mode = RNNMode.GRU, stateSize = 4) Symbol rnn(Symbol ‸tanh, Symbol h);
            }
            """)
        .reports(
            TIME_FIRST,
            "rnn: time is the first axis, but that of tanh holds 64 samples, as words does",
            "@SwapAxes(dim1 = 0, dim2 = 1), or declare @Variable({35, BATCH}) and feed it so");
    ModelCompilation.of(
            """
            @Model(batch = 64)
            interface M {
              @Variable({35, BATCH}) Symbol words();
              @Embedding(inputDim = 100, outputDim = 8) Symbol vectors(Symbol words);
              @Variable Symbol h();
              @RNN(mode = RNNMode.GRU, stateSize = 4) Symbol rnn(Symbol vectors, Symbol h);
            }
            """)
        .succeeds();
    ModelCompilation.of(
            """
            @Model(batch = 64)
            interface M {
              @Input({35, 8}) Symbol words();
              @SwapAxes(dim1 = 0, dim2 = 1) Symbol steps(Symbol words);
              @Variable Symbol h();
              @RNN(mode = RNNMode.GRU, stateSize = 4) Symbol rnn(Symbol steps, Symbol h);
            }
            """)
        .succeeds();
  }
}
