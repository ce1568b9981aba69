package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FloatViewTest {
  private final float[] array = new float[30];

  /// The numbers of `n x 3`, from place 4 on.
  private final FloatView view = new FloatView(array, 4, 0, 1, 3);

  @Test
  void followsTheBatch() {
    assertSame(view, view.forBatch(5));
    assertEquals(15, view.size());
    assertEquals("5 x 3", view.toString());
    view.forBatch(2);
    assertArrayEquals(new int[] {2, 3}, view.shape());
    assertEquals(2, view.dim(0));
    assertEquals(2, view.rank());
    FloatView fixed = new FloatView(array, 0, -1, 4, 2).forBatch(7);
    assertEquals(8, fixed.size());
    FloatView twice = new FloatView(array, 0, 1, 3, 2).forBatch(4);
    assertArrayEquals(new int[] {3, 8}, twice.shape());
  }

  @Test
  void readsAndWritesInPlace() {
    view.forBatch(2);
    view.put(4, 7);
    view.set(0, 2, 3);
    view.add(0, 2, 1);
    assertEquals(7, view.get(1, 1));
    assertEquals(4, view.at(2));
    assertEquals(7, array[view.offset() + 4]);
    assertSame(array, view.array());
    assertArrayEquals(new float[] {0, 0, 4, 0, 7, 0}, view.toArray());
    view.fill(1);
    assertEquals(0, array[3]);
    assertEquals(1, array[9]);
    assertEquals(0, array[10]);
  }

  @Test
  void placesAreRowMajor() {
    FloatView cube = FloatView.of(new float[24], 2, 3, 4);
    assertEquals(23, cube.place(1, 2, 3));
    assertEquals(6, cube.place(0, 1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> cube.place(0, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> cube.place(new int[] {1, 2}));
  }

  /// The rest of the array is the graph's.
  @Test
  void staysWithinItsPart() {
    view.forBatch(2);
    assertThrows(IndexOutOfBoundsException.class, () -> view.at(6));
    assertThrows(IndexOutOfBoundsException.class, () -> view.put(-1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> view.get(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> view.get(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> FloatView.of(new float[3], 3).get(0, 0));
    assertThrows(IllegalArgumentException.class, () -> FloatView.of(new float[5], 2, 3));
  }
}
