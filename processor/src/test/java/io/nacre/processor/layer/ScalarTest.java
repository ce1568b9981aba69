package io.nacre.processor.layer;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import org.junit.jupiter.api.Test;

/// Numbers as operands: `@PlusScalar` and its like, `@Clip`, `@SmoothL1`; and broadcasting.
class ScalarTest {
  private static ModelCompilation layer(String annotation) {
    return ModelCompilation.of(
        "@Model\ninterface M {\n  @Input(3) Symbol data();\n  "
            + annotation
            + " Symbol y(Symbol data);\n}\n");
  }

  @Test
  void tooLargeForAFloat() {
    layer("@PlusScalar(1e39)").succeeds();
  }

  @Test
  void notANumber() {
    layer("@TimesScalar(value = 0.0 ‸/ 0)").reports(ProblemId.BAD_ATTRIBUTE, "y: value = NaN");
  }

  @Test
  void boundsThatCross() {
    layer("@Clip(min = ‸1, max = 0)")
        .reports(ProblemId.BAD_ATTRIBUTE, "min = 1 is above max = 0", "min = 0 and max = 1");
  }

  @Test
  void noParabola() {
    layer("@SmoothL1(scalar = ‸0)").reports(ProblemId.BAD_ATTRIBUTE, "scalar = 0 is not above 0");
  }

  @Test
  void sizesThatCannotBeStretched() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({3, 4}) Symbol a();
              @Input({2, 4}) Symbol b();
              @BroadcastPlus Symbol y(Symbol a, Symbol ‸b);
            }
            """)
        .reports(
            ProblemId.SHAPE_MISMATCH,
            "a is N x 3 x 4, but b is N x 2 x 4: axis 1 of the result would be 3 and 2",
            "or one of them 1");
  }
}
