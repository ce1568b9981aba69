package io.nacre.runtime.data;

import io.nacre.runtime.Shape;
import io.nacre.runtime.data.IdxFile.Type;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads IDX files, believing nothing before it has seen it.
final class IdxReader {
  /// How much is read of a compressed file before memory grows.
  private static final int STEP_BYTES = 1 << 20;

  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final String name;

  private IdxReader(String name) {
    this.name = name;
  }

  static IdxFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new IdxReader(file.toString()).unzipped(in, Files.size(file));
    }
  }

  static IdxFile read(InputStream in, String name) throws IOException {
    return new IdxReader(name).unzipped(in, Long.MAX_VALUE);
  }

  /// @param available the bytes of the stream, or Long.MAX_VALUE if that is not known
  private IdxFile unzipped(InputStream in, long available) throws IOException {
    InputStream raw = new BufferedInputStream(in);
    try {
      raw.mark(2);
      boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.reset();
      return zipped
          ? read(new GZIPInputStream(raw, 1 << 16), Long.MAX_VALUE)
          : read(raw, available);
    } catch (EOFException e) {
      throw wrong("it ends too early", e);
    } catch (ZipException e) {
      throw wrong("its gzip data is damaged: " + e.getMessage(), e);
    }
  }

  /// @param available the bytes of the whole content, or Long.MAX_VALUE if that is not known
  private IdxFile read(InputStream in, long available) throws IOException {
    DataInputStream header = new DataInputStream(in);
    if (header.readUnsignedShort() != 0) {
      throw wrong("the first two bytes are not 0");
    }
    Type type = type(header.readUnsignedByte());
    int[] dims = new int[header.readUnsignedByte()];
    for (int axis = 0; axis < dims.length; axis++) {
      dims[axis] = header.readInt();
      if (dims[axis] < 1) {
        throw wrong("axis %d has size %s".formatted(axis, Integer.toUnsignedString(dims[axis])));
      }
    }
    Shape shape = Shape.of(dims);
    int bytes = bytes(type, shape);
    long found = available - 4 - 4L * dims.length;
    if (available != Long.MAX_VALUE && found != bytes) {
      throw wrong(
          "%s of %s need %d bytes, but %d follow the header".formatted(type, shape, bytes, found));
    }
    return new IdxFile(type, shape, ByteBuffer.wrap(content(in, type, shape, bytes)));
  }

  /// Reads exactly `bytes`, in an array that at most doubles with what was really there.
  private byte[] content(InputStream in, Type type, Shape shape, int bytes) throws IOException {
    byte[] content = new byte[Math.min(bytes, STEP_BYTES)];
    int length = 0;
    while (true) {
      length += in.readNBytes(content, length, content.length - length);
      if (length < content.length) {
        throw wrong(
            "%s of %s need %d bytes, but %d follow the header"
                .formatted(type, shape, bytes, length));
      }
      if (length == bytes) {
        break;
      }
      content = Arrays.copyOf(content, (int) Math.min(bytes, 2L * length));
    }
    if (in.read() >= 0) {
      throw wrong(
          "%s of %s need %d bytes, but more follow the header".formatted(type, shape, bytes));
    }
    return content;
  }

  private Type type(int code) throws IOException {
    for (Type type : Type.values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw wrong("type code 0x%02X is none of the format's".formatted(code));
  }

  private int bytes(Type type, Shape shape) throws IOException {
    long bytes = type.bytes;
    for (int axis = 0; axis < shape.rank(); axis++) {
      bytes *= shape.dim(axis);
      if (bytes > MOST_BYTES) {
        throw wrong("%s of %s are more than a Java array holds".formatted(type, shape));
      }
    }
    return (int) bytes;
  }

  private IOException wrong(String problem) {
    return new IOException("%s is not an IDX file: %s".formatted(name, problem));
  }

  private IOException wrong(String problem, Exception cause) {
    return new IOException("%s is not an IDX file: %s".formatted(name, problem), cause);
  }
}
