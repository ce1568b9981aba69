package io.nacre.runtime;

import static io.nacre.runtime.DataType.FLOAT32;
import static io.nacre.runtime.DataType.FLOAT64;
import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Segment;
import io.nacre.runtime.GraphSpec.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphSpecTest {
  @Test
  void listsAsMxNetDoes() {
    GraphSpec spec = LinearModel.SPEC;
    assertEquals("Linear", spec.model());
    assertEquals(List.of("data", "fc_weight", "fc_bias", "out_label"), spec.listArguments());
    assertEquals(List.of("out_output"), spec.listOutputs());
    assertEquals(List.of("bn_moving_var"), spec.listAuxiliaryStates());
    assertEquals(List.of("data"), names(spec.inputs()));
    assertEquals(List.of("out_label"), names(spec.labels()));
    assertEquals(List.of("out"), names(spec.heads()));
    assertEquals(
        new Variable("fc_bias", Kind.PARAMETER, Shape.of(2), FLOAT32, 12),
        spec.parameters().get(1));
    assertEquals(16, spec.length(Segment.PARAMETERS, FLOAT32));
    assertEquals(0, spec.length(Segment.PARAMETERS, FLOAT64));
  }

  @Test
  void refusesTwoVariablesOfOneName() {
    assertFails(
        IllegalArgumentException.class,
        () ->
            GraphSpec.builder("Net")
                .input("data", Shape.of(2), FLOAT32)
                .auxiliary("data", Shape.of(2), FLOAT32, 0),
        "Net has two variables of the name data");
  }

  @Test
  void refusesMisplacedParameters() {
    assertFails(
        IllegalArgumentException.class,
        () -> build(parameter("w", Shape.of(Shape.N, 2), 0)),
        "w is misplaced",
        "depends on N");
    assertFails(
        IllegalArgumentException.class,
        () -> build(parameter("w", Shape.of(5), 4)),
        "w is misplaced: it ends at 9, but the parameters segment of float32 has 8 elements");
    assertFails(
        IllegalArgumentException.class,
        () -> build(parameter("v", Shape.of(3), 5).parameter("w", Shape.of(6), FLOAT32, 0)),
        "v is misplaced: its offset 5 is before the end of w, 6");
    assertFails(
        IllegalArgumentException.class,
        () -> build(parameter("w", Shape.of(1), -1)),
        "its offset -1");
    assertFails(
        IllegalArgumentException.class,
        () -> GraphSpec.builder("Net").auxiliary("m", Shape.of(1), FLOAT64, 0).build(),
        "auxiliary segment of float64 has 0 elements");
    assertFails(
        IllegalArgumentException.class,
        () -> GraphSpec.builder("Net").segment(Segment.AUXILIARY, FLOAT32, -1),
        "-1 elements");
  }

  private static GraphSpec.Builder parameter(String name, Shape shape, int offset) {
    return GraphSpec.builder("Net").parameter(name, shape, FLOAT32, offset);
  }

  private static GraphSpec build(GraphSpec.Builder builder) {
    return builder.segment(Segment.PARAMETERS, FLOAT32, 8).build();
  }

  private static List<String> names(List<Variable> variables) {
    return variables.stream().map(Variable::name).toList();
  }
}
