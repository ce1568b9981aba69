package io.nacre.processor.resolve;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

class UnknownEdgeTest {
  @Test
  void misspelt() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @Tanh Symbol tanh1(Symbol data);
              @Relu Symbol out(Symbol ‸tanh);
            }
            """)
        .reports(
            UNKNOWN_EDGE,
            "out: no node is named tanh\n",
            "there are data, tanh1, out\n",
            "did you mean tanh1?");
  }

  @Test
  void misspeltFrom() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @Plus Symbol out(Symbol data, @From(‸"dta") Symbol again);
            }
            """)
        .reports(UNKNOWN_EDGE, "out: no node is named dta", "did you mean data?");
  }

  @Test
  void nothingNear() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @Plus Symbol out(Symbol data, Symbol ‸elsewhere);
            }
            """)
        .reports(UNKNOWN_EDGE, "out: no node is named elsewhere", "there are data, out");
  }

  @Test
  void madeByALayer() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @FullyConnected(units = 3) Symbol fc1(Symbol data);
              @FullyConnected(units = 3) Symbol fc2(Symbol fc1, @Weight Symbol ‸fc1_weight);
            }
            """)
        .reports(
            UNKNOWN_EDGE,
            "fc2: no node is named fc1_weight",
            "to share what fc1 makes itself, declare it: @Parameter Symbol fc1_weight();");
  }

  @Test
  void eachOnce() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @Tanh Symbol tanh1(Symbol ‸dat);
              @Tanh Symbol tanh2(Symbol ‸tanh);
              @SoftmaxOutput Symbol out(Symbol tanh2);
            }
            """)
        .reports(
            problem(UNKNOWN_EDGE, "tanh1: no node is named dat"),
            problem(UNKNOWN_EDGE, "tanh2: no node is named tanh"));
  }
}
