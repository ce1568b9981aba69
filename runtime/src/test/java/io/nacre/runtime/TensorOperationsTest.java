package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.kernel.DoubleMath;
import io.nacre.runtime.kernel.FloatMath;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorOperationsTest {
  /// Numbers from -1 to 1, as a view that does not start at 0.
  private static Tensor random(DataType dataType, int... dims) {
    Shape shape = Shape.of(dims);
    int size = (int) shape.size();
    double[] values = new SplittableRandom(size).doubles(size, -1, 1).toArray();
    Tensor tensor =
        dataType == DataType.FLOAT32
            ? Tensor.view(new float[size + 7], 5, shape)
            : Tensor.view(new double[size + 7], 5, shape);
    tensor.set(values);
    return tensor;
  }

  private static Tensor floats(int... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values[i];
    }
    return Tensor.of(floats, floats.length);
  }

  // ---- number by number

  @Test
  void arithmeticHasTheBitsOfItsType() {
    Tensor x = random(DataType.FLOAT32, 50, 20);
    Tensor y = random(DataType.FLOAT32, 1000).plus(0.25).reshape(50, 20);
    float[] a = x.toFloats();
    float[] b = y.toFloats();
    float[] sums = x.plus(y).toFloats();
    float[] quotients = x.div(y).toFloats();
    float[] products = x.times(y).toFloats();
    float[] differences = x.minus(y).toFloats();
    float[] scaled = x.times(0.1).toFloats();
    for (int i = 0; i < a.length; i++) {
      assertEquals(a[i] + b[i], sums[i]);
      assertEquals(a[i] / b[i], quotients[i]);
      assertEquals(a[i] * b[i], products[i]);
      assertEquals(a[i] - b[i], differences[i]);
      assertEquals(a[i] * 0.1f, scaled[i]);
    }
    assertEquals(Shape.of(50, 20), x.plus(y).shape());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void constantsAndSigns(DataType dataType) {
    Tensor x = floats(-2, 0, 3).cast(dataType);
    assertArrayEquals(new double[] {-1, 1, 4}, x.plus(1).toDoubles());
    assertArrayEquals(new double[] {-3, -1, 2}, x.minus(1).toDoubles());
    assertArrayEquals(new double[] {-1, 0, 1.5}, x.div(2).toDoubles());
    assertArrayEquals(new double[] {2, -0.0, -3}, x.negate().toDoubles());
    assertArrayEquals(new double[] {2, 0, 3}, x.abs().toDoubles());
    assertArrayEquals(new double[] {4, 0, 9}, x.square().toDoubles());
    assertArrayEquals(new double[] {0, 0, 3}, x.relu().toDoubles());
    assertArrayEquals(new double[] {-1, 0, 2}, x.clip(-1, 2).toDoubles());
    assertArrayEquals(new double[] {-1.5, 0.5, 3.5}, x.map(v -> v + 0.5).toDoubles());
    assertArrayEquals(
        new double[] {1, 0, 1},
        x.zip(floats(-2, 1, 3).cast(dataType), (a, b) -> a == b ? 1 : 0).toDoubles());
    assertEquals(dataType, x.negate().dataType());
  }

  @Test
  void functionsAreTheGraphs() {
    check(Tensor::exp, FloatMath::exp, DoubleMath::exp);
    check(Tensor::log, FloatMath::log, DoubleMath::log);
    check(Tensor::tanh, FloatMath::tanh, DoubleMath::tanh);
    check(Tensor::sigmoid, FloatMath::sigmoid, DoubleMath::sigmoid);
    check(Tensor::sqrt, FloatMath::sqrt, Math::sqrt);
  }

  private static void check(
      UnaryOperator<Tensor> operation,
      Elementwise.FloatFunction single,
      DoubleUnaryOperator twice) {
    Tensor x = random(DataType.FLOAT32, 300);
    Tensor y = random(DataType.FLOAT64, 300);
    float[] floats = operation.apply(x).toFloats();
    double[] doubles = operation.apply(y).toDoubles();
    for (int i = 0; i < 300; i++) {
      assertEquals(single.of(x.toFloats()[i]), floats[i]);
      assertEquals(twice.applyAsDouble(y.toDoubles()[i]), doubles[i]);
    }
  }

  @Test
  void nothingIsRepeatedOrConvertedByAccident() {
    Tensor x = Tensor.zeros(DataType.FLOAT32, 2, 3);
    assertFails(
        IllegalArgumentException.class,
        () -> x.plus(Tensor.zeros(DataType.FLOAT32, 1, 3)),
        "plus needs equal shapes, not 2 x 3 and 1 x 3; y.broadcastTo(2, 3)");
    assertFails(
        IllegalArgumentException.class,
        () -> x.times(Tensor.zeros(DataType.FLOAT64, 2, 3)),
        "times needs one type, not float32 and float64; cast");
    assertFails(IllegalArgumentException.class, () -> x.clip(2, 1), "clip from 2.0 to 1.0");
  }

  // ---- products

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void productsAreChainsOfFusedMultiplyAdds(DataType dataType) {
    Tensor x = random(dataType, 7, 50);
    Tensor y = random(dataType, 50, 9);
    Tensor product = x.matmul(y);
    assertEquals(Shape.of(7, 9), product.shape());
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 9; j++) {
        double sum = 0;
        for (int k = 0; k < 50; k++) {
          sum =
              dataType == DataType.FLOAT32
                  ? Math.fma((float) x.get(i, k), (float) y.get(k, j), (float) sum)
                  : Math.fma(x.get(i, k), y.get(k, j), sum);
        }
        assertEquals(sum, product.get(i, j));
      }
    }
    assertFails(
        IllegalArgumentException.class,
        () -> y.matmul(x.transpose(0, 1)),
        "matmul needs m x k and k x n, not 50 x 9 and 7 x 50");
    assertFails(
        IllegalArgumentException.class,
        () -> x.matmul(y.cast(other(dataType))),
        "matmul needs one type");
    assertFails(
        IllegalArgumentException.class, () -> x.matmul(y.reshape(450)), "not 7 x 50 and 450");
  }

  // ---- over many numbers

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void reductionsOfWholeTensors(DataType dataType) {
    Tensor x = Tensor.of(new double[] {3, -1, 4, 1, -5, 9}, 2, 3).cast(dataType);
    assertEquals(11, x.sum());
    assertEquals(dataType == DataType.FLOAT32 ? 11f / 6 : 11 / 6.0, x.mean());
    assertEquals(9, x.max());
    assertEquals(-5, x.min());
    assertEquals(Math.sqrt(133), x.norm(), 1e-5);
    Tensor nan = Tensor.of(new double[] {1, Double.NaN, 3}, 3).cast(dataType);
    assertTrue(Double.isNaN(nan.max()));
    assertTrue(Double.isNaN(nan.min()));
    assertEquals(7, Tensor.of(new double[] {7}).cast(dataType).sum());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void reductionsAlongAxes(DataType dataType) {
    Tensor x = Tensor.range(24).reshape(2, 3, 4).cast(dataType);
    assertEquals("2 x 4", x.sum(1).shape().toString());
    assertArrayEquals(new double[] {12, 15, 18, 21, 48, 51, 54, 57}, x.sum(1).toDoubles());
    assertArrayEquals(new double[] {60, 92, 124}, x.sum(0, 2).toDoubles());
    assertArrayEquals(new double[] {60, 92, 124}, x.sum(-1, 0).toDoubles());
    assertArrayEquals(new double[] {1.5, 5.5, 9.5, 13.5, 17.5, 21.5}, x.mean(2).toDoubles());
    assertArrayEquals(new double[] {11, 23}, x.max(1, 2).toDoubles());
    assertArrayEquals(new double[] {0, 1, 2, 3}, x.min(0, 1).toDoubles());
    assertEquals(276, x.sum(0, 1, 2).get());
    assertFails(
        IllegalArgumentException.class,
        () -> x.sum(3),
        "axis 3 of 2 x 3 x 4; axes are from -3 to 2");
    assertFails(
        IllegalArgumentException.class, () -> x.sum(1, -2), "axis -2 of 2 x 3 x 4 is named twice");
    assertFails(
        IllegalArgumentException.class, () -> x.sum(0, 1, 2).sum(0), "a scalar, which has none");
  }

  /// 200 numbers along the last axis: three blocks of 64, then 8 more.
  @Test
  void longSumsAreThoseOfGeneratedLoops() {
    Tensor x = random(DataType.FLOAT32, 3, 2, 200);
    float[] partial = new float[128];
    for (int r = 0; r < 3; r++) {
      for (int i = 0; i < 200; i++) {
        partial[i < 192 ? i % 64 : 64 + i - 192] += (float) x.get(r, 1, i);
      }
    }
    for (int width = 64; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        partial[i] += partial[i + width];
      }
    }
    assertEquals(partial[0], x.sum(0, 2).get(1));
    Tensor twice = random(DataType.FLOAT64, 3, 2, 200);
    assertEquals(Arrays.stream(twice.toDoubles()).sum(), twice.sum(), 1e-12);
  }

  @Test
  void shortSumsGoInOrder() {
    Tensor x = random(DataType.FLOAT32, 200, 3, 21);
    float along = 0;
    for (int i = 0; i < 200; i++) {
      along += (float) x.get(i, 1, 2);
    }
    assertEquals(along, x.sum(0).get(1, 2), "the last axis is kept");
    float last = 0;
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 21; k++) {
        last += (float) x.get(7, j, k);
      }
    }
    assertEquals(last, x.sum(1, 2).get(7), "63 numbers, merged");
    assertEquals(last, x.slice(0, 7, 8).sum());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void placesOfExtremes(DataType dataType) {
    Tensor x = Tensor.of(new double[] {1, 5, 5, 2, -3, -3}, 2, 3).cast(dataType);
    assertArrayEquals(new double[] {1, 0}, x.argmax(1).toDoubles());
    assertArrayEquals(new double[] {0, 1}, x.argmin(-1).toDoubles());
    assertArrayEquals(new double[] {1, 0, 0}, x.argmax(0).toDoubles());
    assertEquals(dataType, x.argmax(0).dataType());
    Tensor nan = Tensor.of(new double[] {1, Double.NaN, 9, Double.NaN}, 4).cast(dataType);
    assertEquals(1, nan.argmax(0).get());
    assertEquals(1, nan.argmin(0).get());
  }

  // ---- other shapes

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void reshapeKeepsTheOrder(DataType dataType) {
    Tensor x = random(dataType, 4, 6);
    Tensor y = x.reshape(2, -1, 3);
    assertEquals("2 x 4 x 3", y.shape().toString());
    assertArrayEquals(x.toDoubles(), y.toDoubles());
    y.fill(0);
    assertTrue(x.norm() > 0, "a copy");
    assertEquals(1, x.slice(0, 0, 1).slice(1, 0, 1).reshape().size(), "a scalar");
    for (int[] wrong : new int[][] {{5, 5}, {-1, 7}, {-1, -1}, {0, 24}, {-2, 12}, {}}) {
      assertFails(
          IllegalArgumentException.class,
          () -> x.reshape(wrong),
          "reshape",
          Arrays.toString(wrong));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void transposeMovesAxes(DataType dataType) {
    Tensor x = random(dataType, 2, 3, 4);
    Tensor y = x.transpose(2, 0, -2);
    assertEquals("4 x 2 x 3", y.shape().toString());
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 4; k++) {
          assertEquals(x.get(i, j, k), y.get(k, i, j));
          assertEquals(x.get(i, j, k), x.transpose().get(k, j, i));
        }
      }
    }
    assertFails(
        IllegalArgumentException.class, () -> x.transpose(0, 1), "2 x 3 x 4 needs 3 axes, not");
    assertFails(IllegalArgumentException.class, () -> x.transpose(0, 1, -2), "names axis 1 twice");
    assertFails(IllegalArgumentException.class, () -> x.transpose(0, 1, 3), "axis 3 of 2 x 3 x 4");
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void slicesAndTakes(DataType dataType) {
    Tensor x = Tensor.range(24).reshape(2, 3, 4).cast(dataType);
    assertArrayEquals(
        new double[] {4, 5, 6, 7, 8, 9, 10, 11, 16, 17, 18, 19, 20, 21, 22, 23},
        x.slice(1, 1, 3).toDoubles());
    assertEquals("2 x 2 x 4", x.slice(1, 1, 3).shape().toString());
    assertArrayEquals(new double[] {3, 7, 11, 15, 19, 23}, x.slice(-1, 3, 4).toDoubles());
    assertArrayEquals(
        new double[] {12, 13, 14, 15, 12, 13, 14, 15, 0, 1, 2, 3},
        x.slice(1, 0, 1).take(0, 1, 1, 0).toDoubles());
    assertFails(
        IndexOutOfBoundsException.class,
        () -> x.slice(1, 2, 4),
        "slice of axis 1 of 2 x 3 x 4 from 2 to 4");
    assertFails(IndexOutOfBoundsException.class, () -> x.slice(1, 2, 2), "from 2 to 2");
    assertFails(
        IndexOutOfBoundsException.class, () -> x.take(0, 2), "index 2 on axis 0 of 2 x 3 x 4");
    assertFails(IllegalArgumentException.class, () -> x.take(0), "no index");
  }

  @Test
  void broadcastRepeatsAxesOfOne() {
    Tensor row = floats(1, 2, 3);
    assertArrayEquals(new float[] {1, 2, 3, 1, 2, 3}, row.broadcastTo(2, 3).toFloats());
    Tensor column = row.reshape(3, 1);
    assertArrayEquals(new float[] {1, 1, 2, 2, 3, 3}, column.broadcastTo(3, 2).toFloats());
    assertEquals("2 x 3 x 4", column.broadcastTo(2, 3, 4).shape().toString());
    Tensor x = Tensor.range(6).reshape(2, 3);
    Tensor centred = x.minus(x.mean(0).broadcastTo(2, 3));
    assertArrayEquals(new float[] {-1.5f, -1.5f, -1.5f, 1.5f, 1.5f, 1.5f}, centred.toFloats());
    assertFails(
        IllegalArgumentException.class,
        () -> row.broadcastTo(3, 2),
        "3 cannot be broadcast to 3 x 2: only axes of size 1 repeat");
    assertFails(
        IllegalArgumentException.class, () -> x.broadcastTo(3), "2 x 3 cannot be broadcast to 3");
    assertFails(IllegalArgumentException.class, () -> row.broadcastTo(Shape.N, 3), "needs numbers");
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void concatAndStack(DataType dataType) {
    Tensor x = Tensor.range(4).reshape(2, 2).cast(dataType);
    Tensor y = x.plus(10).slice(1, 0, 1);
    assertArrayEquals(new double[] {0, 1, 10, 2, 3, 12}, Tensor.concat(1, x, y).toDoubles());
    assertEquals("2 x 3", Tensor.concat(-1, x, y).shape().toString());
    assertArrayEquals(new double[] {0, 1, 2, 3, 0, 1, 2, 3}, Tensor.concat(0, x, x).toDoubles());
    assertEquals("2 x 2 x 2", Tensor.stack(x, x).shape().toString());
    assertArrayEquals(new double[] {0, 1, 2, 3, 0, 1, 2, 3}, Tensor.stack(x, x).toDoubles());
    assertFails(
        IllegalArgumentException.class,
        () -> Tensor.concat(0, x, y),
        "concat along axis 0 of 2 x 2 and 2 x 1, which differ elsewhere");
    assertFails(
        IllegalArgumentException.class,
        () -> Tensor.concat(0, x, x.reshape(4)),
        "of 2 x 2 and 4, which");
    assertFails(
        IllegalArgumentException.class,
        () -> Tensor.concat(0, x, x.cast(other(dataType))),
        "concat needs one type");
    assertFails(IllegalArgumentException.class, () -> Tensor.concat(0), "no tensors");
    assertFails(IllegalArgumentException.class, Tensor::stack, "no tensors");
  }

  @Test
  void largeClaimsAreRefusedInWords() {
    Tensor one = Tensor.of(new float[] {1}, 1);
    assertFails(
        IllegalArgumentException.class,
        () -> one.broadcastTo(1 << 16, 1 << 16),
        "65536 x 65536 has more numbers than an array holds");
    assertFails(
        IllegalArgumentException.class,
        () -> Tensor.zeros(DataType.FLOAT64, 1 << 30, 1 << 30, 1 << 30, 1 << 30),
        "more numbers than an array holds");
    assertFails(
        IllegalArgumentException.class, () -> one.reshape(1 << 30, 1 << 30, 1 << 30), "reshape");
  }

  private static DataType other(DataType dataType) {
    return dataType == DataType.FLOAT32 ? DataType.FLOAT64 : DataType.FLOAT32;
  }
}
