package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What wrong recurrent layers are told, and that the way out compiles.
class RNNTest {
  private static ModelCompilation model(String data, String state, String layer) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          %s Symbol x();
          %s Symbol h();
          %s;
        }
        """
            .formatted(data, state, layer));
  }

  private static ModelCompilation gru(String attributes) {
    return model(
        "@Variable({5, BATCH, 6})",
        "@Variable",
        "@RNN(mode = RNNMode.GRU, " + attributes + ") Symbol y(Symbol x, Symbol h)");
  }

  @Test
  void attributes() {
    gru("stateSize = ‸0").reports(BAD_ATTRIBUTE, "stateSize = 0 is not positive");
    gru("stateSize = 4, numLayers = ‸-1").reports(BAD_ATTRIBUTE, "numLayers = -1 is not positive");
    gru("stateSize = 4, p = ‸1").reports(BAD_ATTRIBUTE, "p = 1 is not a probability below 1");
    gru("stateSize = 4, lstmStateClipMax = ‸3")
        .reports(
            BAD_ATTRIBUTE,
            "lstmStateClipMax limits the cell state, which only LSTM has",
            "leave lstmStateClipMax out, or use mode = RNNMode.LSTM");
    model(
            "@Variable({5, BATCH, 6})",
            "@Variable Symbol c(); @Variable",
            "@RNN(mode = RNNMode.LSTM, stateSize = 4, lstmStateClipMin = ‸3, lstmStateClipMax = 2)"
                + " Symbol y(Symbol x, Symbol h, Symbol c)")
        .reports(BAD_ATTRIBUTE, "lstmStateClipMin = 3 is not below lstmStateClipMax = 2");
  }

  @Test
  void timeThatDependsOnN() {
    model(
            "@Input({150, 125})",
            "@Variable",
            "@RNN(mode = RNNMode.GRU, stateSize = 8) Symbol y(Symbol ‸x, Symbol h)")
        .reports(
            BATCH_ARITHMETIC,
            "y: x is N x 150 x 125, but time comes first, T x N x C: it cannot be unrolled over N"
                + " steps",
            "@SwapAxes(dim1 = 0, dim2 = 1), or declare @Variable({150, BATCH, 125})");
    model(
            "@Variable({150, BATCH, 125})",
            "@Variable",
            "@RNN(mode = RNNMode.RNN_TANH, stateSize = 8) Symbol y(Symbol x, Symbol h)")
        .succeeds();
    model(
            "@Variable({150, 125, BATCH})",
            "@Variable",
            "@RNN(mode = RNNMode.GRU, stateSize = 8) Symbol y(Symbol ‸x, Symbol h)")
        .reports(BATCH_ARITHMETIC, "N must not be on the last axis", "put N on axis 1");
    model(
            "@Input(125)",
            "@Variable",
            "@RNN(mode = RNNMode.GRU, stateSize = 8) Symbol y(Symbol ‸x, Symbol h)")
        .reports(
            WRONG_RANK, "x is N x 125, but sequences have 3 axes", "@Variable({35, BATCH, 64})");
  }

  @Test
  void states() {
    model(
            "@Variable({5, BATCH, 6})",
            "@Variable({1, BATCH, 8})",
            "@RNN(mode = RNNMode.GRU, stateSize = 8, bidirectional = true)"
                + " Symbol y(Symbol x, Symbol ‸h)")
        .reports(
            SHAPE_MISMATCH,
            "state h is 1 x N x 8, but must be 2 x N x 8: layers * directions, N, stateSize",
            "give h the shape 2 x N x 8");
    model(
            "@Variable({5, BATCH, 6})",
            "@Variable({1, BATCH, 8})",
            "@RNN(mode = RNNMode.LSTM, stateSize = 8) Symbol ‸y(Symbol x, Symbol h)")
        .reports(
            WRONG_ARGUMENTS,
            "@RNN takes (data, parameters, state, state_cell), but state_cell is not given");
    model(
            "@Variable({5, BATCH, 6})",
            "@Variable({3}) Symbol l(); @Variable({1, BATCH, 8})",
            "@RNN(mode = RNNMode.GRU, stateSize = 8, useSequenceLength = true)"
                + " Symbol y(Symbol x, Symbol h, Symbol ‸l)")
        .reports(SHAPE_MISMATCH, "l is 3, but must be N: a length for each sequence");
  }

  @Test
  void parametersSharedByTwoWidths() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Variable({7, BATCH, 300}) Symbol encoder();
              @Variable({5, BATCH, 100}) Symbol decoder();
              @Variable Symbol h();
              @Parameter Symbol w();
              @Output @RNN(mode = RNNMode.GRU, stateSize = 20)
              Symbol a(Symbol encoder, @As("parameters") Symbol w, Symbol h);
              @Output @RNN(mode = RNNMode.GRU, stateSize = 20)
              Symbol b(Symbol decoder, @As("parameters") Symbol ‸w, Symbol h);
            }
            """)
        .reports(
            WEIGHT_SHAPE,
            "parameters w is shared with a, where it is 19320, but here must be 7320: decoder gives"
                + " 100 numbers a step, for 1 layer of 20",
            "remove w from b, which then makes parameters itself");
  }

  @Test
  void aWeightSharedByTwoWidths() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input(300) Symbol enc();
              @Input(100) Symbol dec();
              @Parameter Symbol i2h_weight();
              @Output @FullyConnected(units = 20)
              Symbol enc_i2h(Symbol enc, @Weight Symbol i2h_weight);
              @Output @FullyConnected(units = 20)
              Symbol dec_i2h(Symbol dec, @Weight Symbol ‸i2h_weight);
            }
            """)
        .reports(
            WEIGHT_SHAPE,
            "weight i2h_weight is shared with enc_i2h, where it is 20 x 300, but here must be"
                + " 20 x 100: dec gives 100 features",
            "from dec_i2h, which then makes weight itself");
  }

  @Test
  void theWidthFollowsFromTheParameters() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Variable({7, BATCH, 0}) Symbol x();
              @Variable Symbol h();
              @Parameter(19320) Symbol w();
              @RNN(mode = RNNMode.GRU, stateSize = 20, stateOutputs = true)
              Symbol a(Symbol x, @As("parameters") Symbol w, Symbol h);
              @Variable({7, BATCH, 300}) Symbol y();
              @Output @Plus Symbol sum(Symbol x, Symbol y);
              @Output @Relu Symbol last(@From(value = "a", output = 1) Symbol state);
            }
            """)
        .succeeds();
  }
}
