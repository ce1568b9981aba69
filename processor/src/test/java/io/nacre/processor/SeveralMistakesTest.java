package io.nacre.processor;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.CYCLE;
import static io.nacre.processor.problem.ProblemId.GROUPS;
import static io.nacre.processor.problem.ProblemId.KERNEL_TOO_LARGE;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;

import org.junit.jupiter.api.Test;

/// All independent mistakes come in one compilation, and no consequence of one that was reported.
class SeveralMistakesTest {
  @Test
  void aMisspeltEdgeHidesNoShapeMistake() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({1, 28, 28}) Symbol data();
              @MaxPool(kernel = 2, stride = 2) Symbol pool1(Symbol data);
              @Conv(filters = 50, kernel = ‸{15, 15}) Symbol conv2(Symbol pool1);
              @Flatten Symbol flat(Symbol conv2);
              @FullyConnected(units = ‸0) Symbol fc1(Symbol ‸flatt);
              @SoftmaxOutput Symbol out(Symbol fc1);
            }
            """)
        .reports(
            problem(KERNEL_TOO_LARGE, "kernel 15x15", "input 14x14"),
            problem(BAD_ATTRIBUTE, "fc1: units = 0"),
            problem(UNKNOWN_EDGE, "fc1: no node is named flatt", "did you mean flat?"));
  }

  @Test
  void aRingHidesNothingBesideIt() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({8, 14, 14}) Symbol data();
              @Plus Symbol a(Symbol data, Symbol ‸b);
              @Relu Symbol b(Symbol a);
              @FullyConnected(units = 9) Symbol ‸fc();
              @Conv(filters = 5, kernel = 3, groups = ‸3) Symbol conv(Symbol data);
            }
            """)
        .reports(
            problem(CYCLE, "a -> b -> a"),
            problem(WRONG_ARGUMENTS, "fc: @FullyConnected", "data is not given"),
            problem(GROUPS, "conv: 5 filters cannot be cut into 3 groups"));
  }

  @Test
  void whatOtherUsersSayOfAFailedNodeIsNoMistakeOfTheNextOne() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({4, 7}) Symbol data();
              @Input({4, 6}) Symbol more();
              @Times Symbol times(Symbol more, Symbol ‸data);
              @BroadcastLike Symbol like(Symbol times, @From("times") Symbol again);
              @Output @Minimum Symbol minimum(Symbol like, Symbol more);
              @Output @Minus Symbol minus(Symbol like, Symbol data);
            }
            """)
        .reports(SHAPE_MISMATCH, "times: more is N x 4 x 6, but data is N x 4 x 7");
  }

  @Test
  void aRingTellsNoShapes() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({4, 6}) Symbol data();
              @Plus Symbol sum(Symbol data, Symbol ‸out);
              @Pad(padWidth = {0, 0, 0, 1, 2, 0}) Symbol padded(Symbol sum);
              @Embedding(inputDim = 3, outputDim = 2) Symbol words(Symbol padded);
              @LinearRegressionOutput Symbol out(Symbol words);
            }
            """)
        .reports(CYCLE, "sum -> padded -> words -> out -> sum");
  }

  @Test
  void aRefusedNumberOfPartsRefusesNoPart() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({4, 6}) Symbol data();
              @SliceChannel(outputs = ‸-5) Symbol parts(Symbol data);
              @Relu Symbol third(@From(value = "parts", output = 2) Symbol part);
            }
            """)
        .reports(BAD_ATTRIBUTE, "parts: outputs = -5 is not from 1 to 4096");
  }
}
