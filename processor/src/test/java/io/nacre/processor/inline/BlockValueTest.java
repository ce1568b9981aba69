package io.nacre.processor.inline;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_BLOCK;
import static io.nacre.processor.problem.ProblemId.BIAS_BEFORE_NORM;
import static io.nacre.processor.problem.ProblemId.CYCLE;
import static io.nacre.processor.problem.ProblemId.RECURSION;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNKNOWN_EDGE;
import static io.nacre.processor.problem.ProblemId.UNUSED_NODE;
import static io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// A block by itself: its value, its edges, and what is wrong whatever its use. Uses say nothing of it.
class BlockValueTest {
  @Test
  void twoSinks() {
    body(
            """
            @Relu Symbol relu(Symbol data);
            @Tanh Symbol ‸tanh(Symbol data);
            """)
        .reports(
            BAD_BLOCK,
            "tanh: it may be the value of B, but so may relu: no node takes either",
            "mark the value by @Output, or several values; or did you forget the edge from relu to"
                + " tanh?");
  }

  @Test
  void misspeltEdgeMakesAnInput() {
    body(
            """
            @Relu Symbol relu(Symbol data);
            @Tanh Symbol ‸tanh(Symbol relv);
            """)
        .reports(BAD_BLOCK, "tanh: it may be the value of B", "or did tanh mean relu by relv?");
  }

  @Test
  void noValue() {
    body("@Parameter({3}) Symbol w();", "@Block @‸interface")
        .reports(BAD_BLOCK, "B has no value: it has no layer that no other takes");
  }

  @Test
  void ring() {
    body(
            """
            @Relu Symbol relu(Symbol ‸tanh);
            @Tanh Symbol tanh(Symbol relu);
            """)
        .reports(CYCLE, "relu: it depends on itself: relu -> tanh -> relu");
  }

  @Test
  void markedValues() {
    ModelCompilation.of(
            """
            @Block @interface B {
              interface Body extends BlockBody {
                @Output @Relu Symbol relu(Symbol data);
                @Output @Tanh Symbol tanh(Symbol relu);
              }
            }
            @Model interface M {
              @Input(8) Symbol data();
              @B Symbol b(Symbol data);
              @Plus Symbol sum(Symbol b, @From(value = "b", output = 1) Symbol second);
            }
            """)
        .succeeds();
  }

  @Test
  void nodeThatNoValueNeeds() {
    body(
            """
            @Output @Relu Symbol relu(Symbol data);
            @Tanh Symbol ‸tanh(Symbol relu);
            """)
        .reports(UNUSED_NODE, "tanh: no node takes it and it is no head");
  }

  @Test
  void wrongEdges() {
    body(
            """
            @Relu Symbol relu(Symbol data, Symbol ‸x);
            @Tanh Symbol tanh(@From(‸"relu.y") Symbol y, @From(value = ‸"x", output = 1) Symbol z);
            @Plus Symbol sum(Symbol tanh, @From(value = "relu", output = ‸2) Symbol r);
            """)
        .reports(
            problem(WRONG_ARGUMENTS, "relu: @Relu takes (data), which leaves nothing for x"),
            problem(UNKNOWN_EDGE, "tanh: no node is named relu.y", "there are data, x, relu"),
            problem(WRONG_ARGUMENTS, "which leaves nothing for z"),
            problem(WRONG_ARGUMENTS, "sum: takes output 2 of relu, which has 1 output"));
  }

  @Test
  void wrongNumberThatIsWritten() {
    body("@Conv(filters = ‸0, kernel = 3) Symbol conv(Symbol data);")
        .reports(BAD_ATTRIBUTE, "conv: filters = 0 is not positive");
  }

  @Test
  void shapesThatNeverFit() {
    body(
            """
            @FullyConnected(units = 3) Symbol a(Symbol data);
            @FullyConnected(units = 4) Symbol b(Symbol data);
            @Plus Symbol sum(Symbol a, Symbol ‸b);
            """)
        .reports(SHAPE_MISMATCH, "sum: a is ? x 3, but b is ? x 4: axis 1 differs");
  }

  @Test
  void warnedOnceAndNotAtItsUses() {
    ModelCompilation.of(
            """
            @Block @interface B {
              @Sets("conv") int filters();
              interface Body extends BlockBody {
                @Conv(filters = PARAM, kernel = 3) Symbol ‸conv(Symbol data);
                @BatchNorm Symbol bn(Symbol conv);
              }
            }
            @Model interface M {
              @Input({3, 8, 8}) Symbol image();
              @Repeat(2) @B(filters = 4) Symbol b(Symbol image);
              @B(filters = 5) Symbol c(Symbol b);
            }
            """)
        .reports(BIAS_BEFORE_NORM, "conv: its bias does nothing, because bn subtracts the mean");
  }

  @Test
  void notWarnedOfWhatAUseMaySet() {
    ModelCompilation.of(
            """
            @Block @interface B {
              @Sets("conv") boolean noBias() default false;
              interface Body extends BlockBody {
                @Conv(filters = 4, kernel = 3) Symbol conv(Symbol data);
                @BatchNorm Symbol bn(Symbol conv);
              }
            }
            @Model interface M {
              @Input({3, 8, 8}) Symbol image();
              @B(noBias = true) Symbol b(Symbol image);
              @B Symbol c(Symbol b);
            }
            """)
        .succeeds();
  }

  @Test
  void dropoutAsAValueIsNotTheLastOfANetwork() {
    body("@Relu Symbol relu(Symbol data); @Dropout Symbol drop(Symbol relu);").succeeds();
  }

  @Test
  void holdsItself() {
    body("‸@B Symbol b(Symbol data);")
        .reports(RECURSION, "b: B holds itself: B -> B", "use @Repeat");
  }

  @Test
  void holdsItselfThroughAnother() {
    ModelCompilation.of(
            """
            @Block @interface C {
              interface Body extends BlockBody { @B Symbol b(Symbol data); }
            }
            @Block @interface B {
              interface Body extends BlockBody { ‸@C Symbol c(Symbol data); }
            }
            @Block @interface A {
              interface Body extends BlockBody { @C Symbol c(Symbol data); }
            }
            @Model interface M {
              @Input({3, 8, 8}) Symbol image();
              @A Symbol a(Symbol image);
              @FullyConnected(units = 3) Symbol fc(Symbol a);
            }
            """)
        .reports(RECURSION, "B holds itself: B -> C -> B", "where c is @C", "and c.b is @B");
  }

  private static ModelCompilation body(String nodes) {
    return body(nodes, "@Block @interface");
  }

  private static ModelCompilation body(String nodes, String declaration) {
    return ModelCompilation.of(
        """
        %s B {
          interface Body extends BlockBody {
        %s
          }
        }
        @Model interface M {
          @Input({3, 8, 8}) Symbol image();
          @B Symbol b(Symbol image);
          @FullyConnected(units = 3) Symbol fc(Symbol b);
        }
        """
            .formatted(declaration, nodes));
  }
}
