package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void copiesInAndOut() {
    float[] values = {1, 2, 3, 4, 5, 6};
    Tensor tensor = Tensor.of(values, 2, 3);
    values[0] = 9;
    tensor.toFloats()[1] = 9;
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, tensor.toFloats());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, tensor.toDoubles());
    assertEquals(Shape.of(2, 3), tensor.shape());
    assertEquals(DataType.FLOAT32, tensor.dataType());
    assertEquals(6, tensor.size());
  }

  @Test
  void isIndexedRowByRow() {
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
    assertEquals(6, tensor.get(1, 2));
    tensor.set(0.1, 1, 0);
    assertEquals(0.1, tensor.get(1, 0));
    assertEquals(3, Tensor.of(new float[] {3}).get());
    assertFails(IndexOutOfBoundsException.class, () -> tensor.get(1, 3), "index 3 on axis 1");
    assertFails(IndexOutOfBoundsException.class, () -> tensor.get(-1, 0), "index -1 on axis 0");
    assertFails(IndexOutOfBoundsException.class, () -> tensor.get(1), "1 indices", "2 axes");
  }

  @Test
  void viewTouchesItsPartOnly() {
    float[] array = {7, 7, 7, 7, 7, 7};
    Tensor view = Tensor.view(array, 2, Shape.of(3));
    view.set(new float[] {1, 2, 3});
    assertArrayEquals(new float[] {7, 7, 1, 2, 3, 7}, array);
    view.fill(0.5);
    assertArrayEquals(new float[] {7, 7, .5f, .5f, .5f, 7}, array);
    view.set(Tensor.of(new double[] {4, 5, 6}, 3));
    assertArrayEquals(new float[] {7, 7, 4, 5, 6, 7}, array);
    view.set(new double[] {1, 1, 1});
    assertArrayEquals(new float[] {7, 7, 1, 1, 1, 7}, array);
    assertFails(
        IllegalArgumentException.class,
        () -> Tensor.view(array, 4, Shape.of(3)),
        "view of 3 at 4",
        "array of 6");
  }

  @Test
  void convertsBetweenTypes() {
    Tensor single = Tensor.of(new float[] {0.1f}, 1);
    Tensor both = Tensor.of(new double[] {0.1}, 1);
    assertEquals((double) 0.1f, single.toDoubles()[0]);
    assertEquals(0.1f, both.toFloats()[0]);
    single.set(both);
    assertEquals(0.1f, single.toFloats()[0]);
    both.set(single);
    assertEquals((double) 0.1f, both.get(0));
    both.set(new float[] {0.5f});
    assertEquals(0.5, both.get(0));
    float[] floats = new float[2];
    both.copyTo(floats, 1);
    assertArrayEquals(new float[] {0, 0.5f}, floats);
    double[] doubles = new double[2];
    single.copyTo(doubles, 0);
    assertArrayEquals(new double[] {0.1f, 0}, doubles);
  }

  @Test
  void namesBothSizesWhenTheyDiffer() {
    Tensor tensor = Tensor.of(new float[4], 2, 2);
    assertFails(
        IllegalArgumentException.class, () -> Tensor.of(new float[5], 2, 2), "5 values", "has 4");
    assertFails(
        IllegalArgumentException.class,
        () -> Tensor.of(new double[4], Shape.N, 2),
        "needs numbers, not N x 2");
    assertFails(
        IllegalArgumentException.class, () -> tensor.set(new float[3]), "3 values", "2 x 2");
    assertFails(
        IllegalArgumentException.class, () -> tensor.set(new double[5]), "5 values", "has 4");
    assertFails(
        IllegalArgumentException.class,
        () -> tensor.set(Tensor.of(new float[4], 4)),
        "2 x 2",
        "one of 4");
    assertFails(
        IndexOutOfBoundsException.class,
        () -> tensor.copyTo(new float[5], 2),
        "the 4 values",
        "at 2 of an array of 5");
    assertFails(IndexOutOfBoundsException.class, () -> tensor.copyTo(new double[5], -1), "at -1");
  }

  @Test
  void isWrittenShapedAndShortened() {
    assertEquals(
        "2 x 2 float32 [[1.0, 2.0], [3.0, 0.1]]",
        Tensor.of(new float[] {1, 2, 3, 0.1f}, 2, 2).toString());
    assertEquals("scalar float64 0.1", Tensor.of(new double[] {0.1}).toString());
    float[] many = new float[1000];
    many[999] = 1;
    assertEquals(
        "1000 float32 [0.0, 0.0, 0.0, ..., 0.0, 0.0, 1.0]", Tensor.of(many, 1000).toString());
    assertEquals(
        "2 x 500 float32 [[0.0, 0.0, 0.0, ..., 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, ..., 0.0, 0.0,"
            + " 1.0]]",
        Tensor.of(many, 2, 500).toString());
  }
}
