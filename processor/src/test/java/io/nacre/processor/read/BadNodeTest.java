package io.nacre.processor.read;

import static io.nacre.processor.problem.ProblemId.BAD_NODE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

class BadNodeTest {
  @Test
  void noAnnotation() {
    model("Symbol ‸out(Symbol data);")
        .reports(
            BAD_NODE,
            "out: no annotation says what it computes",
            "write a layer such as @FullyConnected or @Relu before it");
  }

  @Test
  void noAnnotationWithoutParameters() {
    model("Symbol ‸w(); @Tanh Symbol out(Symbol data);")
        .reports(BAD_NODE, "w: no annotation", "write @Input, @Label, @Variable or @Parameter");
  }

  @Test
  void twoLayers() {
    model("@FullyConnected(units = 3) ‸@Tanh Symbol out(Symbol data);")
        .reports(
            BAD_NODE,
            "out: it is @FullyConnected and @Tanh at once",
            "write a second method for @Tanh, with the parameter Symbol out");
  }

  @Test
  void otherReturnType() {
    model("@Tanh float[] ‸out(Symbol data);")
        .reports(BAD_NODE, "out: it returns float[], not Symbol");
  }

  @Test
  void otherParameterType() {
    model("@Tanh Symbol out(Symbol data, int ‸units);")
        .reports(
            BAD_NODE,
            "out: parameter units is of type int, not Symbol",
            "numbers belong in the annotation");
  }

  @Test
  void variableArity() {
    model("@Tanh Symbol out(Symbol... ‸data);")
        .reports(BAD_NODE, "out: parameter data is of type", "Symbol data");
  }

  @Test
  void generic() {
    model("@Tanh <T> Symbol ‸out(Symbol data);")
        .reports(BAD_NODE, "out: it has type parameters", "remove them");
  }

  @Test
  void throwing() {
    model("@Tanh Symbol ‸out(Symbol data) throws Exception;")
        .reports(BAD_NODE, "out: it has a throws clause", "remove it");
  }

  @Test
  void body() {
    model("@Tanh default Symbol ‸out(Symbol data) { return data; }")
        .reports(BAD_NODE, "out: a method with @Tanh has a body", "end it with a semicolon");
  }

  @Test
  void markedVariable() {
    model("@Output @Input(3) Symbol ‸b(); @Output @Plus Symbol out(Symbol data, Symbol b);")
        .reports(BAD_NODE, "b: @Output marks a node that computes nothing");
  }

  @Test
  void brokenNodeCausesNothingElse() {
    model(
            """
              Symbol ‸hidden(Symbol data);
              @Tanh Symbol tanh1(Symbol hidden);
              @SoftmaxOutput Symbol out(Symbol tanh1);
            """)
        .reports(BAD_NODE, "hidden: no annotation");
  }

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          @Input(3) Symbol data();
          %s
        }
        """
            .formatted(nodes));
  }
}
