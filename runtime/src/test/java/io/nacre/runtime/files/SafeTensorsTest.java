package io.nacre.runtime.files;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Allocation;
import io.nacre.runtime.DataType;
import io.nacre.runtime.Shape;
import io.nacre.runtime.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("x.safetensors");
  }

  @Test
  void readsWhatItWrote() throws IOException {
    float[] many = new float[100_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i * 0.1f;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("many", Tensor.of(many, 100, 1000));
    tensors.put("größe \"1\"", Tensor.of(new double[] {Math.PI, -0.0, Double.NaN}, 3));
    tensors.put("scalar", Tensor.of(new float[] {7}));
    SafeTensors.write(file, tensors, Map.of("format", "pt"));
    SafeTensors read = SafeTensors.read(file);
    assertEquals(
        List.of("größe \"1\"", "many", "scalar"),
        new ArrayList<>(read.names()),
        "float64 first, so that everything is aligned");
    assertEquals(Map.of("format", "pt"), read.metadata());
    assertArrayEquals(many, read.get("many").toFloats());
    assertEquals(Shape.of(100, 1000), read.get("many").shape());
    assertArrayEquals(
        new double[] {Math.PI, -0.0, Double.NaN}, read.get("größe \"1\"").toDoubles());
    assertEquals(DataType.FLOAT64, read.get("größe \"1\"").dataType());
    assertEquals(7, read.get("scalar").get());
    byte[] bytes = Files.readAllBytes(file);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals(0, header % 8);
    assertEquals(8 + header + 400_000 + 24 + 4, bytes.length);
  }

  @Test
  void replacesAFileOrLeavesIt() throws IOException {
    SafeTensors.write(file, Map.of("a", Tensor.of(new float[] {1}, 1)));
    SafeTensors.write(file, Map.of("b", Tensor.of(new float[] {2}, 1)));
    assertEquals(2, SafeTensors.read(file).get("b").get(0));
    assertFails(
        IllegalArgumentException.class,
        () -> SafeTensors.write(file, Map.of("__metadata__", Tensor.of(new float[1], 1))),
        "__metadata__");
    assertFails(
        IOException.class,
        () -> SafeTensors.write(folder.resolve("none/x"), Map.of("a", Tensor.of(new float[1], 1))));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void listsTypesThatItCannotRead() throws IOException {
    write(
        """
        {"h": {"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]},
         "f": {"data_offsets": [4, 8], "dtype": "F32", "shape": []},
         "n": {"dtype": "NEW", "shape": [3], "data_offsets": [8, 9]},
         "e": {"dtype": "F32", "shape": [0, 3], "data_offsets": [9, 9]}}  \
        """,
        9);
    SafeTensors read = SafeTensors.read(file);
    assertEquals(List.of(2L), read.entries().get("h").shape());
    assertEquals(0, read.get("f").get());
    assertFails(
        IOException.class, () -> read.get("h"), "tensor 'h' is of type BF16", "I32, I64 can be read");
    assertFails(IOException.class, () -> read.get("n"), "of type NEW");
    assertFails(IOException.class, () -> read.get("e"), "an axis of 0");
    assertFails(NoSuchElementException.class, () -> read.get("g"), "no tensor 'g'");
    assertTrue(SafeTensors.read(write("{}", 0)).names().isEmpty());
  }

  @Test
  void fileThatIsCutLaterIsNoticed() throws IOException {
    SafeTensors.write(file, Map.of("a", Tensor.of(new double[1000], 1000)));
    SafeTensors read = SafeTensors.read(file);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500));
    assertFails(IOException.class, () -> read.get("a"), "has been cut short: tensor 'a'");
    Files.delete(file);
    assertFails(NoSuchFileException.class, () -> read.get("a"));
    assertFails(NoSuchFileException.class, () -> SafeTensors.read(file));
  }

  @Test
  void refusesHeadersLongerThanTheFile() throws IOException {
    refuses(length(1L << 60), "claims a header of 1152921504606846976 bytes", "100000000");
    refuses(length(-1), "claims a header of 18446744073709551615 bytes");
    refuses(length(99_999_999), "claims a header of 99999999 bytes, but has 0 after");
    refuses(new byte[3], "it has 3 bytes");
    refuses(length(0), "it has to begin with {");
  }

  @Test
  void refusesClaimsThatTheFileDoesNotHold() throws IOException {
    refuses(
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [288230376151711744], "
            + "\"data_offsets\": [0, 1152921504606846976]}}",
        4,
        "tensor 'a' ends at 1152921504606846976, but there are 4 bytes");
    refuses(
        tensor("a", "[4294967296, 4294967296, 0]", 0, 0),
        0,
        "'a' of shape [4294967296, 4294967296, 0] has more bytes than a long");
    refuses(tensor("a", "[9223372036854775808]", 0, 4), 4, "header is wrong");
    refuses(tensor("a", "[2]", 0, 4), 4, "of type F32 and shape [2] needs 8 bytes, but has 4");
  }

  /// A header that claims 2^60 bytes costs what its own few bytes cost to read.
  @Test
  void claimsAllocateNothing() throws IOException {
    List<byte[]> hostile = new ArrayList<>();
    hostile.add(length(1L << 60));
    write(
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [288230376151711744], "
            + "\"data_offsets\": [0, 1152921504606846976]}}",
        4);
    hostile.add(Files.readAllBytes(file));
    for (byte[] bytes : hostile) {
      refuses(bytes);
      long allocated =
          Allocation.bytes(() -> assertThrows(IOException.class, () -> SafeTensors.read(file)));
      assertTrue(allocated < 1 << 20, allocated + " bytes");
    }
  }

  @Test
  void refusesGapsAndOverlaps() throws IOException {
    refuses(tensor("a", "[1]", 4, 8), 8, "'a' begins at 4, but the data before it ends at 0");
    refuses(
        two(tensor("a", "[2]", 0, 8), tensor("b", "[1]", 4, 8)),
        8,
        "'b' begins at 4, but the data before it ends at 8");
    refuses(
        two(tensor("a", "[1]", 0, 4), tensor("b", "[1]", 8, 12)),
        12,
        "'b' begins at 8, but the data before it ends at 4");
    refuses(tensor("a", "[1]", 0, 4), 5, "the tensors end at 4, but there are 5 bytes");
    refuses(tensor("a", "[1]", 0, 4), 3, "'a' ends at 4, but there are 3 bytes");
    refuses(tensor("a", "[1]", 4, 0), 4, "'a' ends at 0, before its begin 4");
    refuses("{}", 1, "the tensors end at 0, but there are 1 bytes");
  }

  @Test
  void refusesJsonThatIsNotTheFormats() throws IOException {
    refuses(two(tensor("a", "[1]", 0, 4), tensor("a", "[1]", 0, 4)), 4, "'a' is there twice");
    refuses(tensor("a", "[1], \"shape\": [1]", 0, 4), 4, "'a.shape' is there twice");
    refuses(tensor("a", "[1], \"x\": 1", 0, 4), 4, "unknown key 'a.x'");
    refuses(tensor("a", "[-1]", 0, 4), 4, "'a.shape' holds something else");
    refuses(tensor("a", "[1.5]", 0, 4), 4, "'a.shape' holds something else");
    refuses(tensor("a", "[[1]]", 0, 4), 4, "'a.shape' holds something else");
    refuses(tensor("a", "3", 0, 4), 4, "'a.shape' is VALUE_NUMBER_INT");
    refuses("{\"a\": {\"dtype\": \"F32\"}}", 0, "'a' needs dtype, shape and data_offsets");
    refuses("{\"a\": 1}", 0, "'a' is VALUE_NUMBER_INT where START_OBJECT");
    refuses(
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [], \"data_offsets\": [0]}}",
        0,
        "'a.data_offsets' has 1 numbers");
    refuses("{\"__metadata__\": {\"a\": 1}}", 0, "'__metadata__.a' is VALUE_NUMBER_INT");
    refuses("{\"__metadata__\": {}, \"__metadata__\": {}}", 0, "is there twice");
    refuses("{\"__metadata__\": {\"a\": \"\", \"a\": \"\"}}", 0, "'a' is there twice");
    refuses("[]", 0, "it has to begin with {");
    refuses(" {}", 0, "it has to begin with {");
    refuses("{} {}", 0, "more after the closing }");
    refuses("{\"a", 0, "header is wrong");
    refuses("{", 0, "header is wrong");
    byte[] json = "{\"aa\": 1}".getBytes(StandardCharsets.UTF_8);
    json[2] = (byte) 0xC3;
    refuses(
        ByteBuffer.allocate(8 + json.length).put(length(json.length)).put(json).array(), "UTF-8");
  }

  @Test
  void refusesDeepNesting() throws IOException {
    refuses(tensor("a", "[".repeat(100_000), 0, 4), 4, "holds something else");
  }

  private void refuses(String json, int dataBytes, String... fragments) throws IOException {
    write(json, dataBytes);
    refuses(Files.readAllBytes(file), fragments);
  }

  private void refuses(byte[] bytes, String... fragments) throws IOException {
    Files.write(file, bytes);
    String[] all = Arrays.copyOf(fragments, fragments.length + 1);
    all[fragments.length] = file + " is not a safetensors file";
    assertFails(IOException.class, () -> SafeTensors.read(file), all);
  }

  private Path write(String json, int dataBytes) throws IOException {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + dataBytes);
    return Files.write(file, bytes.put(length(header.length)).put(header).array());
  }

  private static byte[] length(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  private static String tensor(String name, String shape, int begin, int end) {
    return "{\"%s\": {\"dtype\": \"F32\", \"shape\": %s, \"data_offsets\": [%d, %d]}}"
        .formatted(name, shape, begin, end);
  }

  private static String two(String first, String second) {
    return first.substring(0, first.length() - 1) + ", " + second.substring(1);
  }
}
