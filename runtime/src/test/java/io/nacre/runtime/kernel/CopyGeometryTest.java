package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Shape;
import org.junit.jupiter.api.Test;

class CopyGeometryTest {
  private static final int N = Shape.N;

  @Test
  void wholeSamplesAreOneLongRow() {
    var g = CopyGeometry.slice(Shape.of(2 * N, 3, 5), a(1, 0, 0), Shape.of(N, 3, 5), a(1, 1, 1));
    assertTrue(g.contiguous);
    assertEquals(1, g.planes(7));
    assertEquals(1, g.rows.size().at(7));
    assertEquals(7 * 15, g.columns.size().at(7));
    assertEquals(7 * 15, g.from(7, 0));
  }

  @Test
  void oneStepOfASequenceIsOneLongRow() {
    var g = CopyGeometry.slice(Shape.of(35, N, 8), a(3, 0, 0), Shape.of(1, N, 8), a(1, 1, 1));
    assertEquals(1, g.rows.size().at(4));
    assertEquals(32, g.columns.size().at(4));
    assertEquals(3 * 32, g.from(4, 0));
  }

  @Test
  void axesThatStayTogetherAreOneAxis() {
    var g = CopyGeometry.transpose(Shape.of(N, 3, 4, 5), a(0, 2, 3, 1));
    assertTrue(g.turned);
    assertEquals(2, g.planes(2));
    assertEquals(20, g.rows.size().at(2));
    assertEquals(3, g.columns.size().at(2));
  }

  @Test
  void headsMoveAsWholeRows() {
    var g = CopyGeometry.transpose(Shape.of(N, 6, 4, 16), a(0, 2, 1, 3));
    assertTrue(g.contiguous);
    assertFalse(g.turned);
    assertEquals(16, g.columns.size().at(2));
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(
        "[0, 0] does not name each of 2 axes once",
        refused(() -> CopyGeometry.transpose(Shape.of(2, 3), a(0, 0))));
    assertEquals(
        "[0] does not name each of 2 axes once",
        refused(() -> CopyGeometry.transpose(Shape.of(2, 3), a(0))));
    assertEquals(
        "an axis of 3 has not 2 elements from 1 by 2",
        refused(() -> CopyGeometry.slice(Shape.of(3), a(1), Shape.of(2), a(2))));
    assertThrows(
        IllegalArgumentException.class,
        () -> CopyGeometry.slice(Shape.of(2 * N), a(0), Shape.of(N), a(2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> CopyGeometry.slice(Shape.of(2 * N), a(0), Shape.of(1), a(1)));
  }

  private static String refused(Runnable geometry) {
    return assertThrows(IllegalArgumentException.class, geometry::run).getMessage();
  }

  private static int[] a(int... values) {
    return values;
  }
}
