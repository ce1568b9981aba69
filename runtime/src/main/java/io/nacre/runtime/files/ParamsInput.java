package io.nacre.runtime.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Reads a `.params` file from its start to its end, skipping over the numbers of its arrays.
///
/// Nothing is allocated or skipped before it is known that the file has as many bytes.
final class ParamsInput {
  private static final int BUFFER_BYTES = 1 << 13;

  private final Path file;
  private final FileChannel channel;
  private final long length;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);

  /// Where the next byte of the buffer is in the file.
  private long position;

  /// What is being read, for messages.
  private String part = "the header";

  ParamsInput(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.length = channel.size();
  }

  /// Says what is read from here on.
  void enter(String part) {
    this.part = part;
  }

  long position() {
    return position;
  }

  long remaining() {
    return length - position;
  }

  int int32() throws IOException {
    need(Integer.BYTES);
    position += Integer.BYTES;
    return buffer.getInt();
  }

  long int64() throws IOException {
    need(Long.BYTES);
    position += Long.BYTES;
    return buffer.getLong();
  }

  /// The next `count` bytes, which the file has to have.
  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int at = 0; at < count; ) {
      need(1);
      int step = Math.min(count - at, buffer.remaining());
      buffer.get(bytes, at, step);
      position += step;
      at += step;
    }
    return bytes;
  }

  /// Passes over bytes that the file has.
  void skip(long count) throws IOException {
    if (count <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) count);
    } else {
      buffer.limit(0);
      channel.position(position + count);
    }
    position += count;
  }

  /// A complaint about what is being read.
  IOException wrong(String problem, Object... values) {
    return new IOException(
        "%s is not an MXNet .params file: %s %s".formatted(file, part, problem.formatted(values)));
  }

  private void need(int count) throws IOException {
    if (count > remaining()) {
      throw wrong("is cut short: the file ends at byte %d", length);
    }
    if (buffer.remaining() < count) {
      buffer.compact();
      while (buffer.position() < count) {
        if (channel.read(buffer) < 0) {
          throw wrong("is cut short: the file has become shorter while it was read");
        }
      }
      buffer.flip();
    }
  }
}
