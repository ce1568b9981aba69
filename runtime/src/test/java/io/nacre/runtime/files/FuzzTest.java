package io.nacre.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Allocation;
import io.nacre.runtime.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads files that were right before something in them changed. Whatever it was, a file is read or
/// refused with an `IOException` that names it, and neither costs more memory than its length
/// explains.
///
/// The system property `nacre.fuzz` says how many files of each format; it is set in the profile
/// `full`.
class FuzzTest {
  private static final int FILES = Integer.getInteger("nacre.fuzz", 500);

  /// For buffers and what a reader keeps of each array; the arrays themselves come on top.
  private static final long MOST_BYTES = 1 << 20;

  @TempDir private Path folder;

  /// Reads all of a file.
  private interface Reader {
    void read(Path file, Reading reading) throws IOException;
  }

  /// How the reading of a file goes.
  private static final class Reading {
    /// How many numbers the tensors have that were read.
    private long numbers;

    private IOException refusal;
    private Throwable failure;
  }

  @Test
  void changedParamsAreReadOrRefused() throws IOException {
    List<byte[]> originals = new ArrayList<>();
    for (String name : GoldenParams.files()) {
      originals.add(GoldenParams.bytes(name));
    }
    int read = fuzz(originals, FuzzTest::readParams);
    assertTrue(read > FILES / 20, "only " + read + " of " + FILES + " could be read");
    assertTrue(read < FILES, "nothing was ever wrong");
  }

  @Test
  void changedSafeTensorsAreReadOrRefused() throws IOException {
    Path file = folder.resolve("original");
    List<byte[]> originals = new ArrayList<>();
    Tensor small = Tensor.of(new float[300], 20, 15);
    SafeTensors.write(file, Map.of("fc_weight", small), Map.of("format", "pt"));
    originals.add(Files.readAllBytes(file));
    SafeTensors.write(
        file, Map.of("a", small, "b", Tensor.of(new double[90], 90), "c", Tensor.of(new float[1])));
    originals.add(Files.readAllBytes(file));
    int read = fuzz(originals, FuzzTest::readSafeTensors);
    assertTrue(read > FILES / 20, "only " + read + " of " + FILES + " could be read");
    assertTrue(read < FILES, "nothing was ever wrong");
  }

  /// How many files could be read.
  private int fuzz(List<byte[]> originals, Reader reader) throws IOException {
    int read = 0;
    Path file = folder.resolve("changed");
    for (int seed = 0; seed < FILES; seed++) {
      byte[] original = originals.get(seed % originals.size());
      Files.write(file, change(original, new SplittableRandom(seed)));
      Reading reading = new Reading();
      long allocated =
          Allocation.bytes(
              () -> {
                try {
                  reader.read(file, reading);
                } catch (IOException e) {
                  reading.refusal = e;
                } catch (Throwable e) {
                  reading.failure = e;
                }
              });
      String which = "file " + seed;
      if (reading.failure != null) {
        throw new AssertionError(which, reading.failure);
      }
      if (reading.refusal != null) {
        assertNotNull(reading.refusal.getMessage(), which);
        assertTrue(reading.refusal.getMessage().contains(file.toString()), which);
      } else {
        read++;
      }
      // each number is read into an array and copied into a tensor; the first files load classes
      long most = MOST_BYTES + 2 * Double.BYTES * reading.numbers;
      assertTrue(seed < 20 || allocated < most, which + " took " + allocated + " bytes");
    }
    return read;
  }

  private static void readParams(Path file, Reading reading) throws IOException {
    MxnetParams params = MxnetParams.read(file);
    for (int i = 0; i < params.entries().size(); i++) {
      try {
        reading.numbers += checked(params.get(i));
      } catch (IOException e) {
        reading.refusal = e; // and on with the other arrays
      }
    }
  }

  private static void readSafeTensors(Path file, Reading reading) throws IOException {
    SafeTensors stored = SafeTensors.read(file);
    for (String name : stored.names()) {
      reading.numbers += checked(stored.get(name));
    }
  }

  private static int checked(Tensor tensor) {
    assertEquals(tensor.shape().size(), tensor.size());
    return tensor.size();
  }

  /// One to four changes: a bit, a byte, a whole number, a stretch taken out or put in twice, an
  /// end.
  private static byte[] change(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    for (int changes = random.nextInt(1, 5); changes > 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> number(bytes, at & ~3, random);
        case 4 -> bytes = Arrays.copyOf(bytes, at);
        case 5 -> bytes = splice(bytes, at, at + random.nextInt(1, 17), new byte[0]);
        default -> {
          int end = Math.min(bytes.length, at + random.nextInt(1, 17));
          bytes = splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
        }
      }
    }
    return bytes;
  }

  /// Writes a number that is likely to be a limit, 4 or 8 bytes long.
  private static void number(byte[] bytes, int at, SplittableRandom random) {
    long[] limits = {
      0,
      1,
      2,
      -1,
      31,
      33,
      255,
      1 << 16,
      Integer.MAX_VALUE,
      Integer.MIN_VALUE,
      1L << 31,
      1L << 32,
      1L << 40,
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      0xF993FAC8L,
      0xF993FAC9L,
      0xF993FACAL
    };
    long value = limits[random.nextInt(limits.length)];
    int length = random.nextBoolean() ? 4 : 8;
    for (int i = 0; i < length && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
    int end = Math.min(bytes.length, to);
    byte[] result = new byte[bytes.length - (end - from) + between.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(between, 0, result, from, between.length);
    System.arraycopy(bytes, end, result, from + between.length, bytes.length - end);
    return result;
  }
}
