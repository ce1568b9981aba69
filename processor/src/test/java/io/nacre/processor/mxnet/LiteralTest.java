package io.nacre.processor.mxnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Python's literals, both ways.
class LiteralTest {

  /// What Python's `repr` gives.
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-2.5, -2.5",
    "0.1, 0.1",
    "0.001, 0.001",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "-0.000015, -1.5e-05",
    "123456, 123456.0",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1.25e22, 1.25e+22",
    "1e100, 1e+100",
    "NaN, nan",
    "-Infinity, -inf"
  })
  void numbersAreWrittenAsPythonDoes(double number, String expected) {
    assertEquals(expected, Literal.of(number));
    assertEquals(number, Literal.number(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-5", " 0.00001", "1E-05", "+.1e-4", "10.e-6"})
  void numbersAreReadInAnySpelling(String text) {
    assertEquals(1e-5, Literal.number(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "1f", "0x10", "1e", "1,5", "--1", "None"})
  void noNumbers(String text) {
    assertEquals("a number", assertThrows(BadText.class, () -> Literal.number(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3.0", "3L", "99999999999", "(3,)", "0x3"})
  void noWholeNumbers(String text) {
    assertThrows(BadText.class, () -> Literal.integer(text));
  }

  @Test
  void flags() {
    assertEquals("True", Literal.of(true));
    assertEquals("False", Literal.of(false));
    assertEquals(true, Literal.flag("True"));
    assertEquals(true, Literal.flag("1"));
    assertEquals(false, Literal.flag("false"));
    assertEquals(false, Literal.flag("0"));
    assertThrows(BadText.class, () -> Literal.flag("2"));
    assertThrows(BadText.class, () -> Literal.flag("None"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(3, 5)", "[3, 5]", "(3L, 5L)", "3,5", "( 3 ,5, )"})
  void listsInAnySpelling(String text) {
    assertEquals(List.of(3, 5), Literal.integers(text));
  }

  @Test
  void listsOfOneAndNone() {
    assertEquals("(3,)", Literal.of(List.of(3)));
    assertEquals(List.of(3), Literal.integers("(3,)"));
    assertEquals(List.of(3), Literal.integers("3"));
    assertEquals("()", Literal.of(List.of()));
    assertEquals(List.of(), Literal.integers("()"));
    assertEquals("(3, -1)", Literal.of(List.of(3, -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(3, x)", "(3", "3)", "(3, , 5)", "(3.0, 5)", "None", ",", "(", "((3))"})
  void noLists(String text) {
    assertThrows(BadText.class, () -> Literal.integers(text));
  }

  @Test
  void listsAreNotEndless() {
    assertEquals(64, Literal.integers("1,".repeat(63) + "1").size());
    assertThrows(BadText.class, () -> Literal.integers("1,".repeat(64) + "1"));
    assertThrows(BadText.class, () -> Literal.integers("1,".repeat(1_000_000)));
  }
}
