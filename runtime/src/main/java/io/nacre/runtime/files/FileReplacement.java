package io.nacre.runtime.files;

import io.nacre.runtime.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file that is written to a temporary place beside its own, and then takes its place in one
/// step. Numbers are little-endian.
final class FileReplacement {
  /// Writes the content.
  @FunctionalInterface
  interface Content {
    void write(FileReplacement file) throws IOException;
  }

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private FileReplacement(FileChannel channel) {
    this.channel = channel;
  }

  /// Replaces `file`, or makes it.
  ///
  /// @throws IOException if it cannot be written; an older file is then unchanged
  static void write(Path file, Content content) throws IOException {
    Path temporary =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        FileReplacement replacement = new FileReplacement(channel);
        content.write(replacement);
        replacement.drain();
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  void putInt(int value) throws IOException {
    room(Integer.BYTES);
    buffer.putInt(value);
  }

  void putLong(long value) throws IOException {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  void putFloat(float value) throws IOException {
    room(Float.BYTES);
    buffer.putFloat(value);
  }

  void putDouble(double value) throws IOException {
    room(Double.BYTES);
    buffer.putDouble(value);
  }

  /// Writes the numbers of a tensor, in its type.
  void put(Tensor tensor) throws IOException {
    switch (tensor.dataType()) {
      case FLOAT32 -> {
        for (float value : tensor.toFloats()) {
          putFloat(value);
        }
      }
      case FLOAT64 -> {
        for (double value : tensor.toDoubles()) {
          putDouble(value);
        }
      }
      case FLOAT16 -> {
        for (float value : tensor.toFloats()) {
          room(Short.BYTES);
          buffer.putShort(Float.floatToFloat16(value));
        }
      }
      case INT8, UINT8 -> {
        for (int value : tensor.toInts()) {
          room(Byte.BYTES);
          buffer.put((byte) value);
        }
      }
      case INT32 -> {
        for (int value : tensor.toInts()) {
          putInt(value);
        }
      }
      case INT64 -> {
        for (long value : tensor.toLongs()) {
          putLong(value);
        }
      }
    }
  }

  void put(byte[] bytes) throws IOException {
    drain();
    write(ByteBuffer.wrap(bytes));
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      drain();
    }
  }

  private void drain() throws IOException {
    write(buffer.flip());
    buffer.clear();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
