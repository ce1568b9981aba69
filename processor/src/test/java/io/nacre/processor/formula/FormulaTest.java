package io.nacre.processor.formula;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_FORMULA;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.runtime.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Formulas: what they compute, how their nodes are named, and what is wrong with them.
class FormulaTest {
  private static final double[] A = {0.5, -1.5, 2, 3};
  private static final double[] B = {2, 4, -1, 0.5};

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          @Variable({2, 3}) Symbol a();
          @Variable({3, 2}) Symbol b();
          %s
        }
        """
            .formatted(nodes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a + b * a; 1.5, -7.5, 0, 4.5",
        "(a + b) * a; 1.25, -3.75, 2, 10.5",
        "a - b - 1; -2.5, -6.5, 2, 1.5",
        "1 - a; 0.5, 2.5, -1, -2",
        "8 / b / 2; 2, 1, -4, 8",
        "2 ** 3 ** 2 - 512 + a ** 2; 0.25, 2.25, 4, 9",
        "-a ** 2; -0.25, -2.25, -4, -9",
        "2 ** b; 4, 16, 0.5, 1.4142135623730951",
        "a % 2; 0.5, 0.5, 0, 1",
        "7 % b; 1, 3, 0, 0",
        "a > b; 0, 0, 1, 1",
        "2 <= b; 1, 1, 0, 0",
        "(a == 2) + (b != 4); 1, 0, 2, 1",
        "maximum(0, a) + minimum(b, 1); 1.5, 1, 1, 3.5",
        "power(a, 2) + hypot(3, a * 0); 3.25, 5.25, 7, 12",
        "logical_and(a > 0, 1); 1, 0, 1, 1",
        "sum(a, axis=1, keepdims=True) * ones_like(sum(b, axis=1, keepdims=True)); -1, 5",
        "dot(a, b); 2.5, 1.25, 1, 9.5",
        "clip(a, a_min=-1, a_max=1.5e0); 0.5, -1, 1.5, 1.5",
        "reshape(transpose(a), shape=(4,)); 0.5, 2, -1.5, 3",
        "2 * 3 - 1 + a; 5.5, 3.5, 7, 8",
        "a; 0.5, -1.5, 2, 3",
      })
  void computes(String formula, String expected) {
    String parameters =
        Stream.of("a", "b")
            .filter(name -> formula.matches(".*\\b" + name + "\\b.*"))
            .map(name -> "Symbol " + name)
            .collect(Collectors.joining(", "));
    String source =
        """
        package models;
        import io.nacre.annotations.*;
        @Model public interface F {
          @Variable(value = {2, 2}, dtype = DataType.FLOAT64) Symbol a();
          @Variable(value = {2, 2}, dtype = DataType.FLOAT64) Symbol b();
          @Formula("%s") Symbol y(%s);
          @Output @Identity Symbol a2(Symbol a);
          @Output @Identity Symbol b2(Symbol b);
          @Output @Identity Symbol z(Symbol y);
        }
        """
            .formatted(formula, parameters);
    ModelBatch models = ModelBatch.compile(Map.of("models.F", source));
    Class<?> graph = models.graph("models.F");
    try (Device device = Device.cpu(1);
        BoundModel bound = BoundModel.bind(graph, device, OptionalInt.empty())) {
      double[] values = bound.forward(Map.of("a", A, "b", B)).get("z_output");
      double[] numbers =
          Arrays.stream(expected.split(",")).mapToDouble(Double::parseDouble).toArray();
      assertArrayEquals(numbers, values, 1e-12);
    }
  }

  /// The tutorial's `reshape(a * b + dot(a, b))`, against the file that MXNet wrote.
  @Test
  void nodesAreNamedAndSavedAsMxnets() throws IOException {
    String written =
        json(
            ModelCompilation.of(
                """
                @Model interface M {
                  @Variable Symbol a();
                  @Variable({2, 2}) Symbol b();
                  @Formula("broadcast_to(reshape(a * b + dot(a, b), shape=(1, 4)), shape=(2, 4))")
                  Symbol broadcast_to0(Symbol a, Symbol b);
                }
                """));
    Path golden =
        Path.of("src/test/resources/golden/seed/mul_dot_reshape_broadcast/symbol.json");
    assertEquals(
        Files.readString(golden).replaceAll("\\s", ""),
        written.replaceAll("\\s", "").replaceAll(",\"attrs\":\\{\"__shape__\":\"[^}]*\\}", ""));
  }

  private static String json(ModelCompilation model) throws IOException {
    try (var in =
        model
            .succeeds()
            .compilation()
            .generatedFile(StandardLocation.CLASS_OUTPUT, "models", "MGraph-symbol.json")
            .orElseThrow()
            .openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void countsGoOnAndPassOverNamesThatAreTaken() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Variable({2, 2}) Symbol a();
              @Formula("a * a + 1") Symbol x(Symbol a);
              @Relu Symbol _mul1(Symbol x);
              @Formula("b * b - sin(b * 2)") Symbol y(@From("_mul1") Symbol b);
              @Output @Plus Symbol z(@From("y._mul2") Symbol p, @From("y._mulscalar0") Symbol q);
              @Output @Identity Symbol y2(Symbol y);
            }
            """)
        .succeeds();
  }

  @Test
  void standsInBlocksAndIsRepeated() {
    ModelCompilation.of(
            """
            @Block @interface Swish {
              @Sets("y.value") String of() default "x * sigmoid(x)";
              interface Body extends BlockBody {
                @Formula("x") Symbol y(Symbol x);
              }
            }
            @Model interface M {
              @Input(4) Symbol data();
              @Swish Symbol first(Symbol data);
              @Swish(of = "x * relu(x + 3) / 6") Symbol second(Symbol first);
              @Repeat(2) @Formula("x - tanh(x)") Symbol third(@From("second") Symbol x);
            }
            """)
        .using(
            """
            net.spec().layers();
            """)
        .succeeds();
  }

  @Test
  void theMarkIsUnderTheMistake() {
    assertEquals(List.of("a * sine(a)", "    ^~~~"), FormulaError.marked("a * sine(a)", new Range(4, 8)));
    assertEquals(List.of("+ $ b", "  ^"), FormulaError.marked("a\n+ $ b\n", new Range(4, 5)));
    assertEquals(List.of("a +", "   ^"), FormulaError.marked("a +", new Range(3, 3)));
  }

  @Test
  void marksWhatCannotBeRead() {
    model(
            """
            @Formula(‸"a * (a + 1") Symbol f1(Symbol a);
            @Formula(‸"a ^ 2") Symbol f2(Symbol a);
            @Formula(‸"a 2") Symbol f3(Symbol a);
            @Formula(‸"a < 1 < 2") Symbol f4(Symbol a);
            @Formula(‸"") Symbol f5(Symbol a);
            @Formula(‸"sum(a, axis=)") Symbol f6(Symbol a);
            """)
        .reports(
            problem(BAD_FORMULA, "f1: the formula ends too early", "a * (a + 1\n", "write )"),
            problem(BAD_FORMULA, "^ has no meaning", "a ^ 2\n", "a power is **"),
            problem(BAD_FORMULA, "2 does not belong here", "write an operator or the end"),
            problem(BAD_FORMULA, "comparisons do not follow each other", "logical_and"),
            problem(BAD_FORMULA, "the formula is empty", "a + b"),
            problem(BAD_FORMULA, ") does not belong here", "write a number, True"));
  }

  @Test
  void namesWhatIsUnknown() {
    model(
            """
            @Formula(‸"a * sine(a)") Symbol f1(Symbol a);
            @Formula(‸"a + c") Symbol f2(Symbol a);
            @Formula(‸"a + sin") Symbol f3(Symbol a);
            @Formula(‸"sum(a, axes=1)") Symbol f4(Symbol a);
            @Formula(‸"a + a") Symbol f5(Symbol a, Symbol b);
            """)
        .reports(
            problem(
                BAD_FORMULA, "f1: there is no function sine", "a * sine(a)\n", "   ^~~~\n",
                "did you mean sin?"),
            problem(BAD_FORMULA, "f2: c is none of the parameters", "did you mean a?"),
            problem(BAD_FORMULA, "f3: sin is a function", "call it: sin(a)"),
            problem(BAD_FORMULA, "f4: sum has no attribute axes", "did you mean axis?"),
            problem(BAD_FORMULA, "f5: the formula does not use the parameter b", "Symbol b"));
  }

  @Test
  void saysWhatAFunctionTakes() {
    model(
            """
            @Formula(‸"dot(a)") Symbol f1(Symbol a);
            @Formula(‸"maximum(a)") Symbol f2(Symbol a);
            @Formula(‸"clip(a, 0, 1)") Symbol f3(Symbol a);
            @Formula(‸"clip(a, a_min=0)") Symbol f4(Symbol a);
            @Formula(‸"FullyConnected(a, num_hidden=3)") Symbol f5(Symbol a);
            @Formula(‸"split(a, num_outputs=3)") Symbol f6(Symbol a);
            @Formula(‸"2 * 3") Symbol f7();
            """)
        .reports(
            problem(BAD_FORMULA, "f1: dot takes (lhs, rhs), but here it has 1 operand", "give it 2"),
            problem(BAD_FORMULA, "f2: maximum takes two operands, not 1", "maximum(a, 2)"),
            problem(BAD_FORMULA, "f3: clip takes arrays, and this is a number", "by its name"),
            problem(BAD_FORMULA, "f4: clip needs the attribute a_max"),
            problem(BAD_FORMULA, "f5: FullyConnected has weights", "@FullyConnected"),
            problem(BAD_FORMULA, "f6: split has 3 outputs", "@From"),
            problem(BAD_FORMULA, "f7: the formula is a number", "a parameter of the method"));
  }

  /// Mistakes that only shapes show are told of the part of the formula.
  @Test
  void shapesAreChecked() {
    model(
            """
            @Formula("a * b + sin(a)") Symbol f1(Symbol a, Symbol ‸b);
            @Formula(‸"sum(a, axis=5)") Symbol f2(Symbol a);
            @Formula("a + c") Symbol f3(Symbol a, @From(‸"cc") Symbol c);
            """)
        .reports(
            problem(
                SHAPE_MISMATCH, "_mul0: a is 2 x 3, but b is 3 x 2", "and _mul0 is a * b", "f1 is"),
            problem(BAD_ATTRIBUTE, "f2: axis = 5, but a 2 x 3 has 2 axes", "0 to 1"),
            problem(UNKNOWN_EDGE, "f3: no node is named cc"));
  }

  @Test
  void aLongFormulaIsRefused() {
    model("@Formula(‸\"a" + " + a".repeat(600) + "\") Symbol f(Symbol a);")
        .reports(BAD_FORMULA, "f: the formula has more than 1000 words", "several nodes");
    model("@Formula(‸\"" + "(".repeat(150) + "a" + ")".repeat(150) + "\") Symbol f(Symbol a);")
        .reports(BAD_FORMULA, "f: the formula is nested more than 100 deep", "several nodes");
  }
}
