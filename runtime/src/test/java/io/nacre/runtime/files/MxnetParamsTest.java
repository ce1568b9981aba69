package io.nacre.runtime.files;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.DataType;
import io.nacre.runtime.GoldenJson;
import io.nacre.runtime.Shape;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.files.MxnetParams.Entry;
import io.nacre.runtime.files.MxnetParams.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MxnetParamsTest {
  @TempDir private Path folder;

  static List<String> good() {
    return GoldenParams.files().stream()
        .filter(file -> GoldenParams.expected(file).containsKey("arrays"))
        .toList();
  }

  @Test
  void allGoldenFilesAreHere() {
    assertEquals(18, GoldenParams.files().size());
    assertEquals(13, good().size());
  }

  @ParameterizedTest
  @MethodSource("good")
  void readsWhatMxNetReads(String name) throws IOException {
    MxnetParams params = MxnetParams.read(GoldenParams.copy(name, folder));
    Object arrays = GoldenParams.expected(name).get("arrays");
    assertEquals(arrays instanceof Map, params.named());
    Map<String, Object> expected = new LinkedHashMap<>();
    if (arrays instanceof Map<?, ?> map) {
      map.forEach((key, array) -> expected.put((String) key, array));
    } else {
      List<?> list = (List<?>) arrays;
      for (int i = 0; i < list.size(); i++) {
        expected.put(Integer.toString(i), list.get(i));
      }
    }
    assertEquals(
        List.copyOf(expected.keySet()), params.entries().stream().map(Entry::name).toList());
    for (Map.Entry<String, Object> array : expected.entrySet()) {
      check(params, array.getKey(), array.getValue());
    }
  }

  @Test
  void readsACheckpoint() throws IOException {
    MxnetParams params = MxnetParams.read(GoldenParams.copy("checkpoint-0007.params", folder));
    assertEquals(
        GoldenParams.expected("checkpoint-0007.params").get("keys"),
        params.entries().stream().map(Entry::name).sorted().toList());
    for (Entry entry : params.entries()) {
      Tensor tensor = params.get(entry.name());
      for (int i = 0; i < tensor.size(); i++) {
        float value = GoldenParams.value(entry.name().substring(4), i, entry.shape());
        assertEquals(value, tensor.toFloats()[i], entry.name() + " " + i);
      }
    }
  }

  /// Byte for byte, so that MXNet reads it.
  @Test
  void writesAsMxNetDoes() throws IOException {
    for (String name :
        List.of(
            "one_float32.params",
            "one_float64.params",
            "shapes.params",
            "checkpoint-0007.params")) {
      MxnetParams params = MxnetParams.read(GoldenParams.copy(name, folder));
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Entry entry : params.entries()) {
        tensors.put(entry.name(), params.get(entry.name()));
      }
      Path file = folder.resolve("written.params");
      MxnetParams.write(file, tensors);
      assertArrayEquals(GoldenParams.bytes(name), Files.readAllBytes(file), name);
    }
  }

  @Test
  void replacesAFileOrLeavesIt() throws IOException {
    Path file = folder.resolve("x.params");
    MxnetParams.write(file, Map.of("a", Tensor.of(new float[] {1}, 1)));
    MxnetParams.write(file, Map.of("größe", Tensor.of(new double[] {2}, 1)));
    assertEquals(2, MxnetParams.read(file).get("größe").get(0));
    assertFails(
        IllegalArgumentException.class,
        () -> MxnetParams.write(file, Map.of("s", Tensor.of(new float[1]))),
        "cannot store s, which has no axes");
    assertFails(IOException.class, () -> MxnetParams.write(folder.resolve("none/x"), Map.of()));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    MxnetParams.write(file, Map.of());
    assertTrue(MxnetParams.read(file).entries().isEmpty());
  }

  @Test
  void wholeNumbersStayExact() throws IOException {
    long large = 1L << 53;
    ParamsBytes bytes =
        new ParamsBytes()
            .header(7)
            .dense(6, 2)
            .longs(large, -large + 1) // int64
            .dense(6, 1)
            .longs(large + 1)
            .dense(11, 2)
            .longs(-2048, 5) // uint64
            .dense(11, 1)
            .longs(-1)
            .dense(10, 1)
            .ints(-1) // uint32
            .dense(4, 1)
            .ints(Integer.MIN_VALUE)
            .dense(12, 2)
            .bytes(0x80, 0x3F, 0x00, 0xC0) // bfloat16
            .names("a", "b", "c", "d", "e", "f", "g");
    MxnetParams params = MxnetParams.read(bytes.write(folder));
    assertArrayEquals(new double[] {large, -large + 1}, params.get("a").toDoubles());
    assertFails(
        IOException.class,
        () -> params.get("b"),
        "array 'b' has at place 0 the number 9007199254740993, which no float64 is exactly");
    assertArrayEquals(new double[] {0x1p64 - 2048, 5}, params.get("c").toDoubles());
    assertFails(IOException.class, () -> params.get("d"), "18446744073709551615");
    assertEquals(4294967295.0, params.get("e").get(0));
    assertEquals(-0x1p31, params.get("f").get(0));
    assertEquals(DataType.FLOAT64, params.get("f").dataType());
    assertArrayEquals(new float[] {1, -2}, params.get("g").toFloats());
    assertEquals("bfloat16", params.entry("g").dataType());
  }

  @Test
  void smallTypesBecomeFloats() throws IOException {
    ParamsBytes bytes =
        new ParamsBytes()
            .header(3)
            .dense(7, 3)
            .bytes(0, 1, 2) // bool
            .dense(8, 1)
            .bytes(0xFE, 0xFF) // int16
            .dense(9, 1)
            .bytes(0xFE, 0xFF) // uint16
            .names("a", "b", "c");
    MxnetParams params = MxnetParams.read(bytes.write(folder));
    assertArrayEquals(new float[] {0, 1, 1}, params.get("a").toFloats());
    assertEquals(DataType.FLOAT32, params.get("a").dataType());
    assertEquals(-2, params.get("b").get(0));
    assertEquals(65534, params.get("c").get(0));
  }

  @Test
  void emptySlotsAndEmptyArraysAreListed() throws IOException {
    ParamsBytes bytes =
        new ParamsBytes()
            .header(4)
            .ints(ParamsBytes.V2, 0, 0) // no axes
            .ints(ParamsBytes.V3, 0, -1) // not known
            .ints(ParamsBytes.V1, 0)
            .dense(0, 0, 5)
            .names("a", "b", "c", "d");
    MxnetParams params = MxnetParams.read(bytes.write(folder));
    for (String name : List.of("a", "b", "c")) {
      assertEquals(new Entry(name, "", List.of(), Storage.NONE), params.entry(name));
      assertFails(IOException.class, () -> params.get(name), "'" + name + "' is an empty slot");
    }
    assertEquals(List.of(0L, 5L), params.entry("d").shape());
    assertFails(IOException.class, () -> params.get("d"), "array 'd' has an axis of 0: 0 x 5");
    assertFails(NoSuchElementException.class, () -> params.get("e"), "no array 'e'");
  }

  @Test
  void sparseZerosHaveNoIndices() throws IOException {
    ParamsBytes bytes =
        new ParamsBytes()
            .header(2)
            .csr(2, 3, 0)
            .noIndices()
            .csr(2, 3, 3)
            .longs(0, 0, 0)
            .names("a", "b");
    MxnetParams params = MxnetParams.read(bytes.write(folder));
    assertArrayEquals(new float[6], params.get("a").toFloats());
    assertArrayEquals(new float[6], params.get("b").toFloats());
    assertEquals(Storage.CSR, params.entry("a").storage());
  }

  /// The file has a row of 4 numbers, and claims a million rows.
  @Test
  void largeSparseArraysNeedTheirShapeSaid() throws IOException {
    ParamsBytes bytes = new ParamsBytes().header(1).rows(10_000_000, 4, 9_999_999).names("a");
    MxnetParams params = MxnetParams.read(bytes.write(folder));
    assertFails(
        IOException.class, () -> params.get("a"), "is sparse and would be 10000000 x 4", "shape");
    assertFails(
        IllegalArgumentException.class,
        () -> params.get("a", Shape.of(4, 10_000_000)),
        "array 'a' is 10000000 x 4, not 4 x 10000000");
    Tensor tensor = params.get("a", Shape.of(10_000_000, 4));
    assertEquals(4, tensor.get(9_999_999, 3));
    assertEquals(0, tensor.get(9_999_998, 3));
  }

  @Test
  void fileThatIsCutLaterIsNoticed() throws IOException {
    Path file = GoldenParams.copy("sparse.params", folder);
    MxnetParams params = MxnetParams.read(file);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 120));
    assertFails(IOException.class, () -> params.get("csr"), "has been cut short: array 'csr'");
    Files.delete(file);
    assertFails(NoSuchFileException.class, () -> params.get("rsp"));
    assertFails(NoSuchFileException.class, () -> MxnetParams.read(file));
  }

  private static void check(MxnetParams params, String name, Object expected) throws IOException {
    Entry entry = params.entry(name);
    assertEquals(GoldenJson.at(expected, "dtype"), entry.dataType());
    double[] shape = GoldenJson.numbers(GoldenJson.at(expected, "shape"));
    assertArrayEquals(
        shape, entry.shape().stream().mapToDouble(dim -> dim).toArray(), name + "'s shape");
    double[] values = GoldenJson.numbers(GoldenJson.at(expected, "values"));
    if (values.length == 0) {
      assertFails(IOException.class, () -> params.get(name), "an axis of 0");
      return;
    }
    Tensor tensor = params.get(name);
    assertArrayEquals(values, tensor.toDoubles(), name);
    assertEquals(shape.length, tensor.shape().rank());
    boolean wide = List.of("float64", "int32", "int64").contains(entry.dataType());
    assertEquals(wide ? DataType.FLOAT64 : DataType.FLOAT32, tensor.dataType());
    assertFalse(entry.dataType().isEmpty());
  }
}
