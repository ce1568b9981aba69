package io.nacre.processor;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_MODEL;
import static io.nacre.processor.problem.ProblemId.BAD_NODE;
import static io.nacre.processor.problem.ProblemId.CYCLE;
import static io.nacre.processor.problem.ProblemId.NAME_CLASH;
import static io.nacre.processor.problem.ProblemId.OVERLOAD;
import static io.nacre.processor.problem.ProblemId.RESERVED_NAME;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nacre.processor.problem.ProblemId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A mistake in a model is the only error, although another class uses all that is generated.
class WrongModelTest {
  private static final String MODEL =
      """
      @Model interface M {
        @Input({1, 8, 8})               Symbol data();
        @Conv(filters = 4, kernel = 3)  Symbol conv1(Symbol data);
        @Tanh                           Symbol tanh1(Symbol conv1);
        @FullyConnected(units = 5)      Symbol fc1(Symbol tanh1);
        @SoftmaxOutput                  Symbol out(Symbol fc1);
      }
      """;

  private static final String USE =
      """
      io.nacre.runtime.Device device = io.nacre.runtime.Device.cpu();
      try (MGraph bound = MGraph.bind(device, 4); MGraph shared = bound.bindSharing(1)) {
        MGraph.Data data = MGraph.Data.of(new float[256]);
        MGraph.Heads heads = bound.forward(data, MGraph.OutLabel.of(new float[4]));
        bound.backward();
        float[] p = shared.infer(data).out().toFloats();
        bound.parameters().conv1_weight();
        bound.parameters().fc1_bias();
        System.out.println(heads.out() + " " + p[0]);
      }
      """;

  @Test
  void right() {
    ModelCompilation.of(MODEL).using(USE).succeeds();
  }

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(BAD_ATTRIBUTE, "@Model interface", "@Model(batch = ‸-1) interface"),
        arguments(BAD_MODEL, "@Model interface", "@Model ‸interface"),
        arguments(BAD_NODE, "Symbol fc1(", "float[] ‸fc1("),
        arguments(BAD_NODE, "@Tanh                           Symbol t", "Symbol ‸t"),
        arguments(CYCLE, "conv1(Symbol data)", "conv1(Symbol ‸tanh1)"),
        arguments(NAME_CLASH, "Symbol tanh1(", "Symbol ‸fc1_bias("),
        arguments(OVERLOAD, "\n}", "\n  @Plus Symbol ‸fc1(Symbol tanh1, Symbol conv1);\n}"),
        arguments(RESERVED_NAME, "Symbol tanh1(", "Symbol ‸toString("),
        arguments(UNKNOWN_EDGE, "Symbol fc1)", "Symbol ‸fc)"),
        arguments(WRONG_ARGUMENTS, "tanh1(Symbol conv1)", "tanh1(Symbol conv1, Symbol ‸data)"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isTheOnlyError(ProblemId id, String right, String wrong) {
    String model = MODEL.replace(right, wrong);
    if (id == RESERVED_NAME) {
      model = model.replace("Symbol tanh1", "Symbol toString");
    }
    if (id == NAME_CLASH) {
      model = model.replace("Symbol tanh1", "Symbol fc1_bias");
    }
    if (id == BAD_MODEL) {
      model = model.replace("interface M", "interface M<T>");
    }
    ModelCompilation.of(model).using(USE).reports(id);
  }
}
