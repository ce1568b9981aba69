package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.nacre.runtime.kernel.vector.FloatTranspose;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two forms of a transposed tile, over all heights and widths around a vector's length.
class FloatCopyTest {
  private static final int GUARD = 5;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 48, 64})
  void vectorsAndElementsGiveTheSame(int rows) {
    for (int columns = 1; columns <= 64; columns++) {
      int xRow = rows + 3;
      int yRow = columns + 2;
      float[] x = new float[GUARD + columns * xRow + GUARD];
      for (int i = 0; i < x.length; i++) {
        x[i] = i;
      }
      float[] byElements = guarded(rows * yRow);
      float[] byVectors = guarded(rows * yRow);
      FloatCopy.elements(
          rows, columns, x, GUARD, 1, xRow, byElements, GUARD, yRow, 1);
      FloatTranspose.write(
          columns, rows, x, GUARD, xRow, byVectors, GUARD, yRow, columns,
          new float[FloatTranspose.SCRATCH], 0);
      assertArrayEquals(byElements, byVectors, rows + " x " + columns);
    }
  }

  /// Nothing between the rows of the result may be written, nor before or after it.
  private static float[] guarded(int size) {
    float[] array = new float[GUARD + size + GUARD];
    Arrays.fill(array, -1);
    return array;
  }
}
