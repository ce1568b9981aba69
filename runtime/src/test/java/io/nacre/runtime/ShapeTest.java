package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShapeTest {
  private static final Shape IMAGES = Shape.of(Shape.N, 1, 28, 28);
  private static final Shape SEQUENCES = Shape.of(35, 2 * Shape.N, 100);

  @Test
  void isWrittenWithTheBatchAsN() {
    assertEquals("N x 1 x 28 x 28", IMAGES.toString());
    assertEquals("35 x 2N x 100", SEQUENCES.toString());
    assertEquals("20 x 1 x 5 x 5", Shape.of(20, 1, 5, 5).toString());
    assertEquals("scalar", Shape.of().toString());
  }

  @Test
  void becomesConcreteForABatch() {
    assertEquals(Shape.of(64, 1, 28, 28), IMAGES.at(64));
    assertEquals(Shape.of(35, 6, 100), SEQUENCES.at(3));
    assertEquals(Shape.of(2), Shape.of(2).at(9));
    assertTrue(IMAGES.hasBatch());
    assertFalse(IMAGES.at(64).hasBatch());
    assertFalse(Shape.of().hasBatch());
  }

  @Test
  void countsItsNumbers() {
    assertEquals(784L * 64, IMAGES.size(64));
    assertEquals(35L * 6 * 100, SEQUENCES.size(3));
    assertEquals(1, Shape.of().size());
    assertEquals(500, Shape.of(20, 25).size());
    assertEquals(1L << 62, Shape.of(1 << 30, 1 << 30, 4).size());
    assertFails(
        ArithmeticException.class,
        () -> Shape.of(1 << 30, 1 << 30, 8).size(),
        "1073741824 x 1073741824 x 8");
    assertFails(
        ArithmeticException.class,
        () -> Shape.of(1 << 30, 1 << 30, 1 << 30, 1 << 30).size(),
        "exceeds a long");
    assertFails(IllegalStateException.class, IMAGES::size, "N x 1 x 28 x 28");
  }

  @Test
  void hasValueEquality() {
    assertEquals(Shape.of(Shape.N, 3), Shape.of(Shape.N, 3));
    assertEquals(Shape.of(Shape.N, 3).hashCode(), Shape.of(Shape.N, 3).hashCode());
    assertNotEquals(Shape.of(Shape.N, 3), Shape.of(2 * Shape.N, 3));
    assertNotEquals(Shape.of(1, 3), Shape.of(3));
  }

  @Test
  void sharesNoArray() {
    int[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 9;
    shape.toInts()[1] = 9;
    assertArrayEquals(new int[] {2, 3}, shape.toInts());
  }

  @Test
  void refusesWhatIsNoSize() {
    for (int wrong : new int[] {0, -1, Shape.N - 1, Shape.N + 1, Integer.MIN_VALUE}) {
      assertFails(IllegalArgumentException.class, () -> Shape.of(2, wrong), "not " + wrong);
    }
    assertFails(IllegalArgumentException.class, () -> Shape.of(Shape.N, Shape.N), "N x N");
    assertFails(IllegalArgumentException.class, () -> IMAGES.at(0), "at least 1, not 0");
    assertFails(
        IllegalArgumentException.class,
        () -> SEQUENCES.at(Integer.MAX_VALUE),
        "axis 1",
        "N = 2147483647");
  }

  @Test
  void givesConcreteAxesOnly() {
    assertEquals(3, IMAGES.rank() - 1);
    assertEquals(28, IMAGES.dim(3));
    assertFails(IllegalStateException.class, () -> IMAGES.dim(0), "axis 0", "batch size");
    assertFails(IndexOutOfBoundsException.class, () -> IMAGES.dim(4), "axis 4", "4 axes");
    assertFails(IndexOutOfBoundsException.class, () -> IMAGES.dim(-1), "axis -1");
  }
}
