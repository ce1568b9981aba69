package io.nacre.processor.read;

import static io.nacre.processor.problem.ProblemId.OVERLOAD;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

class OverloadTest {
  @Test
  void twoNodesOfOneName() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(8) Symbol data();
              @FullyConnected(units = 5) Symbol fc1(Symbol data);
              @Plus Symbol ‸fc1(Symbol data, Symbol fc1);
              @Tanh Symbol out(Symbol fc1);
            }
            """)
        .reports(
            OVERLOAD,
            "fc1: fc1(Symbol data, Symbol fc1) has the name of fc1(Symbol data)",
            "rename one of them");
  }
}
