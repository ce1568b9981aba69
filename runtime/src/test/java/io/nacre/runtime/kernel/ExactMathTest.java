package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Functions of doubles at awkward places and random ones, against `math.txt`, whose results are
/// exact but for rounding.
class ExactMathTest {
  private static final Map<String, DoubleBinaryOperator> OF_TWO =
      Map.of("pow", DoublePowerMath::pow, "hypot", DoublePowerMath::hypot);

  /// The largest error in ulp, where it is more than 2.
  private static final Map<String, Integer> ULPS =
      Map.of(
          "arcsinh",
          3,
          "arccosh",
          3,
          "arctanh",
          3,
          "gamma",
          6,
          "trigamma",
          5,
          "erfinv",
          4,
          "digamma",
          8);

  /// Functions with zeros at which only the absolute error is small.
  private static final List<String> ABSOLUTE = List.of("gammaln", "digamma");

  @TestFactory
  Stream<DynamicTest> functions() {
    return rows().collect(Collectors.groupingBy(row -> row.getFirst())).entrySet().stream()
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function.getKey(), () -> function.getValue().forEach(ExactMathTest::check)));
  }

  @Test
  void logarithmsOfWholePowersAreWhole() {
    for (int n = -1074; n < 1024; n++) {
      assertEquals(n, DoubleMath.log2(Math.scalb(1.0, n)));
    }
    for (int n = 0; n < 23; n++) {
      assertEquals(n, DoubleMath.log10(Double.parseDouble("1e" + n)));
    }
  }

  @Test
  void powersThatAreNumbersAreExact() {
    for (int x = -99; x < 100; x++) {
      double power = 1;
      for (int y = 0; y < 8; y++, power *= x) {
        assertEquals(power, DoublePowerMath.pow(x, y), x + "^" + y);
        assertEquals(Math.abs(x), DoublePowerMath.pow(x * x, 0.5));
      }
    }
  }

  private static Stream<List<String>> rows() {
    try (InputStream stream =
        ExactMathTest.class.getResourceAsStream("/io/nacre/runtime/math.txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(List<String> row) {
    String name = row.getFirst();
    double x = Double.parseDouble(row.get(1));
    double expected = Double.parseDouble(row.getLast());
    double actual =
        OF_TWO.containsKey(name)
            ? OF_TWO.get(name).applyAsDouble(x, Double.parseDouble(row.get(2)))
            : function(name).applyAsDouble(x);
    if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
      assertEquals(expected, actual, String.join(" ", row));
      return;
    }
    double ulp = Math.ulp(ABSOLUTE.contains(name) ? Math.max(Math.abs(expected), 1) : expected);
    double error = Math.abs(actual - expected) / ulp;
    assertTrue(
        error <= ULPS.getOrDefault(name, 2),
        () -> String.join(" ", row) + ": " + actual + " is off by " + error + " ulp");
  }

  private static DoubleUnaryOperator function(String name) {
    return DoubleMathTest.Function.valueOf(name.toUpperCase(java.util.Locale.ROOT)).scalar;
  }
}
