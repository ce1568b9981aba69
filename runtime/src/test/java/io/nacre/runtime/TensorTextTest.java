package io.nacre.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The texts are NumPy 2's, for `str(array)`.
class TensorTextTest {
  @Test
  void columnsAreAligned() {
    assertText(
        "[[1.    2.5  ]\n [3.    0.125]]", Tensor.of(new float[] {1, 2.5f, 3, 0.125f}, 2, 2));
    assertText("[1. 2. 3.]", floats(1, 2, 3));
    assertText("[  0.1       -20.          3.1415927]", floats(0.1f, -20, 3.14159265f));
    assertText("[ 0.1         0.33333333 -5.        ]", doubles(0.1, 1 / 3.0, -5));
    assertText("[0. 0.]", doubles(0, 0));
    assertText("[ nan  1.5 -inf]", floats(Float.NaN, 1.5f, Float.NEGATIVE_INFINITY));
    assertText("7.5", Tensor.of(new float[] {7.5f}));
  }

  @Test
  void farApartNumbersAreScientific() {
    assertText("[1.0e-05 2.5e+10]", floats(1e-5f, 2.5e10f));
    assertText("[0.e+00 1.e+09]", floats(0, 1e9f));
    assertText("[0.0001 0.001 ]", doubles(1e-4, 1e-3));
    assertText("[1.23456789e+05 1.00000000e-03]", doubles(123456.789, 0.001));
    assertText("[ 1.e-10 -1.e+00]", doubles(1e-10, -1));
    assertText("[9.9999999e+07 1.0000000e+00]", doubles(99999999, 1));
  }

  @Test
  void outerAxesAreSetApart() {
    assertText(
        """
        [[[ 0.  1.  2.  3.]
          [ 4.  5.  6.  7.]
          [ 8.  9. 10. 11.]]

         [[12. 13. 14. 15.]
          [16. 17. 18. 19.]
          [20. 21. 22. 23.]]]\
        """,
        Tensor.range(24).reshape(2, 3, 4));
    assertText(
        """
        [[[[1. 2.]
           [3. 4.]]

          [[5. 6.]
           [7. 8.]]]]\
        """,
        Tensor.range(8).plus(1).reshape(1, 2, 2, 2));
  }

  @Test
  void longRowsGoOnInTheNextLine() {
    assertText(
        """
        [ 0.  1.  2.  3.  4.  5.  6.  7.  8.  9. 10. 11. 12. 13. 14. 15. 16. 17.
         18. 19. 20. 21. 22. 23. 24. 25. 26. 27. 28. 29. 30. 31. 32. 33. 34. 35.
         36. 37. 38. 39.]\
        """,
        Tensor.range(40));
  }

  @Test
  void manyNumbersAreLeftOut() {
    assertText(
        """
        [[0.000e+00 1.000e+00 2.000e+00 ... 9.970e+02 9.980e+02 9.990e+02]
         [1.000e+03 1.001e+03 1.002e+03 ... 1.997e+03 1.998e+03 1.999e+03]]\
        """,
        Tensor.range(2000).reshape(2, 1000));
  }

  private static void assertText(String expected, Tensor tensor) {
    assertEquals(expected, tensor.text());
  }

  private static Tensor floats(float... values) {
    return Tensor.of(values, values.length);
  }

  private static Tensor doubles(double... values) {
    return Tensor.of(values, values.length);
  }
}
