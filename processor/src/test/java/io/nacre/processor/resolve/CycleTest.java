package io.nacre.processor.resolve;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.CYCLE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

class CycleTest {
  @Test
  void ring() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @Plus Symbol a(Symbol data, Symbol ‸c);
              @Tanh Symbol b(Symbol a);
              @Tanh Symbol c(Symbol b);
              @Tanh Symbol out(Symbol c);
            }
            """)
        .reports(
            CYCLE, "a: it depends on itself: a -> b -> c -> a", "let a take something else than c");
  }

  @Test
  void foundFromItsMiddle() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Tanh Symbol out(Symbol c);
              @Tanh Symbol b(Symbol ‸c);
              @Tanh Symbol c(Symbol b);
            }
            """)
        .reports(CYCLE, "b: it depends on itself: b -> c -> b");
  }

  @Test
  void node() {
    ModelCompilation.of("@Model interface M { @Tanh Symbol a(@From(‸\"a\") Symbol x); }")
        .reports(CYCLE, "a: it depends on itself: a -> a", "take another node than a itself");
  }

  @Test
  void eachRingOnce() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Plus Symbol a(Symbol ‸b, Symbol c);
              @Tanh Symbol b(Symbol a);
              @Tanh Symbol c(Symbol a);
              @Tanh Symbol d(Symbol ‸e);
              @Tanh Symbol e(Symbol d);
            }
            """)
        .reports(problem(CYCLE, "a -> b -> a"), problem(CYCLE, "d -> e -> d"));
  }
}
