package io.nacre.processor.provider;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_LAYER_TYPE;
import static io.nacre.processor.problem.ProblemId.MISSING_PROVIDER;
import static io.nacre.processor.problem.ProblemId.PROVIDER_CLASH;
import static io.nacre.processor.problem.ProblemId.PROVIDER_FAILED;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;

import io.nacre.processor.ModelCompilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be wrong with layers of third parties, and who is told so where.
class ProvidedLayerTest {
  private static final String FRAGILE = "com.example.layers.FragileLayer";

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        "@Model interface M {\n  @Input(2) Symbol data();\n  %s\n}\n".formatted(nodes));
  }

  @Test
  void missing() {
    model("‸@com.example.layers.Lonely(units = 4) Symbol y(Symbol data);")
        .reports(
            MISSING_PROVIDER,
            "y: nothing on the annotation processor path says what com.example.layers.Lonely means",
            "put com.example:example-layers there, beside nacre-processor");
  }

  @Test
  void missingWithoutAnArtifact() {
    model("‸@Unknown Symbol y(Symbol data);")
        .with("Unknown", "@LayerType @interface Unknown { }")
        .reports(MISSING_PROVIDER, "models.Unknown", "put the jar that has its layer there");
  }

  /// Its simple name says nothing.
  @Test
  void missingWithTheNameOfALayer() {
    model("‸@Conv Symbol y(Symbol data);")
        .with("Conv", "@LayerType @interface Conv { }")
        .reports(MISSING_PROVIDER, "models.Conv");
  }

  @Test
  void twoOfThem() {
    model("‸@com.example.layers.Twice Symbol y(Symbol data);")
        .reports(
            PROVIDER_CLASH,
            "y: 2 layers claim to be com.example.layers.Twice",
            "com.example.layers.SecondTwiceLayer",
            "com.example.layers.TwiceLayer",
            "keep one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arguments|failed in arguments|UnsupportedOperationException: no arguments today",
        "outputs|failed in outputs|UnsupportedOperationException: no outputs today",
        "isLoss|failed in isLoss|at com.example.layers.FragileLayer.isLoss(",
        "error|failed in blocksGradient|java.lang.Error: not even an exception",
        "infer|failed in infer|at com.example.layers.FragileLayer.infer(",
        "overflow|failed in infer|java.lang.StackOverflowError",
        "unknown attribute|failed in infer|@Fragile has no attribute units",
        "expand|failed in expansion|UnsupportedOperationException: no expand today",
        "primitive|failed in expansion|IllegalArgumentException: ADD of N x 2 and 2N",
        "state|failed in expansion|the state state is 2, not N x 2",
        "null|failed in expansion|java.lang.NullPointerException",
        "argument twice|has a wrong arguments|data is there twice",
        "no name|has a wrong outputs|has no name",
        "no outputs|has a wrong outputs|there are none",
        "shape|has a wrong expansion|value 0 is 2N, but infer said N x 2",
        "count|has a wrong expansion|it makes 0 values, but outputs() lists 1",
      })
  void failing(String where, String what, String why) {
    model("‸@com.example.layers.Fragile(\"%s\") Symbol y(Symbol data);".formatted(where))
        .reports(
            PROVIDER_FAILED,
            "y: " + FRAGILE + ", which provides @Fragile, " + what,
            why,
            "the layer is at fault and not the model");
  }

  /// What else is wrong is told as well, but nothing of what depends on the node.
  @Test
  void failingDoesNotHideOtherMistakes() {
    model(
            """
            ‸@com.example.layers.Fragile("infer") Symbol y(Symbol data);
              @FullyConnected(units = ‸0) Symbol fc(Symbol data);
              @Plus Symbol z(Symbol y, Symbol fc);""")
        .using("net.forward(null).z(); net.parameters().fc_weight();")
        .reports(problem(PROVIDER_FAILED, "infer"), problem(BAD_ATTRIBUTE, "units = 0"));
  }

  /// Only the values of the use make it fail.
  @ParameterizedTest
  @CsvSource({"arguments", "infer", "expand"})
  void failingInABlock(String where) {
    model("‸@Wrapped(mode = \"%s\") Symbol y(Symbol data);".formatted(where))
        .with(
            "Wrapped",
            """
            @Block @interface Wrapped {
              @Sets("inner.value") String mode();
              interface Body extends BlockBody {
                @com.example.layers.Fragile("") Symbol inner(Symbol data);
              }
            }
            """)
        .reports(PROVIDER_FAILED, FRAGILE, "no " + where + " today", "where y is @Wrapped(mode =");
  }

  /// Advice that fails leaves the message as it is.
  @Test
  void failingAdvice() {
    model(
            """
            @com.example.layers.Fragile("") Symbol y(Symbol data);
              @Input(3) Symbol other();
              @Plus Symbol z(Symbol y, Symbol ‸other);""")
        .reports(SHAPE_MISMATCH, "y is N x 2");
  }

  /// A layer's arguments are checked like those of any other.
  @Test
  void argumentsAreChecked() {
    model("@com.example.layers.Fragile(\"\") Symbol ‸y();")
        .reports(WRONG_ARGUMENTS, "@Fragile takes (data)");
  }

  private static final String DEFAULTS =
      "[7, 0.5, true, a, SMALL, java.lang.String, [1, 2], [], [true, false], [b], "
          + "[LARGE, SMALL], [int, java.lang.String]]";

  private static final String WRITTEN =
      "[-1, 3.0, false, c, LARGE, java.lang.Object, [3, 4], [1.0, 0.25], [true], [d, e], "
          + "[SMALL], [long]], text is written";

  private static final String REPORT =
      """
      @Output ‸@com.example.layers.Report Symbol y(Symbol data);
        @Output @com.example.layers.Report(
            number = -1, factor = 3, flag = false, text = "c",
            kind = com.example.layers.Report.Kind.LARGE, type = Object.class,
            numbers = {3, ‸4}, factors = {1, 0.25}, flags = true, texts = {"d", "e"},
            kinds = com.example.layers.Report.Kind.SMALL, types = long.class)
        Symbol z(Symbol data);""";

  /// By the class file of the annotation.
  @Test
  void attributesOfEachType() {
    model(REPORT)
        .reports(
            problem(BAD_ATTRIBUTE, "y: @Report reads " + DEFAULTS),
            problem(BAD_ATTRIBUTE, "z: @Report reads " + WRITTEN));
  }

  @Test
  void attributesOfAnAnnotationInSource() throws IOException {
    model(REPORT)
        .withFile(
            "com.example.layers.Report",
            Files.readString(Path.of("src/test/java/com/example/layers/Report.java")))
        .reports(
            problem(BAD_ATTRIBUTE, "y: @Report reads " + DEFAULTS),
            problem(BAD_ATTRIBUTE, "z: @Report reads " + WRITTEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@LayerType @interface Bad { long ‸units() default 1; }"
            + "|its attribute units is of type long,",
        "@LayerType @interface Bad { float[] ‸units() default 1; }"
            + "|its attribute units is of type float[]",
        "@LayerType @interface Bad { Model ‸model() default @Model; }"
            + "|its attribute model is of type Model",
        "@LayerType ‸@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.SOURCE)"
            + " @interface Bad { }|class files lose its uses",
        "@LayerType @Block @‸interface Bad { }|it is @Block as well",
      })
  void badTypes(String declaration, String fact) {
    ModelCompilation.of(
            "@Model interface M { @Input(2) Symbol data(); @Bad Symbol y(Symbol data); }\n"
                + declaration)
        .reports(BAD_LAYER_TYPE, "@Bad: " + fact);
  }
}
