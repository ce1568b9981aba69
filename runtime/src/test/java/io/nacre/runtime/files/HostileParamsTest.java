package io.nacre.runtime.files;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Allocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are wrong, by accident or on purpose.
class HostileParamsTest {
  private static final long HUGE = 1L << 60;

  @TempDir private Path folder;

  @Test
  void refusesTheGoldenBadFiles() throws IOException {
    refuses(GoldenParams.bytes("bad_truncated.params"), "is cut short: the file ends at byte 100");
    refuses(GoldenParams.bytes("bad_magic.params"), "the header begins with 0x113, not 0x112");
    refuses(
        GoldenParams.bytes("bad_dtype.params"), "array 1 of 1, at byte 24, has unknown type 77");
    refuses(GoldenParams.bytes("bad_count.params"), "array 2 of 2, at byte 88, has unknown type");
  }

  @Test
  void refusesEveryCutOfAGoodFile() throws IOException {
    for (String name : List.of("sparse.params", "npshape_v3.params", "legacy_v0.params")) {
      byte[] bytes = GoldenParams.bytes(name);
      for (int length = 0; length < bytes.length; length++) {
        refuses(Arrays.copyOf(bytes, length));
      }
      refuses(Arrays.copyOf(bytes, bytes.length + 1), "the end is followed by 1 further bytes");
    }
  }

  @Test
  void refusesClaimsThatTheFileDoesNotHold() throws IOException {
    refuses(new ParamsBytes().header(HUGE), "claims 1152921504606846976 arrays", "1048576");
    refuses(new ParamsBytes().header(-1), "claims 18446744073709551615 arrays");
    refuses(
        new ParamsBytes().header(1).dense(0, HUGE),
        "claims 1152921504606846976 numbers of float32, but the file has 0 bytes left");
    refuses(new ParamsBytes().header(1).dense(1, 1L << 32, 1L << 32), "numbers of float64");
    refuses(new ParamsBytes().header(1).dense(0, -5), "has an axis of -5");
    refuses(
        new ParamsBytes().header(1).ints(ParamsBytes.V2, 0, 1 << 30),
        "claims 1073741824 axes; at most 32");
    refuses(new ParamsBytes().header(1).ints(ParamsBytes.V2, 0, -1), "claims -1 axes");
    refuses(new ParamsBytes().header(1).ints(33), "begins with 0x21, which is no version");
    refuses(new ParamsBytes().header(0).longs(1), "the list of names has 1 names for 0 arrays");
    refuses(
        new ParamsBytes().header(1).ints(0).longs(1, HUGE),
        "name 1 of 1 claims 1152921504606846976 bytes, but the file has 0 left");
    refuses(new ParamsBytes().header(1).ints(0).longs(1, 1).bytes(0xFF), "name 1 of 1 is not UTF");
    refuses(
        new ParamsBytes().header(2).ints(0, 0).names("a", "a"),
        "name 2 of 2 is 'a', which is there already");
    refuses(new ParamsBytes().header(1).ints(ParamsBytes.V2, 3), "unknown storage type 3");
    refuses(new ParamsBytes().header(1).ints(ParamsBytes.V3, 1), "storage type 1; V3 has 0 only");
  }

  @Test
  void refusesSparseShapesThatDoNotBelongTogether() throws IOException {
    refuses(
        sparse(1, new long[] {2, 3}, new long[] {9, 4}, 2),
        "stores 2 x 3 numbers, but its indices are for 2 x 4");
    refuses(
        sparse(1, new long[] {2, 4}, new long[] {9, 4}, 1),
        "stores 2 x 4 numbers, but its indices are for 1 x 4");
    refuses(
        sparse(2, new long[] {5}, new long[] {2, 4}, 3, 4),
        "stores 5 numbers, but its indices are for 4");
    refuses(
        sparse(2, new long[] {4}, new long[] {2, 4}, 2, 4),
        "has 2 rows and needs 3 starts of rows, but has 2");
    refuses(
        sparse(2, new long[] {4}, new long[] {2, 4, 1}, 3, 4),
        "is compressed by rows, but of shape 2 x 4 x 1");
    refuses(
        new ParamsBytes().header(1).ints(ParamsBytes.V2, 1).shape(1).shape(1).ints(1, 0, 0, 0),
        "has indices of type float32; int32 and int64 can be read");
    refuses(
        new ParamsBytes()
            .header(1)
            .ints(ParamsBytes.V2, 1)
            .shape(1)
            .shape(1)
            .ints(1, 0, 0, 6)
            .shape(1, 1),
        "has indices of shape 1 x 1, not of one axis");
    refuses(sparse(1, new long[] {HUGE, 1}, new long[] {HUGE, 1}, HUGE), "bytes left");
  }

  @Test
  void refusesIndicesThatDoNotFit() throws IOException {
    refusesArray(new ParamsBytes().rows(5, 1, 5), "has a number for row 5 of 5");
    refusesArray(new ParamsBytes().rows(5, 1, -1), "has a number for row -1 of 5");
    refusesArray(new ParamsBytes().rows(5, 1, 3, 3), "has row 3 behind row 3");
    refusesArray(new ParamsBytes().csr(1, 2, 2).longs(1, 0), "start at 1 and end at 0");
    refusesArray(new ParamsBytes().csr(1, 2, 2).longs(0, 1), "not from 0 to 0");
    refusesArray(new ParamsBytes().csr(2, 2, 3).longs(0, HUGE, 0), "row 0 from 0 to 11529");
    refusesArray(new ParamsBytes().csr(3, 2, 4).longs(0, 0, -1, 0), "row 1 from 0 to -1");
  }

  /// What a file claims costs nothing until the file is known to have it.
  @Test
  void claimsAllocateNothing() throws IOException {
    List<ParamsBytes> hostile =
        List.of(
            new ParamsBytes().header(1 << 20),
            new ParamsBytes().header(1).dense(0, HUGE),
            new ParamsBytes().header(1).dense(0, 1L << 31),
            new ParamsBytes().header(1).ints(0).longs(1, 1L << 30),
            sparse(1, new long[] {1L << 30, 1}, new long[] {1L << 30, 1}, 1L << 30));
    for (ParamsBytes bytes : hostile) {
      Path file = bytes.write(folder);
      assertThrows(IOException.class, () -> MxnetParams.read(file));
      long allocated =
          Allocation.bytes(() -> assertThrows(IOException.class, () -> MxnetParams.read(file)));
      assertTrue(allocated < 1 << 18, allocated + " bytes");
    }
  }

  /// A sparse array with indices for as many numbers as said, but without any.
  private static ParamsBytes sparse(int storage, long[] stored, long[] shape, long... indices) {
    ParamsBytes bytes =
        new ParamsBytes().header(1).ints(ParamsBytes.V2, storage).shape(stored).shape(shape);
    bytes.ints(1, 0, 0);
    for (long count : indices) {
      bytes.ints(6).shape(count);
    }
    return bytes;
  }

  private void refusesArray(ParamsBytes array, String fragment) throws IOException {
    byte[] body = Files.readAllBytes(array.write(folder));
    ParamsBytes all = new ParamsBytes().header(1);
    for (byte b : body) {
      all.bytes(b);
    }
    Path file = all.names("x").write(folder);
    MxnetParams params = MxnetParams.read(file);
    assertFails(IOException.class, () -> params.get("x"), file + ": array 'x' has", fragment);
  }

  private void refuses(ParamsBytes bytes, String... fragments) throws IOException {
    refuses(Files.readAllBytes(bytes.write(folder)), fragments);
  }

  private void refuses(byte[] bytes, String... fragments) throws IOException {
    Path file = Files.write(folder.resolve("bad.params"), bytes);
    String[] all = Arrays.copyOf(fragments, fragments.length + 1);
    all[fragments.length] = file + " is not an MXNet .params file: ";
    assertFails(IOException.class, () -> MxnetParams.read(file), all);
  }
}
