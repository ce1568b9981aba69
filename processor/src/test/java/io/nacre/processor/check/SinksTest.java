package io.nacre.processor.check;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.SECOND_SINK;
import static io.nacre.processor.problem.ProblemId.UNUSED_NODE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// The rules `SecondSink` and `UnusedNode`.
class SinksTest {
  @Test
  void secondSink() {
    model(
            """
            @Tanh Symbol tanh1(Symbol data);
            @SoftmaxOutput Symbol ‸out(Symbol data);
            """)
        .reports(
            SECOND_SINK,
            "out: it is a second head beside tanh1: no node takes either",
            "mark all heads by @Output; or did you forget the edge from tanh1 or out");
  }

  @Test
  void markedSinks() {
    model(
            """
            @Output @Tanh Symbol tanh1(Symbol data);
            @Output @SoftmaxOutput Symbol out(Symbol data);
            """)
        .succeeds();
  }

  @Test
  void unmarkedBesideAMarkedOne() {
    model(
            """
            @Tanh Symbol tanh1(Symbol data);
            @Tanh Symbol ‸tanh2(Symbol tanh1);
            @Output @SoftmaxOutput Symbol out(Symbol data);
            """)
        .reports(UNUSED_NODE, "tanh2: no node takes it and it is no head", "mark it by @Output");
  }

  @Test
  void unusedVariables() {
    model(
            """
            @Input(3) Symbol ‸more();
            @Parameter(3) Symbol ‸w();
            @SoftmaxOutput Symbol out(Symbol data);
            """)
        .reports(
            problem(UNUSED_NODE, "more: no node takes it", "remove it, or name it as a parameter"),
            problem(UNUSED_NODE, "w: no node takes it"));
  }

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          @Input(3) Symbol data();
          %s
        }
        """
            .formatted(nodes));
  }
}
