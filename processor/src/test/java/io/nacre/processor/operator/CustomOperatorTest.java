package io.nacre.processor.operator;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_OPERATOR;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.FormulaWeights;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.runtime.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Operators of the user's own: the same numbers as a layer of Nacre's that computes the same, and what
/// is wrong with them.
class CustomOperatorTest {
  private static final String SWISH =
      """
      @Operator("n k -> n k")
      @interface Swish {
        double beta() default 1;

        final class Kernel {
          static void forward(VIEW x, VIEW y, double beta) {
            for (int i = 0; i < x.size(); i++) {
              y.put(i, (TYPE) (x.at(i) / (1 + Math.exp(-beta * x.at(i)))));
            }
          }

          static void backward(VIEW x, VIEW y, VIEW dy, VIEW dx, double beta) {
            for (int i = 0; i < x.size(); i++) {
              double s = 1 / (1 + Math.exp(-beta * x.at(i)));
              dx.put(i, dx.at(i) + (TYPE) (dy.at(i) * (s + beta * y.at(i) * (1 - s))));
            }
          }
        }
      }
      """;

  /// The softmax of MXNet's tutorial on custom operators.
  private static final String SOFTMAX =
      """
      @Operator(value = "data: n k, label: n -> n k", loss = true)
      @interface MySoftmax {
        final class Kernel {
          static void forward(VIEW x, VIEW label, VIEW y) {
            for (int n = 0; n < x.dim(0); n++) {
              double sum = 0;
              for (int k = 0; k < x.dim(1); k++) {
                y.set(n, k, (TYPE) Math.exp(x.get(n, k)));
                sum += y.get(n, k);
              }
              for (int k = 0; k < x.dim(1); k++) {
                y.set(n, k, (TYPE) (y.get(n, k) / sum));
              }
            }
          }

          static void backwardData(VIEW x, VIEW label, VIEW y, VIEW dx) {
            for (int n = 0; n < x.dim(0); n++) {
              for (int k = 0; k < x.dim(1); k++) {
                dx.add(n, k, y.get(n, k) - (k == (int) label.at(n) ? 1 : 0));
              }
            }
          }
        }
      }
      """;

  private static final String NETWORK =
      """
      package models;
      import io.nacre.annotations.*;
      @Model public interface NAME {
        @Input(value = 4DTYPE) Symbol data();
        @FullyConnected(units = 5) Symbol fc(Symbol data);
        %s Symbol act(Symbol fc);
        @FullyConnected(units = 3) Symbol fc2(Symbol act);
        %s Symbol softmax(Symbol fc2);
      }
      """;

  private static String network(String name, String act, String loss, String type) {
    return NETWORK
        .formatted(act, loss)
        .replace("NAME", name)
        .replace("DTYPE", type.equals("double") ? ", dtype = DataType.FLOAT64" : "");
  }

  /// An operator for one element type.
  private static String of(String operator, String type) {
    return operator
        .replace("VIEW", type.equals("double") ? "DoubleView" : "FloatView")
        .replace("(TYPE) ", type.equals("double") ? "" : "(float) ");
  }

  private static String file(String operator) {
    return "package models;\nimport io.nacre.annotations.*;\nimport io.nacre.runtime.kernel.*;\n"
        + operator;
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "double"})
  void computesWhatTheSameLayersDo(String type) {
    String ours = network("Ours", "@Formula(\"fc * sigmoid(2 * fc)\")", "@SoftmaxOutput", type);
    ModelBatch models =
        ModelBatch.compile(
            Map.of(
                "models.Swish", file(of(SWISH, type)),
                "models.MySoftmax", file(of(SOFTMAX, type)),
                "models.Mine", network("Mine", "@Swish(beta = 2)", "@MySoftmax", type),
                "models.Ours", ours));
    double tolerance = type.equals("double") ? 1e-12 : 1e-6;
    for (int threads : new int[] {1, 3}) {
      try (Device device = Device.cpu(threads);
          BoundModel a = BoundModel.bind(models.graph("models.Mine"), device, OptionalInt.of(6));
          BoundModel b = BoundModel.bind(models.graph("models.Ours"), device, OptionalInt.of(6))) {
        FormulaWeights.set(a.graph());
        FormulaWeights.set(b.graph());
        for (int rows : new int[] {6, 2, 6}) {
          compare(a, b, rows, tolerance);
        }
      }
    }
  }

  /// With fewer rows than the graph has, too.
  private static void compare(BoundModel mine, BoundModel ours, int rows, double tolerance) {
    double[] labels = new double[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i % 3;
    }
    Map<String, double[]> feeds =
        Map.of(
            "data", new Random(rows).doubles(4L * rows, -1, 1).toArray(), "softmax_label", labels);
    same(ours.forward(feeds), mine.forward(feeds), tolerance);
    mine.backward(Map.of());
    ours.backward(Map.of());
    same(ours.gradients(), mine.gradients(), tolerance);
    same(ours.infer(feeds), mine.infer(feeds), tolerance);
  }

  private static void same(
      Map<String, double[]> expected, Map<String, double[]> actual, double tolerance) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), tolerance, name));
  }

  private static final String HALVE =
      """
      @Operator("n c h w -> n c (h/2) (2*w+1)")
      @interface Halve {
        int shift() default 0;
        boolean up() default true;
        String name() default "half";
        final class Kernel {
          static void forward(FloatView x, FloatView y, int shift, boolean up, String name) {
            y.fill(shift + (up ? 1 : 0) + name.length());
          }
        }
      }
      """;

  private static ModelCompilation model(String operator, String nodes) {
    return ModelCompilation.ofFile(
        """
        package models;
        import io.nacre.annotations.*;
        import io.nacre.runtime.kernel.*;
        %s
        @Model interface M {
          %s
        }
        """
            .formatted(operator, nodes));
  }

  @Test
  void computedSizesAndAttributes() {
    String source =
        """
        package models;
        import io.nacre.annotations.*;
        @Model public interface M {
          @Input({3, 8, 5}) Symbol data();
          @Halve(shift = -3, up = false, name = "a\\"b") Symbol y(Symbol data);
        }
        """;
    Class<?> graph =
        ModelBatch.compile(Map.of("models.M", source, "models.Halve", file(HALVE)))
            .graph("models.M");
    try (Device device = Device.cpu(1);
        BoundModel model = BoundModel.bind(graph, device, OptionalInt.of(2))) {
      assertEquals("N x 3 x 4 x 11", model.graph().spec().heads().getFirst().shape().toString());
      double[] y = model.infer(Map.of("data", new double[2 * 3 * 8 * 5])).get("y_output");
      assertEquals(2 * 3 * 4 * 11, y.length);
      assertEquals(0, y[0]);
    }
  }

  /// A weight's shape follows from the signature, and so does an input's.
  @Test
  void shapesAreInferredBothWays() {
    model(
            """
            @Operator("a: n k, w: k m -> n m")
            @interface Product {
              final class Kernel {
                static void forward(FloatView a, FloatView w, FloatView y) { }
                static void backwardA(
                    FloatView a, FloatView w, FloatView y, FloatView dy, FloatView da) { }
                static void backwardW(
                    FloatView a, FloatView w, FloatView y, FloatView dy, FloatView dw) { }
              }
            }
            """,
            """
            @Input(7) Symbol data();
            @Parameter Symbol w();
            @Product Symbol y(Symbol data, Symbol w);
            @Parameter({1, 3}) Symbol like();
            @BroadcastPlus Symbol z(Symbol y, Symbol like);
            @Variable({2, 3}) Symbol fixed();
            @Output @Dot(transposeB = true) Symbol d(Symbol y, Symbol fixed);
            @Output @Identity Symbol z2(Symbol z);
            """)
        .using("int[] shape = {net.parameters().w().value().shape().dim(0)};")
        .succeeds();
  }

  @Test
  void usesAreChecked() {
    model(
            HALVE,
            """
            @Input({3, 7, 5}) Symbol odd();
            @Input(9) Symbol flat();
            @Output @Halve Symbol a(Symbol ‸odd);
            @Output @Halve Symbol b(Symbol ‸flat);
            """)
        .reports(
            problem(
                SHAPE_MISMATCH,
                "a: @Halve has the size (h/2); with h = 7 it is none: 7 / 2 is no whole number"),
            problem(WRONG_RANK, "b: flat is N x 9, but @Halve takes n c h w, which has 4 axes"));
    model(
            of(SOFTMAX, "float"),
            """
            @Input(9) Symbol data();
            @Label({2}) Symbol label();
            @MySoftmax Symbol y(Symbol data, Symbol ‸label);
            """)
        .reports(WRONG_RANK, "y: label is N x 2, but @MySoftmax takes n, which has 1 axis");
  }

  /// What is said about Nacre's `@Conv` is not said about another.
  @Test
  void mayHaveTheNameOfALayer() {
    ModelCompilation compilation =
        ModelCompilation.ofFile(
            """
            package models;
            import io.nacre.annotations.Input;
            import io.nacre.annotations.Model;
            import io.nacre.annotations.Operator;
            import io.nacre.annotations.Symbol;
            import io.nacre.runtime.kernel.FloatView;
            @Model interface M {
              @Input({8, 8, 3}) Symbol data();
              @Conv Symbol conv(Symbol data);
            }
            @Operator("n h w c -> n h w c")
            @interface Conv {
              final class Kernel {
                static void forward(FloatView x, FloatView y) { }
              }
            }
            """);
    compilation.succeeds();
    assertEquals(
        List.of(),
        compilation.compilation().generatedFiles().stream()
            .filter(file -> file.getName().endsWith("-symbol.json"))
            .toList());
  }

  @Test
  void standsInABlock() {
    model(HALVE, "@Input({3, 8, 5}) Symbol data(); @Up(shift = 2) Symbol y(Symbol data);")
        .with(
            "Up",
            """
            @Block @interface Up {
              @Sets("half") int shift();
              interface Body extends BlockBody {
                @Halve(shift = PARAM) Symbol half(Symbol data);
              }
            }
            """)
        .succeeds();
  }

  /// Only a model that trains through it needs a gradient.
  @Test
  void gradientsAreDemandedWhereTheyAreUsed() {
    model(HALVE, "@Input({3, 8, 5}) Symbol data(); @Halve Symbol y(Symbol data);").succeeds();
    model(
            HALVE,
            """
            @Input({3, 8, 5}) Symbol data();
            @Conv(filters = 2, kernel = 1) Symbol conv(Symbol data);
            @Halve Symbol ‸y(Symbol conv);
            """)
        .reports(
            BAD_OPERATOR,
            "y: conv_weight is trained through it, and the Kernel of @Halve has no backward",
            "@BlockGrad");
  }

  @Test
  void typesAreDemandedWhereTheyAreUsed() {
    model(
            of(SWISH, "float"),
            """
            @Input(value = 4, dtype = DataType.FLOAT64) Symbol data();
            @Swish Symbol ‸y(Symbol data);
            """)
        .reports(
            BAD_OPERATOR,
            "y: the Kernel of @Swish has no backward and no forward for float64",
            "DoubleView");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n k|has its end where -> should stand",
        "n k ->|has its end where axes should stand",
        "-> n|has -> where axes should stand",
        "n k, k -> n|has several inputs, and that of n k has no name",
        "a: n, a: n -> n|has two inputs called a",
        "n -> m|uses the size m, which no input has",
        "n (h/2) -> n h|uses the size h, which no input has as an axis of its own",
        "n h -> n (h/)|has ) in a computed size",
        "n h -> n (h/2|has its end in a computed size",
        "n 0 -> n|has an axis of size 0",
        "n -> n, n|has , after the output",
        "n ; -> n|has ; where -> should stand",
      })
  void signaturesAreRead(String text) {
    String[] parts = text.split("\\|");
    model(
            """
            @Operator(‸"%s") @interface Bad {
              final class Kernel { static void forward(FloatView x, FloatView y) { } }
            }
            """
                .formatted(parts[0]),
            "@Input(3) Symbol data(); @Bad Symbol y(Symbol data);")
        .reports(BAD_OPERATOR, "@Bad: \"" + parts[0] + "\" " + parts[1]);
  }

  @Test
  void kernelsAreRead() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put(
        "@Operator(\"n -> n\") @‸interface Bad { }", "it has no class Kernel that computes it");
    cases.put(
        "@Operator(\"n -> n\") @interface Bad { final ‸class Kernel { } }",
        "write static void forward(FloatView data, FloatView y)");
    cases.put(
        "@Operator(\"n -> n\") @interface Bad { int a() default 1;"
            + "final class Kernel { static void ‸forward(FloatView x, FloatView y) { } } }",
        "write static void forward(FloatView data, FloatView y, int a)");
    cases.put(
        "@Operator(\"n -> n\") @interface Bad {"
            + "final class Kernel { void ‸forward(FloatView x, FloatView y) { } } }",
        "generated classes cannot call forward");
    cases.put(
        "@Operator(\"n -> n\") @interface Bad { int[] ‸a() default {};"
            + "final class Kernel { static void forward(FloatView x, FloatView y) { } } }",
        "its attribute a is of type int[]");
    cases.put(
        "@Operator(\"n -> n\") @interface Bad { final class Kernel {"
            + "static void forward(FloatView x, FloatView y) { }"
            + "static void ‸backwards(FloatView x, FloatView y) { } } }",
        "backwards is the gradient of no input");
    cases.forEach(
        (operator, message) ->
            model(operator, "@Input(3) Symbol data(); @Bad Symbol y(Symbol data);")
                .reports(BAD_OPERATOR, "@Bad: ", message));
  }
}
