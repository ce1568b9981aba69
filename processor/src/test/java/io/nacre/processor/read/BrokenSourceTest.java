package io.nacre.processor.read;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void unknownImport() {
    ModelCompilation.ofFile(
            """
            package models;
            import io.nacre.annotations.*;
            import com.missing.Sizes;
            @Model interface M {
              @Input(Sizes.SIDE) Symbol data();
              @Tanh Symbol out(Symbol data);
            }
            """)
        .leavesErrorsToTheCompiler("package com.missing", "variable Sizes");
  }

  @Test
  void unknownAttributeOfTheModel() {
    ModelCompilation.of(
            """
            @Model(bach = 5) interface M {
              @Input(3) Symbol data();
              @Tanh Symbol out(Symbol data);
            }
            """)
        .leavesErrorsToTheCompiler("method bach()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class List     | @Tanh Symbol out(List<Symbol> data);
          variable NAME  | @Tanh Symbol out(@From(NAME) Symbol data);
          variable SIZE  | @Conv(filters = 3, kernel = {3, SIZE}) Symbol out(Symbol data);
          class Missing  | @Tanh Symbol out(Symbol data); default Missing help() { return null; }
          cannot have body | @Tanh Symbol out(Symbol data) { return data; }
          """)
  void unknownName(String fragment, String node) {
    nodes(node).leavesErrorsToTheCompiler(fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing a default value | @FullyConnected Symbol out(Symbol data);
          cannot be converted     | @FullyConnected(units = "ten") Symbol out(Symbol data);
          cannot be converted     | @Conv(filters = 3, kernel = {3, "5"}) Symbol out(Symbol data);
          not of an allowable     | @FullyConnected(units = {3, 4}) Symbol out(Symbol data);
          constant expression     | @FullyConnected(units = SIDE) Symbol out(Symbol data);
          constant expression     | @Tanh Symbol out(@From(null) Symbol data);
          cannot be converted     | @Tanh Symbol out(@From(3) Symbol data);
          an enum constant        | @Activation(ActivationType.TAHN) Symbol out(Symbol data);
          duplicate element       | @FullyConnected(units = 3, units = 4) Symbol out(Symbol data);
          not a repeatable        | @Tanh @Tanh Symbol out(Symbol data);
          not applicable          | @Tanh Symbol out(@Tanh Symbol data);
          does not take parameters | @Tanh Symbol<String> out(Symbol data);
          already defined         | @Tanh Symbol out(Symbol data); @Tanh Symbol out(Symbol data);
          already defined         | @Plus Symbol out(Symbol data, Symbol data);
          """)
  void brokenAnnotationOrMethod(String fragment, String node) {
    nodes(node).stopsTheCompiler(fragment);
  }

  @Test
  void misspeltAttribute() {
    nodes("@FullyConnected(unit = 3) Symbol out(Symbol data);")
        .stopsTheCompiler("missing a default value for the element 'units'", "method unit()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          or '[' expected               | @Tanh Symbol out(Symbol da
          <identifier> expected         | @Tanh Symbol out(Sym);
          illegal start of expression   | @FullyConnected(units = ) Symbol out(Symbol data);
          illegal start of expression   | @Conv(filters = 3, kernel = {3, ) Symbol out(Symbol data);
          illegal start of type         | @Tanh
          '''{'' or '';'' expected'    | @Tanh Symbol out(Symbol data)
          """)
  void halfTyped(String fragment, String node) {
    nodes(node).stopsTheCompiler(fragment);
  }

  @Test
  void missingBrace() {
    ModelCompilation.of("@Model interface M { @Input(3) Symbol data();")
        .stopsTheCompiler("reached end of file");
  }

  @Test
  void syntaxErrorInAnotherType() {
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @FullyConnected(units = 0) Symbol out(Symbol data);
            }
            class Other { int sum(int a { return a; } }
            """)
        .stopsTheCompiler("expected");
  }

  private static ModelCompilation nodes(String nodes) {
    return ModelCompilation.of(
        """
        @Model interface M {
          int SIDE = Integer.parseInt("8");
          @Input({1, 8, 8}) Symbol data();
          %s
        }
        """
            .formatted(nodes));
  }
}
