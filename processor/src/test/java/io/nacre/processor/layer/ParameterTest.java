package io.nacre.processor.layer;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import org.junit.jupiter.api.Test;

/// Mistakes with what `@Parameter` says of training.
class ParameterTest {
  private static ModelCompilation parameter(String attributes) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          @Input(3) Symbol data();
          @Parameter(%s) Symbol w();
          @FullyConnected(units = 2) Symbol fc(Symbol data, @Weight Symbol w);
        }
        """
            .formatted(attributes));
  }

  @Test
  void negativeMultiplier() {
    parameter("lrMult = ‸-1")
        .reports(ProblemId.BAD_ATTRIBUTE, "w: lrMult = -1 is no number from 0 on", "0 freezes it");
  }

  @Test
  void infiniteDecay() {
    parameter("wdMult = 1 ‸/ 0.0").reports(ProblemId.BAD_ATTRIBUTE, "w: wdMult = Infinity");
  }

  @Test
  void constantWithoutNumber() {
    parameter("init = Init‸.CONSTANT")
        .reports(
            ProblemId.BAD_ATTRIBUTE,
            "w: Init.CONSTANT has no number",
            "init = Init.CONSTANT, initValue = 0.1");
  }

  @Test
  void numberThatNobodyTakes() {
    parameter("init = Init.XAVIER, initValue = ‸2")
        .reports(
            ProblemId.BAD_ATTRIBUTE,
            "w: initValue = 2, but Init.XAVIER takes no number",
            "use Init.CONSTANT, Init.UNIFORM or Init.NORMAL");
  }

  @Test
  void negativeDeviation() {
    parameter("init = Init.NORMAL, initValue = ‸-2")
        .reports(ProblemId.BAD_ATTRIBUTE, "w: initValue = -2 makes no sense for Init.NORMAL");
  }
}
