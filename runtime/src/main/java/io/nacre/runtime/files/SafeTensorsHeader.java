package io.nacre.runtime.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nacre.runtime.files.SafeTensors.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The header of a safetensors file, checked against the file.
///
/// @param dataStart the file position of the first tensor's first byte
record SafeTensorsHeader(
    SequencedMap<String, Entry> entries, Map<String, String> metadata, long dataStart) {

  /// The reference implementation's limit.
  static final long MOST_BYTES = 100_000_000;

  /// Bytes per number. A type that is not here is listed, and its size not checked.
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("BOOL", 1),
          Map.entry("U8", 1),
          Map.entry("I8", 1),
          Map.entry("F8_E5M2", 1),
          Map.entry("F8_E4M3", 1),
          Map.entry("I16", 2),
          Map.entry("U16", 2),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("I32", 4),
          Map.entry("U32", 4),
          Map.entry("F32", 4),
          Map.entry("I64", 8),
          Map.entry("U64", 8),
          Map.entry("F64", 8));

  static SafeTensorsHeader read(Path file, FileChannel channel) throws IOException {
    long fileLength = channel.size();
    if (fileLength < Long.BYTES) {
      throw malformed(file, "it has %d bytes; 8 hold the header's length".formatted(fileLength));
    }
    ByteBuffer prefix = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(file, channel, prefix);
    long length = prefix.getLong(0);
    if (length < 0 || length > MOST_BYTES) {
      throw malformed(
          file,
          "it claims a header of %s bytes; at most %d are allowed"
              .formatted(Long.toUnsignedString(length), MOST_BYTES));
    }
    if (length > fileLength - Long.BYTES) {
      throw malformed(
          file,
          "it claims a header of %d bytes, but has %d after the length"
              .formatted(length, fileLength - Long.BYTES));
    }
    ByteBuffer json = ByteBuffer.allocate((int) length);
    fill(file, channel, json);
    SafeTensorsJson parsed = parse(file, json.array());
    long dataStart = Long.BYTES + length;
    check(file, List.copyOf(parsed.entries().values()), fileLength - dataStart);
    return new SafeTensorsHeader(
        Collections.unmodifiableSequencedMap(parsed.entries()),
        Map.copyOf(parsed.metadata()),
        dataStart);
  }

  private static void fill(Path file, FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw malformed(file, "it ends within the header");
      }
    }
  }

  private static SafeTensorsJson parse(Path file, byte[] json) throws IOException {
    try {
      return SafeTensorsJson.parse(json);
    } catch (JsonProcessingException e) {
      throw malformed(file, "the header is wrong: " + e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw malformed(file, "the header is not UTF-8", e);
    }
  }

  /// Demands that the tensors cover the `available` bytes behind the header without gap or overlap.
  private static void check(Path file, List<Entry> entries, long available) throws IOException {
    List<Entry> ordered =
        entries.stream()
            .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
            .toList();
    long end = 0;
    for (Entry entry : ordered) {
      if (entry.end() < entry.begin()) {
        throw wrong(
            file, entry, "ends at %d, before its begin %d".formatted(entry.end(), entry.begin()));
      }
      if (entry.begin() != end) {
        throw wrong(
            file,
            entry,
            "begins at %d, but the data before it ends at %d".formatted(entry.begin(), end));
      }
      if (entry.end() > available) {
        throw wrong(
            file,
            entry,
            "ends at %d, but there are %d bytes of data".formatted(entry.end(), available));
      }
      checkSize(file, entry);
      end = entry.end();
    }
    if (end != available) {
      throw malformed(
          file, "the tensors end at %d, but there are %d bytes of data".formatted(end, available));
    }
  }

  private static void checkSize(Path file, Entry entry) throws IOException {
    Integer bytes = BYTES.get(entry.dataType());
    if (bytes == null) {
      return;
    }
    long size = bytes;
    for (long dim : entry.shape()) {
      if (Math.multiplyHigh(size, dim) != 0 || size * dim < 0) {
        throw wrong(file, entry, "of shape %s has more bytes than a long".formatted(entry.shape()));
      }
      size *= dim;
    }
    if (size != entry.end() - entry.begin()) {
      throw wrong(
          file,
          entry,
          "of type %s and shape %s needs %d bytes, but has %d"
              .formatted(entry.dataType(), entry.shape(), size, entry.end() - entry.begin()));
    }
  }

  private static IOException wrong(Path file, Entry entry, String problem) {
    return malformed(file, "tensor '%s' %s".formatted(entry.name(), problem));
  }

  private static IOException malformed(Path file, String problem) {
    return new IOException("%s is not a safetensors file: %s".formatted(file, problem));
  }

  private static IOException malformed(Path file, String problem, Exception cause) {
    return new IOException("%s is not a safetensors file: %s".formatted(file, problem), cause);
  }
}
