package io.nacre.processor.check;

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
