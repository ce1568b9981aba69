package io.nacre.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tensors and feeds of every element type.
class TensorTypesTest {
  private static final class Input extends Feed {
    Input(Object values) {
      super("image", Shape.of(3), values);
    }
  }

  @Test
  void numbersComeBack() {
    assertArrayEquals(new int[] {1, -2}, Tensor.of(new int[] {1, -2}, 2).toInts());
    long[] longs = {Long.MAX_VALUE, Long.MIN_VALUE + 1};
    Tensor wide = Tensor.of(longs, 2);
    assertArrayEquals(longs, wide.toLongs());
    assertEquals(Long.MAX_VALUE, wide.getLong(0));
    byte[] bytes = {(byte) 200, 7};
    assertArrayEquals(new double[] {-56, 7}, Tensor.of(bytes, 2).toDoubles());
    Tensor pixels = Tensor.ofUnsigned(bytes, 2);
    assertArrayEquals(new double[] {200, 7}, pixels.toDoubles());
    assertEquals(DataType.UINT8, pixels.dataType());
    assertEquals("2 uint8 [200, 7]", pixels.toString());
  }

  @Test
  void castsRoundOrCut() {
    Tensor x = Tensor.of(new double[] {300.7, -1.5, 2049, 1e10, Double.NaN}, 5);
    assertArrayEquals(new double[] {44, 255, 1, 255, 0}, x.cast(DataType.UINT8).toDoubles());
    assertArrayEquals(new double[] {44, -1, 1, -1, 0}, x.cast(DataType.INT8).toDoubles());
    assertArrayEquals(
        new double[] {300, -1, 2049, Integer.MAX_VALUE, 0}, x.cast(DataType.INT32).toDoubles());
    assertArrayEquals(new long[] {300, -1, 2049, 10_000_000_000L, 0}, x.cast(DataType.INT64).toLongs());
    assertArrayEquals(
        new double[] {300.75, -1.5, 2048, Double.POSITIVE_INFINITY, Double.NaN},
        x.cast(DataType.FLOAT16).toDoubles());
    assertArrayEquals(
        new int[] {1}, Tensor.of(new long[] {(1L << 32) + 1}, 1).cast(DataType.INT32).toInts());
  }

  @Test
  void movesKeepEveryDigit() {
    long big = (1L << 60) + 1;
    Tensor x = Tensor.of(new long[] {big, 2, 3, 4}, 2, 2);
    assertArrayEquals(new long[] {big, 3, 2, 4}, x.transpose().toLongs());
    assertArrayEquals(new long[] {big, 2, 3, 4}, x.reshape(4).toLongs());
    assertArrayEquals(new long[] {big, 2}, x.slice(0, 0, 1).toLongs());
    assertArrayEquals(
        new long[] {big, 2, 3, 4, big, 2, 3, 4}, Tensor.concat(0, x, x).toLongs());
  }

  @Test
  void arithmeticWantsFloats() {
    Tensor whole = Tensor.of(new int[] {1, 2}, 2);
    for (Runnable wrong :
        new Runnable[] {
          () -> whole.plus(1), whole::exp, whole::sum, () -> whole.matmul(whole), () -> whole.plus(whole)
        }) {
      String message = assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
      assertEquals(true, message.endsWith("of int32: cast(DataType.FLOAT32) makes floats of it"));
    }
    Tensor half = Tensor.of(new float[] {1, 1 / 1024f}, 2).cast(DataType.FLOAT16);
    // 1 + 1/4096 is no float16
    assertArrayEquals(
        new double[] {1, 5 / 4096.0}, half.plus(1 / 4096.0).toDoubles());
    assertEquals(1 + 1 / 1024f, half.sum());
    assertEquals(DataType.FLOAT16, half.times(2).dataType());
  }

  @Test
  void tablesOfWholeNumbersHaveNoPoints() {
    assertEquals(
        "[[  1 -20]\n [  3 100]]", Tensor.of(new int[] {1, -20, 3, 100}, 2, 2).text());
  }

  @Test
  void feedsFillArraysOfEveryType() {
    int[] ints = new int[4];
    new Input(new long[] {5, -6, 7}).copyTo(ints, 1);
    assertArrayEquals(new int[] {0, 5, -6, 7}, ints);
    long[] longs = new long[3];
    new Input(new int[] {5, -6, 7}).copyTo(longs, 0);
    assertArrayEquals(new long[] {5, -6, 7}, longs);
    byte[] bytes = new byte[3];
    new Input(new int[] {0, 200, 255}).copyUnsignedTo(bytes, 0);
    assertArrayEquals(new byte[] {0, (byte) 200, -1}, bytes);
    new Input(new byte[] {1, -2, 3}).copyUnsignedTo(bytes, 0);
    assertArrayEquals(new byte[] {1, -2, 3}, bytes);
    new Input(new float[] {-128, 127, 0}).copyTo(bytes, 0);
    assertArrayEquals(new byte[] {-128, 127, 0}, bytes);
    short[] halves = new short[3];
    new Input(new double[] {1, 2049, -0.1}).copyTo(halves, 0);
    assertEquals(2048, Float.float16ToFloat(halves[1]));
    float[] floats = new float[3];
    new Input(Tensor.ofUnsigned(new byte[] {-1, 0, 1}, 3)).copyTo(floats, 0);
    assertArrayEquals(new float[] {255, 0, 1}, floats);
    new Input(new long[] {16777217, 0, 0}).copyTo(floats, 0);
    assertEquals(16777216f, floats[0]);
  }

  @Test
  void feedsRefuseWhatATypeDoesNotHave() {
    refused("value 1 is -1, but uint8 has whole numbers from 0 to 255",
        new Input(new int[] {0, -1, 2}), DataType.UINT8);
    refused("value 2 is 128.0, but int8 has whole numbers from -128 to 127",
        new Input(new float[] {0, 1, 128}), DataType.INT8);
    refused("value 0 is 0.5, but int32 has whole numbers from -2147483648 to 2147483647",
        new Input(Tensor.of(new double[] {0.5, 1, 2}, 3)), DataType.INT32);
    refused("value 0 is 2147483648, but int32 has",
        new Input(new long[] {1L << 31, 0, 0}), DataType.INT32);
    refused("value 0 is 9.223372036854776E18, but int64 has",
        new Input(new double[] {0x1p63, 0, 0}), DataType.INT64);
    String half =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Input(new int[] {2048, 1, 2049}).copyTo(new short[3], 0))
            .getMessage();
    assertEquals("image: value 2 is 2049, which float16 rounds; give it another dtype", half);
    String bytes =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Input(new byte[3]).copyTo(new float[3], 0))
            .getMessage();
    assertEquals(
        "image is float32, which takes no bytes: do they mean numbers from 0 to 255? Feed ints or"
            + " floats",
        bytes);
  }

  private static void refused(String message, Feed feed, DataType type) {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                  switch (type) {
                    case UINT8 -> feed.copyUnsignedTo(new byte[3], 0);
                    case INT8 -> feed.copyTo(new byte[3], 0);
                    case INT32 -> feed.copyTo(new int[3], 0);
                    default -> feed.copyTo(new long[3], 0);
                  }
                })
            .getMessage();
    assertEquals(true, said.contains(message), said);
  }

  @Test
  void safetensorsHoldsEveryType(@TempDir Path folder) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (DataType type : DataType.values()) {
      tensors.put(type.toString(), Tensor.of(new double[] {1, 100, 3, 4, 5, 6}, 2, 3).cast(type));
    }
    Path file = folder.resolve("all.safetensors");
    SafeTensors.write(file, tensors);
    SafeTensors stored = SafeTensors.read(file);
    for (DataType type : DataType.values()) {
      Tensor tensor = stored.get(type.toString());
      assertEquals(type, tensor.dataType());
      assertArrayEquals(new double[] {1, 100, 3, 4, 5, 6}, tensor.toDoubles());
    }
  }
}
