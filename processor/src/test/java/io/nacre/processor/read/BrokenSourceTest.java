package io.nacre.processor.read;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// Of what the compiler reports itself, Nacre says nothing.
class BrokenSourceTest {
  @Test
  void unknownAnnotation() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input({1, 8, 8}) Symbol data();
              @Conw(filters = 2, kernel = 3) Symbol conv1(Symbol data);
              @Tanh Symbol tanh1(Symbol conv1);
            }
            """)
        .leavesErrorsToTheCompiler("class Conw");
  }

  @Test
  void missingImports() {
    ModelCompilation.ofFile(
            """
            import io.nacre.annotations.Model;
            @Model interface M {
              @Input({1, 8, 8}) Symbol data();
              @Tanh Symbol tanh1(Symbol data);
            }
            """)
        .leavesErrorsToTheCompiler(
            "class Input", "class Tanh", "class Symbol", "class Symbol", "class Symbol");
  }

  @Test
  void unknownConstant() {
    ModelCompilation.of(
            """
            @Model(batch = SIZE) interface M {
              @Input({1, 8, 8}) Symbol data();
              @FullyConnected(units = UNITS) Symbol fc1(Symbol data);
            }
            """)
        .leavesErrorsToTheCompiler("variable SIZE", "variable UNITS");
  }

  @Test
  void unknownTypes() {
    ModelCompilation.of(
            """
            @Model interface M extends Missing {
              @Input({1, 8, 8}) Symbol data();
              @Tanh Tensor tanh1(@Frm("data") Symbol x);
              @Tanh Symbol tanh2(Tanh1 tanh1);
            }
            """)
        .leavesErrorsToTheCompiler("class Missing", "class Tensor", "class Frm", "class Tanh1");
  }
}
