package io.nacre.processor.resolve;

import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

class WrongArgumentsTest {
  @Test
  void tooMany() {
    model("@Tanh Symbol out(Symbol a, Symbol ‸b);")
        .reports(
            WRONG_ARGUMENTS,
            "out: @Tanh takes (data), which leaves nothing for b",
            "remove the parameter b");
  }

  /// What takes a node with a mistake is not asked whether it fits.
  @Test
  void isTheOnlyProblem() {
    model("@Tanh Symbol t(Symbol a, Symbol ‸b); @Conv(filters = 2, kernel = 3) Symbol out(Symbol t);")
        .reports(WRONG_ARGUMENTS, "t: @Tanh takes (data), which leaves nothing for b");
    model("@Tanh Symbol ‸t(); @Concat Symbol c(Symbol t, Symbol a);")
        .reports(WRONG_ARGUMENTS, "t: @Tanh takes (data), but data is not given");
    model("@Concat Symbol c(@As(‸\"gamma\") Symbol a, Symbol b);")
        .reports(WRONG_ARGUMENTS, "c: @Concat has no argument gamma", "it takes (arg0, arg1)");
    model(
            """
            @Parameter Symbol w();
            @Tanh Symbol t(Symbol a, @As(‸"weight") Symbol w);
            """)
        .reports(WRONG_ARGUMENTS, "t: @Tanh has no argument weight");
    model("@AvgPool(global = true) Symbol ‸c();")
        .reports(WRONG_ARGUMENTS, "c: @AvgPool takes (data), but data is not given");
  }

  @Test
  void outputOfANodeThatAnotherTakesToo() {
    model(
            """
            @Tanh Symbol t(Symbol a);
            @Plus Symbol out(Symbol t, @From(value = "t", output = ‸1) Symbol again);
            """)
        .reports(WRONG_ARGUMENTS, "out: takes output 1 of t, which has 1 output", "leave output out");
  }

  @Test
  void edgeOfAVariable() {
    model("@Input(3) Symbol c(Symbol ‸a); @Plus Symbol out(Symbol b, Symbol c);")
        .reports(WRONG_ARGUMENTS, "c: @Input takes no edge, but a is one");
  }

  @Test
  void missing() {
    model("@Plus Symbol ‸out(Symbol a);")
        .reports(
            WRONG_ARGUMENTS,
            "out: @Plus takes (lhs, rhs), but rhs is not given",
            "named after the node that is its rhs: out(Symbol a, Symbol ...)");
  }

  @Test
  void allMissing() {
    model("@Plus Symbol ‸out();")
        .reports(
            WRONG_ARGUMENTS,
            "out: @Plus takes (lhs, rhs), but lhs and rhs are not given",
            "out(Symbol ...)");
  }

  @Test
  void noSuchArgument() {
    model("@FullyConnected(units = 3) Symbol out(Symbol a, @As(‸\"wieght\") Symbol b);")
        .reports(
            WRONG_ARGUMENTS, "out: @FullyConnected has no argument wieght", "did you mean weight?");
  }

  @Test
  void biasOfALayerWithout() {
    model("@FullyConnected(units = 3, noBias = true) Symbol out(Symbol a, ‸@Bias Symbol b);")
        .reports(
            WRONG_ARGUMENTS,
            "out: @FullyConnected has no argument bias",
            "it takes (data, weight)");
  }

  @Test
  void sameArgumentTwice() {
    model("@Plus Symbol out(@As(\"lhs\") Symbol a, @As(‸\"lhs\") Symbol b);")
        .reports(
            WRONG_ARGUMENTS,
            "out: b is a second edge for the argument lhs",
            "let it name another argument: (lhs, rhs)");
  }

  @Test
  void twoArgumentsAtOnce() {
    model("@FullyConnected(units = 3) Symbol out(Symbol a, @Weight ‸@Bias Symbol b);")
        .reports(WRONG_ARGUMENTS, "out: b is given as weight and as bias", "@From(\"b\")");
  }

  @Test
  void noSuchOutput() {
    model("@Plus Symbol out(Symbol a, @From(value = \"b\", output = ‸1) Symbol x);")
        .reports(
            WRONG_ARGUMENTS, "out: takes output 1 of b, which has 1 output", "leave output out");
  }

  private static ModelCompilation model(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          @Input(3) Symbol a();
          @Input(3) Symbol b();
          %s
        }
        """
            .formatted(nodes));
  }
}
