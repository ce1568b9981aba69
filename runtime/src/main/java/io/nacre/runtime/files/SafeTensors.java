package io.nacre.runtime.files;

import io.nacre.runtime.DataType;
import io.nacre.runtime.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;

/// A safetensors file: named tensors behind a JSON header.
///
/// The format is that of <https://github.com/huggingface/safetensors>: the header's length as 8
/// bytes, little-endian; the header `{name: {"dtype", "shape", "data_offsets"}}`; the numbers,
/// little-endian, without gaps. [#read] reads the header alone, and checks it against the file's
/// length before anything is allocated; [#get] reads one tensor.
public final class SafeTensors {
  /// What the header says of one tensor.
  ///
  /// @param dataType in the format's spelling, for instance `F32`
  /// @param begin the position of its first byte behind the header
  /// @param end the position behind its last byte
  public record Entry(String name, String dataType, List<Long> shape, long begin, long end) {
    /// Copies the shape.
    public Entry {
      shape = List.copyOf(shape);
    }
  }

  private static final int BUFFER_BYTES = 1 << 16;

  private static final SequencedMap<String, DataType> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("F32", DataType.FLOAT32);
    TYPES.put("F64", DataType.FLOAT64);
    TYPES.put("F16", DataType.FLOAT16);
    TYPES.put("I8", DataType.INT8);
    TYPES.put("U8", DataType.UINT8);
    TYPES.put("I32", DataType.INT32);
    TYPES.put("I64", DataType.INT64);
  }

  private final Path file;
  private final SafeTensorsHeader header;

  private SafeTensors(Path file, SafeTensorsHeader header) {
    this.file = file;
    this.header = header;
  }

  /// Reads the header of `file`.
  ///
  /// @throws IOException if the file cannot be read, is cut short, or breaks a rule of the format;
  ///     the message says which
  public static SafeTensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new SafeTensors(file, SafeTensorsHeader.read(file, channel));
    }
  }

  /// Writes `tensors` to `file`: first to a temporary file beside it, which then takes its place in
  /// one step. Tensors of wide types come first, so that every tensor is aligned.
  ///
  /// @throws IOException if it cannot be written; an older file is then unchanged
  /// @throws IllegalArgumentException if a tensor is called `__metadata__`
  public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    SafeTensorsWriter.write(file, tensors, Map.of());
  }

  /// As [#write(Path, Map)], with texts that go with the tensors.
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    SafeTensorsWriter.write(file, tensors, metadata);
  }

  /// The names of all tensors, in the header's order.
  public Set<String> names() {
    return header.entries().sequencedKeySet();
  }

  /// What the header says of each tensor, in its order.
  public SequencedMap<String, Entry> entries() {
    return header.entries();
  }

  /// The texts that go with the tensors, `__metadata__` in the header.
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /// Reads one tensor, of type F32, F64, F16, I8, U8, I32 or I64.
  ///
  /// @throws NoSuchElementException if the file has no tensor of that name
  /// @throws IOException if the file cannot be read or has been cut since, or the tensor is of
  ///     another type, is empty, or is larger than a Java array
  public Tensor get(String name) throws IOException {
    Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new NoSuchElementException("%s has no tensor '%s'".formatted(file, name));
    }
    DataType type = TYPES.get(entry.dataType());
    if (type == null) {
      throw failure(
          entry,
          "is of type %s; %s can be read"
              .formatted(entry.dataType(), String.join(", ", TYPES.sequencedKeySet())));
    }
    int[] shape = shape(entry, type);
    int size = (int) ((entry.end() - entry.begin()) / type.bytes());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(header.dataStart() + entry.begin());
      return read(channel, entry, type, size, shape);
    }
  }

  /// What the format calls a type: `F32`.
  public static String typeName(DataType type) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private int[] shape(Entry entry, DataType type) throws IOException {
    int[] shape = new int[entry.shape().size()];
    for (int axis = 0; axis < shape.length; axis++) {
      long dim = entry.shape().get(axis);
      if (dim < 1 || dim > Integer.MAX_VALUE) {
        throw failure(entry, "has an axis of %d: %s".formatted(dim, entry.shape()));
      }
      shape[axis] = (int) dim;
    }
    if ((entry.end() - entry.begin()) / type.bytes() > Integer.MAX_VALUE - 8) {
      throw failure(entry, "is larger than a Java array: %s".formatted(entry.shape()));
    }
    return shape;
  }

  private Tensor read(FileChannel channel, Entry entry, DataType type, int size, int[] shape)
      throws IOException {
    return switch (type) {
      case FLOAT32 -> {
        float[] values = new float[size];
        pieces(channel, entry, type, size, (b, at, n) -> b.asFloatBuffer().get(values, at, n));
        yield Tensor.of(values, shape);
      }
      case FLOAT64 -> {
        double[] values = new double[size];
        pieces(channel, entry, type, size, (b, at, n) -> b.asDoubleBuffer().get(values, at, n));
        yield Tensor.of(values, shape);
      }
      case FLOAT16 -> {
        float[] values = new float[size];
        pieces(
            channel,
            entry,
            type,
            size,
            (b, at, n) -> {
              for (int i = at; i < at + n; i++) {
                values[i] = Float.float16ToFloat(b.getShort());
              }
            });
        yield Tensor.of(values, shape).cast(DataType.FLOAT16);
      }
      case INT8, UINT8 -> {
        byte[] values = new byte[size];
        pieces(channel, entry, type, size, (b, at, n) -> b.get(values, at, n));
        yield type == DataType.INT8 ? Tensor.of(values, shape) : Tensor.ofUnsigned(values, shape);
      }
      case INT32 -> {
        int[] values = new int[size];
        pieces(channel, entry, type, size, (b, at, n) -> b.asIntBuffer().get(values, at, n));
        yield Tensor.of(values, shape);
      }
      case INT64 -> {
        long[] values = new long[size];
        pieces(channel, entry, type, size, (b, at, n) -> b.asLongBuffer().get(values, at, n));
        yield Tensor.of(values, shape);
      }
    };
  }

  /// Takes some numbers out of a buffer.
  private interface Piece {
    void take(ByteBuffer buffer, int at, int count);
  }

  private void pieces(FileChannel channel, Entry entry, DataType type, int size, Piece piece)
      throws IOException {
    requireLength(channel, entry);
    ByteBuffer buffer = buffer();
    int count;
    for (int at = 0; at < size; at += count) {
      fill(channel, buffer, entry, (long) (size - at) * type.bytes());
      count = buffer.limit() / type.bytes();
      piece.take(buffer, at, count);
    }
  }

  private void fill(FileChannel channel, ByteBuffer buffer, Entry entry, long wanted)
      throws IOException {
    buffer.clear().limit((int) Math.min(wanted, BUFFER_BYTES));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw cut(entry);
      }
    }
    buffer.flip();
  }

  private void requireLength(FileChannel channel, Entry entry) throws IOException {
    if (channel.size() < header.dataStart() + entry.end()) {
      throw cut(entry);
    }
  }

  private EOFException cut(Entry entry) {
    return new EOFException(
        "%s has been cut short: tensor '%s' ends at byte %d"
            .formatted(file, entry.name(), header.dataStart() + entry.end()));
  }

  private IOException failure(Entry entry, String problem) {
    return new IOException("%s: tensor '%s' %s".formatted(file, entry.name(), problem));
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
