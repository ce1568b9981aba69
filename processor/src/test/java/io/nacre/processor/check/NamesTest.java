package io.nacre.processor.check;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.NAME_CLASH;
import static io.nacre.processor.problem.ProblemId.RESERVED_NAME;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names a model may not use: the rules `ReservedName`, `ImpliedName` and `RoleName`.
class NamesTest {
  @Test
  void methodOfEveryObject() {
    model("@Tanh Symbol ‸hashCode(Symbol a); @Tanh Symbol out(Symbol hashCode);")
        .reports(
            RESERVED_NAME, "hashCode: every Java object has a method of this name", "hashCode1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forward",
        "backward",
        "bind",
        "bindSharing",
        "infer",
        "initialize",
        "parameters",
        "save",
        "load",
        "close",
        "batch",
        "device",
        "spec",
        "summary"
      })
  void methodOfEveryGraph(String name) {
    model("@Tanh Symbol ‸%1$s(Symbol a); @Tanh Symbol out(Symbol %1$s);".formatted(name))
        .reports(RESERVED_NAME, name + ": MGraph has a method of this name itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heads",
        "training",
        "inference",
        "loops",
        "vectorLoops",
        "feed",
        "shape",
        "tensor",
        "geometry"
      })
  void typeOfEveryGraph(String name) {
    model("@Input(3) Symbol ‸%1$s(); @Plus Symbol out(Symbol a, Symbol %1$s);".formatted(name))
        .reports(RESERVED_NAME, name + ": its type ", " would be named like one that MGraph has");
  }

  @Test
  void typeOfJava() {
    model("@Input(3) Symbol ‸string(); @Plus Symbol out(Symbol a, Symbol string);")
        .reports(
            RESERVED_NAME,
            "string: its type MGraph.String would hide java.lang.String",
            "rename the node: string1");
  }

  @Test
  void graphItself() {
    model("@Input(3) Symbol ‸mGraph(); @Plus Symbol out(Symbol a, Symbol mGraph);")
        .reports(RESERVED_NAME, "mGraph: its type MGraph would be named like one that MGraph has");
  }

  @Test
  void noName() {
    model("@Input(3) Symbol ‸_1(); @Plus Symbol out(Symbol a, Symbol _1);")
        .reports(RESERVED_NAME, "_1: no type can be named after it", "rename the node: node1");
  }

  @Test
  void reservedOnlyAsAType() {
    model("@Tanh Symbol string(Symbol a); @SoftmaxOutput Symbol shape(Symbol string);").succeeds();
  }

  @Test
  void twoInputsOfOneType() {
    model("@Input(3) Symbol in_put(); @Input(3) Symbol ‸inPut();" + sum("in_put", "inPut"))
        .reports(NAME_CLASH, "inPut: its type InPut in MGraph would be that of in_put as well");
  }

  @Test
  void typesThatDifferInCaseOnly() {
    model("@Input(3) Symbol x1(); @Input(3) Symbol ‸X1();" + sum("x1", "X1"))
        .reports(NAME_CLASH, "X1: its type X1 in MGraph would be that of x1 as well");
  }

  @Test
  void headAndInputOfOneType() {
    model("@Input(3) Symbol out_gradient(); @Plus Symbol ‸out(Symbol a, Symbol out_gradient);")
        .reports(
            NAME_CLASH,
            "out: its type OutGradient in MGraph would be that of out_gradient as well");
  }

  @Test
  void labelAndInputOfOneType() {
    model(
            """
            @Input(3) Symbol outLabel();
            @Plus Symbol sum(Symbol a, Symbol outLabel);
            @SoftmaxOutput Symbol ‸out(Symbol sum);
            """)
        .reports(NAME_CLASH, "out_label: its type OutLabel in MGraph would be that of outLabel");
  }

  @Test
  void nodeNamedLikeAnImpliedParameter() {
    model(
            """
            @FullyConnected(units = 3) Symbol fc1(Symbol a);
            @Variable({3, 3}) Symbol ‸fc1_weight();
            @FullyConnected(units = 2) Symbol fc2(Symbol fc1_weight);
            @Output @Tanh Symbol rows(Symbol fc2);
            @Output @Tanh Symbol out(Symbol fc1);
            """)
        .reports(
            NAME_CLASH,
            "fc1_weight: fc1 makes a weight of this name itself",
            "give it to fc1 by a parameter, @Weight Symbol fc1_weight, or rename it");
  }

  @Test
  void givenParameterMayHaveTheImpliedName() {
    model(
            """
            @Parameter Symbol fc1_weight();
            @FullyConnected(units = 3) Symbol fc1(Symbol a, @Weight Symbol fc1_weight);
            """)
        .succeeds();
  }

  @Test
  void nodeNamedLikeAnImpliedLabel() {
    model(
            """
            @SoftmaxOutput Symbol out(Symbol sum);
            @Plus Symbol sum(Symbol a, Symbol out_label);
            @Input(3) Symbol ‸out_label();
            """)
        .reports(NAME_CLASH, "out_label: out makes a label", "@As(\"label\") Symbol out_label");
  }

  @Test
  void classOfTheGraphsName() {
    ModelCompilation.of(
            """
            @Model ‸interface M { @Input(3) Symbol a(); @Tanh Symbol out(Symbol a); }
            class MGraph {}
            """)
        .reports(
            problem(
                NAME_CLASH, "Nacre writes the class models.MGraph for M", "rename one of them"));
  }

  private static String sum(String left, String right) {
    return "@Plus Symbol s(Symbol %s, Symbol %s); @Plus Symbol out(Symbol s, Symbol a);"
        .formatted(left, right);
  }

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          @Input(3) Symbol a();
          %s
        }
        """
            .formatted(nodes));
  }
}
