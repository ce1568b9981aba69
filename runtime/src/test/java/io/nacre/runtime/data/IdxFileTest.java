package io.nacre.runtime.data;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Allocation;
import io.nacre.runtime.Shape;
import io.nacre.runtime.data.IdxFile.Type;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsUnsignedBytes(boolean zipped) throws IOException {
    byte[] bytes = idx(8, new int[] {2, 1, 3}, new byte[] {0, 1, 2, -128, -2, -1});
    IdxFile read = IdxFile.read(write(bytes, zipped));
    assertEquals(Type.UNSIGNED_BYTE, read.type());
    assertEquals(Shape.of(2, 1, 3), read.shape());
    assertEquals(2, read.count());
    assertEquals(6, read.size());
    assertArrayEquals(new float[] {0, 1, 2, 128, 254, 255}, read.toFloats(1));
    assertArrayEquals(
        new float[] {0, 1 / 255f, 2 / 255f, 128 / 255f, 254 / 255f, 1}, read.toFloats(1 / 255.0));
  }

  @Test
  void readsEveryType() throws IOException {
    assertEquals(-2, one(9, new byte[] {-2}));
    assertEquals(-2, one(0x0B, ByteBuffer.allocate(2).putShort((short) -2).array()));
    assertEquals(-70000, one(0x0C, ByteBuffer.allocate(4).putInt(-70000).array()));
    assertEquals(0.1f, one(0x0D, ByteBuffer.allocate(4).putFloat(0.1f).array()));
    assertEquals(0.1, one(0x0E, ByteBuffer.allocate(8).putDouble(0.1).array()));
    assertEquals(1, IdxFile.read(write(idx(8, new int[0], new byte[] {3}), false)).count());
  }

  @Test
  void copiesSamples() throws IOException {
    IdxFile read =
        IdxFile.read(write(idx(8, new int[] {3, 2}, new byte[] {1, 2, 3, 4, 5, 6}), true));
    float[] target = new float[4];
    read.copyTo(target, 1, 2, 2, 0.5);
    assertArrayEquals(new float[] {0, 1.5f, 2, 0}, target);
    assertFails(IndexOutOfBoundsException.class, () -> read.copyTo(target, 0, 5, 2, 1));
    assertFails(IndexOutOfBoundsException.class, () -> read.copyTo(target, 3, 0, 2, 1));
    assertFails(IndexOutOfBoundsException.class, () -> read.get(6));
  }

  @Test
  void readsStreamsAndLeavesThemOpen() throws IOException {
    byte[] bytes = idx(8, new int[] {3, 2}, new byte[] {1, 2, 3, 4, 5, 6});
    for (boolean zipped : new boolean[] {false, true}) {
      try (InputStream in = Files.newInputStream(write(bytes, zipped))) {
        assertArrayEquals(
            new float[] {1, 2, 3, 4, 5, 6}, IdxFile.read(in, "a resource").toFloats(1));
        assertEquals(-1, in.read());
      }
    }
    IOException failure =
        assertThrows(
            IOException.class,
            () -> IdxFile.read(new ByteArrayInputStream(bytes, 0, 17), "a resource"));
    assertEquals(
        "a resource is not an IDX file: UNSIGNED_BYTE of 3 x 2 need 6 bytes,"
            + " but 5 follow the header",
        failure.getMessage());
  }

  @Test
  void cutsSamples() throws IOException {
    byte[] content = ByteBuffer.allocate(12).putShort(2, (short) 300).putShort(6, (short) 7).array();
    IdxFile cut = IdxFile.read(write(idx(0x0B, new int[] {3, 2}, content), false)).samples(0, 2);
    assertEquals(Shape.of(2, 2), cut.shape());
    assertArrayEquals(new float[] {0, 300, 0, 7}, cut.toFloats(1));
    IdxFile second = cut.samples(1, 2);
    assertArrayEquals(new float[] {0, 7}, second.toFloats(1));
    assertFails(IndexOutOfBoundsException.class, () -> second.get(2));
    assertFails(IndexOutOfBoundsException.class, () -> cut.samples(1, 3));
    assertFails(IndexOutOfBoundsException.class, () -> cut.samples(1, 1));
  }

  /// More than the first step, so that memory grows; the last step is not a full one.
  @Test
  void readsLargeCompressedFiles() throws IOException {
    byte[] content = new byte[5_000_000];
    Arrays.fill(content, 4_000_000, 5_000_000, (byte) 9);
    IdxFile read = IdxFile.read(write(idx(8, new int[] {5_000_000}, content), true));
    assertEquals(0, read.get(3_999_999));
    assertEquals(9, read.get(4_999_999));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesWrongHeaders(boolean zipped) throws IOException {
    byte[] data = new byte[6];
    refuses(new byte[] {0, 1, 8, 1, 0, 0, 0, 1, 0}, zipped, "the first two bytes are not 0");
    refuses(idx(7, new int[] {6}, data), zipped, "type code 0x07");
    refuses(idx(8, new int[] {0, 6}, data), zipped, "axis 0 has size 0");
    refuses(idx(8, new int[] {1, -1}, data), zipped, "axis 1 has size 4294967295");
    refuses(new byte[] {0, 0, 8}, zipped, "it ends too early");
    refuses(new byte[] {0, 0, 8, 2, 0, 0, 0, 1}, zipped, "it ends too early");
    refuses(new byte[0], zipped, "it ends too early");
    refuses(
        idx(0x0E, new int[] {1 << 30, 1 << 30, 1 << 30}, data),
        zipped,
        "DOUBLE of 1073741824 x 1073741824 x 1073741824",
        "more than a Java array holds");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void namesWhatWasExpectedAndFound(boolean zipped) throws IOException {
    refuses(
        idx(8, new int[] {7}, new byte[6]),
        zipped,
        "UNSIGNED_BYTE of 7 need 7 bytes, but 6 follow the header");
    refuses(
        idx(8, new int[] {5}, new byte[6]), zipped, "need 5 bytes, but " + (zipped ? "more" : "6"));
    refuses(
        idx(8, new int[] {2_000_000_000}, new byte[6]),
        zipped,
        "need 2000000000 bytes, but 6 follow the header");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void claimAllocatesNothing(boolean zipped) throws IOException {
    Path file = write(idx(8, new int[] {2_000_000_000}, new byte[6]), zipped);
    assertThrows(IOException.class, () -> IdxFile.read(file));
    long allocated =
        Allocation.bytes(() -> assertThrows(IOException.class, () -> IdxFile.read(file)));
    assertTrue(allocated < 1 << 22, allocated + " bytes");
  }

  @Test
  void refusesDamagedCompression() throws IOException {
    byte[] zipped = zip(idx(8, new int[] {1000}, new byte[1000]));
    byte[] cut = Arrays.copyOf(zipped, zipped.length - 12);
    refuses(cut, false, "it ends too early");
    zipped[zipped.length - 5] ^= 1;
    refuses(zipped, false, "its gzip data is damaged");
    zipped[2] = 99;
    refuses(zipped, false, "its gzip data is damaged");
  }

  private double one(int code, byte[] number) throws IOException {
    return IdxFile.read(write(idx(code, new int[] {1}, number), false)).get(0);
  }

  private void refuses(byte[] bytes, boolean zipped, String... fragments) throws IOException {
    Path file = write(bytes, zipped);
    String[] all = Arrays.copyOf(fragments, fragments.length + 1);
    all[fragments.length] = file + " is not an IDX file";
    assertFails(IOException.class, () -> IdxFile.read(file), all);
  }

  private Path write(byte[] bytes, boolean zipped) throws IOException {
    return Files.write(folder.resolve("x-idx"), zipped ? zip(bytes) : bytes);
  }

  static byte[] idx(int code, int[] dims, byte[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dims.length + content.length);
    bytes.putShort((short) 0).put((byte) code).put((byte) dims.length);
    for (int dim : dims) {
      bytes.putInt(dim);
    }
    return bytes.put(content).array();
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
