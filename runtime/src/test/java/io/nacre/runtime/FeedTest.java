package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FeedTest {
  private static final Shape IMAGES = Shape.of(Shape.N, 1, 28, 28);
  private static final Shape PAIRS = Shape.of(Shape.N, 2);

  @Test
  void countsItsRows() {
    assertEquals(3, new Of("data", IMAGES, new float[3 * 784]).rows());
    assertEquals(2, new Of("data", Shape.of(35, 2 * Shape.N), new float[35 * 4]).rows());
    assertEquals(0, new Of("h0", Shape.of(2, 3), new float[6]).rows());
    assertEquals(4, new Of("label", Shape.of(Shape.N), new int[4]).rows());
    assertEquals(2, new Of("data", PAIRS, Tensor.of(new double[4], 2, 2)).rows());
  }

  @Test
  void takesAnythingWhereNothingReadsIt() {
    assertEquals(0, new Of("spare", null, new float[7]).rows());
    assertEquals(0, new Of("spare", null, Tensor.of(new double[4], 2, 2)).rows());
  }

  @Test
  void convertsToTheTypeOfTheInput() {
    double third = 1 / 3.0;
    float[] rounded = {0, 1, (float) third};
    double[] exact = {0, 1, third};
    assertArrayEquals(rounded, floats(new Of("x", Shape.of(2), new double[] {1, third})));
    assertArrayEquals(exact, doubles(new Of("x", Shape.of(2), new double[] {1, third})));
    assertArrayEquals(rounded, floats(new Of("x", Shape.of(2), new float[] {1, (float) third})));
    assertArrayEquals(
        new double[] {0, 1, (float) third},
        doubles(new Of("x", Shape.of(2), new float[] {1, (float) third})));
    assertArrayEquals(new float[] {0, 1, -7}, floats(new Of("x", Shape.of(2), new int[] {1, -7})));
    assertArrayEquals(
        new double[] {0, 1, -7}, doubles(new Of("x", Shape.of(2), new int[] {1, -7})));
    Tensor tensor = Tensor.of(new double[] {1, third}, 2);
    assertArrayEquals(rounded, floats(new Of("x", Shape.of(2), tensor)));
    assertArrayEquals(exact, doubles(new Of("x", Shape.of(2), tensor)));
  }

  @Test
  void showsWhatWasChangedBeforeTheGraphTookIt() {
    float[] values = {1, 2};
    Feed feed = new Of("x", PAIRS, values);
    values[1] = 3;
    assertArrayEquals(new float[] {0, 1, 3}, floats(feed));
  }

  @Test
  void namesTheInputItsShapeAndTheLength() {
    assertFails(
        IllegalArgumentException.class,
        () -> new Of("data", IMAGES, new float[785]),
        "data: 785 values do not make whole samples of N x 1 x 28 x 28, 784 values each");
    assertFails(
        IllegalArgumentException.class, () -> new Of("data", PAIRS, new double[0]), "0 values");
    assertFails(
        IllegalArgumentException.class,
        () -> new Of("h0", Shape.of(2, 3), new int[7]),
        "h0: 7 values do not make 2 x 3, 6 values");
    assertFails(
        IllegalArgumentException.class,
        () -> new Of("data", PAIRS, Tensor.of(new float[4], 4)),
        "data: a tensor of 4 is not of shape N x 2");
    assertFails(
        NullPointerException.class, () -> new Of("data", PAIRS, (float[]) null), "data: no values");
    assertFails(
        IndexOutOfBoundsException.class,
        () -> new Of("data", PAIRS, new float[4]).copyTo(new float[4], 1));
  }

  private static float[] floats(Feed feed) {
    float[] target = new float[3];
    feed.copyTo(target, 1);
    return target;
  }

  private static double[] doubles(Feed feed) {
    double[] target = new double[3];
    feed.copyTo(target, 1);
    return target;
  }

  private static final class Of extends Feed {
    Of(String name, Shape shape, float[] values) {
      super(name, shape, values);
    }

    Of(String name, Shape shape, double[] values) {
      super(name, shape, values);
    }

    Of(String name, Shape shape, int[] values) {
      super(name, shape, values);
    }

    Of(String name, Shape shape, Tensor values) {
      super(name, shape, values);
    }
  }
}
