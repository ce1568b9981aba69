package io.nacre.processor.read;

import static io.nacre.processor.problem.ProblemId.BAD_BLOCK;
import static io.nacre.processor.problem.ProblemId.BAD_NODE;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What an annotation type must be to be a block. Each has a use as well, about which nothing is said.
class BlockReaderTest {
  @Test
  void noBody() {
    block("@Block @‸interface B {}")
        .reports(
            BAD_BLOCK,
            "B has no body that says what it is made of",
            "interface Body extends BlockBody");
  }

  @Test
  void bodyThatIsNone() {
    block("@Block @interface B { ‸interface Body { @Relu Symbol relu(Symbol data); } }")
        .reports(
            BAD_BLOCK,
            "B has no body: Body does not extend BlockBody",
            "write interface Body extends BlockBody");
  }

  @Test
  void twoBodies() {
    block(
            """
            @Block @interface B {
              interface Body extends BlockBody { @Relu Symbol relu(Symbol data); }
              ‸interface Other extends BlockBody { @Tanh Symbol tanh(Symbol data); }
            }
            """)
        .reports(BAD_BLOCK, "B has two bodies, Body and Other", "make a second block");
  }

  @Test
  void emptyBody() {
    block("@Block @interface B { ‸interface Body extends BlockBody {} }")
        .reports(BAD_BLOCK, "the body of B has no nodes", "@Relu Symbol relu(Symbol data);");
  }

  @Test
  void inputInTheBody() {
    block(
            """
            @Block @interface B {
              interface Body extends BlockBody {
                ‸@Input(3) Symbol data();
                @Relu Symbol relu(Symbol data);
              }
            }
            """)
        .reports(
            BAD_BLOCK,
            "data: a block takes its inputs from where it is used",
            "remove it: the edges named data make it an input");
  }

  @Test
  void usesThatClassFilesLose() {
    block(
            """
            ‸@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.SOURCE)
            @Block @interface B {
              interface Body extends BlockBody { @Relu Symbol relu(Symbol data); }
            }
            """)
        .reports(BAD_BLOCK, "class files lose a use of B", "@Retention(RetentionPolicy.CLASS)");
  }

  @Test
  void wrongNode() {
    block(
            """
            @Block @interface B {
              interface Body extends BlockBody {
                @Relu Symbol relu(Symbol data);
                Symbol ‸tanh(Symbol relu);
              }
            }
            """)
        .reports(BAD_NODE, "tanh: no annotation says what it computes");
  }

  @Test
  void anyNameAndKindOfBody() {
    block(
            """
            @Block @interface B {
              int USES = 1;
              enum Mode { A }
              interface Nodes extends BlockBody {
                @Relu Symbol relu(Symbol data);
                default int helper() { return 3; }
              }
            }
            """)
        .succeeds();
  }

  @Test
  void bodyThatExtendsAnother() {
    block(
            """
            @Block @interface A {
              interface Body extends BlockBody {
                @Relu Symbol relu(Symbol data);
                @Tanh Symbol tanh(Symbol relu);
              }
            }
            @Block @interface B {
              interface Body extends A.Body {
                @Sigmoid Symbol tanh(Symbol relu);
              }
            }
            """)
        .using("net.infer(null).out();")
        .succeeds();
  }

  private static ModelCompilation block(String block) {
    return ModelCompilation.of(
        block
            + """
            @Model interface M {
              @Input({3, 8, 8}) Symbol image();
              @B Symbol b(Symbol image);
              @FullyConnected(units = 2) Symbol out(Symbol b);
            }
            """);
  }
}
