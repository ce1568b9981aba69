package io.nacre.processor.inline;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_CALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.ReadModel;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.NodeDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Hyper-parameters of every type.
class HyperParameterTest {
  private static final String BLOCK =
      """
      @Block @interface All {
        @Sets("conv") int filters();
        @Sets({"conv.kernel", "pool.kernel"}) int[] size();
        @Sets({"conv.stride", "pool.stride"}) int step() default 2;
        @Sets("norm.eps") double eps() default 0.25;
        @Sets("norm.momentum") int momentum() default 1;
        @Sets({"conv.noBias", "norm.fixGamma"}) boolean plain() default false;
        @Sets("act.value") ActivationType act() default ActivationType.TANH;
        @Sets("pool") PoolingType type() default PoolingType.MAX;
        @Sets({"first.value", "second.value"}) Class<?> model();
        @Sets("second.weightsOf") String weightsOf() default "";
        @Sets("fc.repeat") int depth() default 1;

        interface Body extends BlockBody {
          @Conv(filters = PARAM, kernel = PARAM, stride = PARAM) Symbol conv(Symbol data);
          @BatchNorm(eps = PARAM, momentum = PARAM) Symbol norm(Symbol conv);
          @Activation(ActivationType.RELU) Symbol act(Symbol norm);
          @Pooling(type = PoolingType.AVG, kernel = PARAM) Symbol pool(Symbol act);
          @Repeat(PARAM) @FullyConnected(units = 3) Symbol fc(Symbol pool);
          @Call(Void.class) Symbol first(Symbol fc);
          @Call(value = Void.class, weightsOf = "placeholder") Symbol second(Symbol fc);
          @Plus Symbol sum(Symbol first, Symbol second);
        }
      }
      @Model interface Small {
        @Input(3) Symbol x();
        @FullyConnected(units = 3) Symbol y(Symbol x);
      }
      """;

  @Test
  void given() {
    assertEquals(
        List.of(
            "@Input({2, 40, 40})",
            "@Conv(filters = 4, kernel = {3, 5}, stride = 3, noBias = true)",
            "@BatchNorm(eps = 0.5, momentum = 2.0, fixGamma = true)",
            "@Activation(SIGMOID)",
            "@Pooling(type = AVG, kernel = {3, 5}, stride = 3)",
            "@FullyConnected(units = 3)",
            "@FullyConnected(units = 3)",
            "@Input(3)",
            "@FullyConnected(units = 3)",
            "@Input(3)",
            "@FullyConnected(units = 3)",
            "@Plus"),
        layers(
            """
            @All(
                filters = 4, size = {3, 5}, step = 3, eps = 0.5, momentum = 2, plain = true,
                act = ActivationType.SIGMOID, type = PoolingType.AVG, model = Small.class,
                weightsOf = "first", depth = 2)
            """));
  }

  @Test
  void defaults() {
    assertEquals(
        List.of(
            "@Input({2, 40, 40})",
            "@Conv(filters = 4, kernel = 3, stride = 2)",
            "@BatchNorm(eps = 0.25, momentum = 1.0, fixGamma = false)",
            "@Activation(TANH)",
            "@Pooling(type = MAX, kernel = 3, stride = 2)",
            "@FullyConnected(units = 3)",
            "@Input(3)",
            "@FullyConnected(units = 3)",
            "@Input(3)",
            "@FullyConnected(units = 3)",
            "@Plus"),
        layers("@All(filters = 4, size = 3, model = Small.class)"));
  }

  @Test
  void valuesOfAllTypesAreBlamed() {
    model("@All(filters = 4, size = 3, eps = ‸-1, model = Small.class)")
        .reports(BAD_ATTRIBUTE, "all.norm: eps = -1");
  }

  @Test
  void classThatIsNoModel() {
    model("@All(filters = 4, size = 3, model = String‸.class)")
        .reports(BAD_CALL, "all.first: String is no model", "where all is @All");
  }

  @Test
  void weightsOfNoCall() {
    model("@All(filters = 4, size = 3, model = Small.class, weightsOf = ‸\"fist\")")
        .reports(BAD_CALL, "all.second: no call is named fist", "did you mean first?");
  }

  private static ModelCompilation model(String use) {
    return ModelCompilation.of(
        "@Model interface M { @Input({2, 40, 40}) Symbol image();\n"
            + use
            + "Symbol all(Symbol image); }\n"
            + BLOCK);
  }

  private static List<String> layers(String use) {
    ReadModel read =
        ReadModel.of(
            "@Model interface M { @Input({2, 40, 40}) Symbol image();\n"
                + use
                + " Symbol all(Symbol image); }\n"
                + BLOCK);
    assertEquals(List.of(), read.problems().all());
    return read.declaration().nodes().stream()
        .map(NodeDeclaration::layer)
        .map(AnnotationUse::text)
        .toList();
  }
}
