package io.nacre.processor.read;

import static io.nacre.processor.problem.ProblemId.BAD_MODEL;

import io.nacre.processor.ModelCompilation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BadModelTest {
  @Test
  void record() {
    ModelCompilation.of("@Model ‸record M(int size) {}")
        .placelessUnderEclipse("it knows no place of a record")
        .reports(
            BAD_MODEL,
            "M is a record; a model is an interface or an abstract class",
            "write interface M");
  }

  @Test
  void enumeration() {
    ModelCompilation.of("@Model ‸enum M { A }").reports(BAD_MODEL, "M is an enum;");
  }

  @Test
  void classThatIsNotAbstract() {
    ModelCompilation.of("@Model ‸class M { Symbol data() { return null; } }")
        .reports(BAD_MODEL, "M is a class that is not abstract;", "write interface M");
  }

  @Test
  void annotationInterface() {
    ModelCompilation.of("@Model @‸interface M {}")
        .reports(BAD_MODEL, "M is an annotation interface;");
  }

  @Test
  void generic() {
    ModelCompilation.of(
            """
            @Model ‸interface M<A, B extends Number> {
              @Input(3) Symbol data();
              @Tanh Symbol out(Symbol data);
            }
            """)
        .reports(BAD_MODEL, "M has type parameters;", "remove <A, B>");
  }

  @Test
  void hidden() {
    nested("private ‸interface M").reports(BAD_MODEL, "M is private;", "remove private");
  }

  @Test
  void inner() {
    nested("abstract ‸class M").reports(BAD_MODEL, "M is an inner class;", "make it static");
  }

  @Test
  void sealed() {
    ModelCompilation.of(
            """
            @Model sealed ‸interface M permits N {
              @Input(3) Symbol data();
              @Tanh Symbol out(Symbol data);
            }
            non-sealed interface N extends M {}
            """)
        .reports(BAD_MODEL, "M is sealed;", "remove sealed and permits");
  }

  @Test
  void inheritedMethodThatIsNoNode() {
    ModelCompilation.of(
            """
            @Model ‸interface M extends Runnable {
              @Input(3) Symbol data();
              @Tanh Symbol out(Symbol data);
            }
            """)
        .reports(
            BAD_MODEL,
            "M inherits run from Runnable, where it is no node",
            "extend only types whose abstract methods are nodes");
  }

  @Test
  void empty() {
    ModelCompilation.of("@Model ‸interface M { default int size() { return 3; } }")
        .reports(BAD_MODEL, "M has no nodes", "@Input(784) Symbol data();");
  }

  @Test
  void nothingToCompute() {
    ModelCompilation.of("@Model ‸interface M { @Input(3) Symbol data(); }")
        .reports(
            BAD_MODEL, "M computes nothing: it has only data", "@Relu Symbol relu1(Symbol data);");
  }

  @Test
  void moreInputsThanAMethodTakes() {
    StringBuilder nodes = new StringBuilder("@Input(3) Symbol in0();");
    String sum = "in0";
    for (int i = 1; i < 255; i++) {
      nodes.append(
          "@Input(3) Symbol in%1$d(); @Plus Symbol sum%1$d(Symbol %2$s, Symbol in%1$d);"
              .formatted(i, sum));
      sum = "sum" + i;
    }
    ModelCompilation.of("@Model ‸interface M { " + nodes + " }")
        .reports(BAD_MODEL, "M has 255 inputs and labels", "takes at most 254");
  }

  @Test
  void moreHeadsThanThereIsRoomFor() {
    ModelCompilation.of("@Model ‸interface M { @Input(3) Symbol data(); " + heads(1001) + " }")
        .reports(BAD_MODEL, "M has 1001 heads, and a generated class has room for 1000");
  }

  @Test
  void asManyHeadsAsThereIsRoomFor() {
    ModelCompilation.of("@Model interface M { @Input(3) Symbol data(); " + heads(1000) + " }")
        .succeeds();
  }

  @Test
  void moreHeadGradientsThanAMethodTakes() {
    String input = "@Input(value = 3, gradient = true) Symbol data(); ";
    ModelCompilation.of("@Model interface M { " + input + heads(254) + " }").succeeds();
    ModelCompilation.of("@Model ‸interface M { " + input + heads(255) + " }")
        .reports(BAD_MODEL, "M has 255 heads that are no losses", "takes at most 254");
  }

  private static String heads(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("@Output @Tanh Symbol head%d(Symbol data);"::formatted)
        .collect(Collectors.joining());
  }

  @Test
  void whatIsRightKindIsAccepted() {
    ModelCompilation.of(
            """
            @Model public abstract class M {
              static final int UNITS = 10;
              @Input(3) abstract Symbol data();
              @FullyConnected(units = UNITS) protected abstract Symbol out(Symbol data);
              int helper() { return UNITS; }
            }
            """)
        .succeeds();
  }

  private static ModelCompilation nested(String declaration) {
    return ModelCompilation.of(
            """
            class Outer {
              @Model %s {
                @Input(3) %s Symbol data();
                @Tanh %s Symbol out(Symbol data);
              }
            }
            """
                .formatted(
                    declaration,
                    declaration.contains("class") ? "abstract" : "",
                    declaration.contains("class") ? "abstract" : ""))
        .graph("Outer_MGraph");
  }
}
