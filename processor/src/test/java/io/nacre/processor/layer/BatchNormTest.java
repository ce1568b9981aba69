package io.nacre.processor.layer;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import org.junit.jupiter.api.Test;

/// Mistakes with `@BatchNorm` and `@Dropout`.
class BatchNormTest {
  @Test
  void noSuchAxis() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({3, 8, 8}) Symbol data();
              @BatchNorm(axis = ‸4) Symbol bn(Symbol data);
            }
            """)
        .reports(
            ProblemId.BAD_ATTRIBUTE,
            "bn: axis = 4, but data N x 3 x 8 x 8 has 4 axes",
            "use 0 to 3, or -4 to -1 counted from the end");
  }

  @Test
  void batchAsChannels() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Variable({3, BATCH, 8}) Symbol data();
              @BatchNorm Symbol bn(Symbol ‸data);
            }
            """)
        .reports(
            ProblemId.BATCH_ARITHMETIC,
            "bn: data 3 x N x 8 has N on axis 1, but every channel has a gamma and a beta",
            "name the axis of the channels, or fix the batch: @Model(batch = 64)");
  }

  @Test
  void negativeEps() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input(3) Symbol data();
              @BatchNorm(eps = ‸-1e-3) Symbol bn(Symbol data);
            }
            """)
        .reports(ProblemId.BAD_ATTRIBUTE, "eps = -0.001", "eps = 0.001");
  }

  @Test
  void momentumAbove1() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input(3) Symbol data();
              @BatchNorm(momentum = ‸90) Symbol bn(Symbol data);
            }
            """)
        .reports(ProblemId.BAD_ATTRIBUTE, "momentum = 90 is not between 0 and 1");
  }

  @Test
  void stateOfAnotherSize() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({3, 8, 8}) Symbol data();
              @Auxiliary(‸4) Symbol mean();
              @BatchNorm Symbol bn(Symbol data, @As("moving_mean") Symbol mean);
            }
            """)
        .reports(
            ProblemId.WEIGHT_SHAPE,
            "moving_mean mean is declared 4, but must be 3: data has 3 channels",
            "declare mean @Auxiliary({3}), or leave its shape out");
  }

  @Test
  void meanIsAnOutputOnlyIfAskedFor() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({3, 8, 8}) Symbol data();
              @BatchNorm Symbol bn(Symbol data);
              @Relu Symbol relu(@From(value = "bn", output = ‸1) Symbol mean);
            }
            """)
        .reports(ProblemId.WRONG_ARGUMENTS, "takes output 1 of bn, which has 1 output");
  }

  @Test
  void severalHeadsOfOneNode() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({3, 8, 8}) Symbol data();
              @BatchNorm(outputMeanVar = true) Symbol bn(Symbol data);
            }
            """)
        .using("io.nacre.runtime.Tensor y = net.infer(null).bn_output(), m = net.infer(null).bn_mean();")
        .succeeds();
  }

  @Test
  void everythingDropped() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input(3) Symbol data();
              @Dropout(p = ‸1) Symbol drop(Symbol data);
              @Relu Symbol relu(Symbol drop);
            }
            """)
        .reports(ProblemId.BAD_ATTRIBUTE, "p = 1 is not a probability below 1", "p = 0.5");
  }

  @Test
  void axisTwice() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({3, 8, 8}) Symbol data();
              @Dropout(axes = {2, ‸-2}) Symbol drop(Symbol data);
              @Relu Symbol relu(Symbol drop);
            }
            """)
        .reports(ProblemId.BAD_ATTRIBUTE, "axes has axis 2 twice", "name each axis once");
  }
}
