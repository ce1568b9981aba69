package io.nacre.processor.check;

import static io.nacre.processor.problem.ProblemId.ARRAY_TOO_LONG;
import static io.nacre.processor.problem.ProblemId.MEMORY_EXCEEDED;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void tooLittle() {
    model("memory = ‸\"1MB\"")
        .reports(
            MEMORY_EXCEEDED,
            "@Model: training takes ",
            ", more than memory = \"1MB\"",
            "weights        400.5 KB",
            "for batch = 64",
            "should fit");
  }

  @Test
  void notEvenForTheWeights() {
    model("memory = ‸\"500KB\"").reports(MEMORY_EXCEEDED, "no batch is small enough");
  }

  @Test
  void moreParametersThanOneArrayHolds() {
    ModelCompilation.of(
            """
            @Model ‸interface M {
              @Input(40000) Symbol data();
              @FullyConnected(units = 40000) Symbol fc1(Symbol data);
              @FullyConnected(units = 40000) Symbol fc2(Symbol fc1);
              @SoftmaxOutput Symbol out(Symbol fc2);
            }
            """)
        .reports(
            ARRAY_TOO_LONG,
            "M: its parameters hold 32000800",
            "one array at most 2147483639",
            "fc1_weight   40000 x 40000",
            "make the largest smaller");
  }

  @Test
  void enough() {
    model("memory = \"64MB\"").succeeds();
  }

  private static ModelCompilation model(String limit) {
    return ModelCompilation.of(
        """
        @Model(batch = 64, %s) interface M {
          @Input(1000) Symbol data();
          @FullyConnected(units = 100) Symbol fc1(Symbol data);
          @SoftmaxOutput Symbol out(Symbol fc1);
        }
        """
            .formatted(limit));
  }
}
