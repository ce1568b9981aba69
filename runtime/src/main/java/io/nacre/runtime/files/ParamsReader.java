package io.nacre.runtime.files;

import io.nacre.runtime.Tensor;
import io.nacre.runtime.files.MxnetParams.Storage;
import io.nacre.runtime.files.ParamsArray.Indices;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads the numbers of one array of a `.params` file.
final class ParamsReader {
  private static final int BUFFER_BYTES = 1 << 16;

  /// What the longest Java array holds on every common JVM.
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

  /// Where numbers go.
  private interface Target {
    void put(int position, double value);
  }

  private final Path file;
  private final String name;
  private final ParamsArray array;

  ParamsReader(Path file, String name, ParamsArray array) {
    this.file = file;
    this.name = name;
    this.array = array;
  }

  /// @param most how many numbers a sparse array may have
  Tensor read(long most) throws IOException {
    if (array.storage() == Storage.NONE) {
      throw wrong("is an empty slot");
    }
    int[] shape = shape(most);
    int size = (int) ParamsArray.size(array.shape());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (array.type().fitsFloat()) {
        float[] values = new float[size];
        fill(channel, (position, value) -> values[position] = (float) value);
        return Tensor.of(values, shape);
      }
      double[] values = new double[size];
      fill(channel, (position, value) -> values[position] = value);
      return Tensor.of(values, shape);
    }
  }

  private int[] shape(long most) throws IOException {
    int[] shape = new int[array.shape().size()];
    for (int axis = 0; axis < shape.length; axis++) {
      long dim = array.shape().get(axis);
      if (dim < 1 || dim > Integer.MAX_VALUE) {
        throw wrong("has an axis of %d: %s", dim, ParamsArray.text(array.shape()));
      }
      shape[axis] = (int) dim;
    }
    long size = ParamsArray.size(array.shape());
    if (size < 0 || size > MOST_NUMBERS) {
      throw wrong("is larger than a Java array: %s", ParamsArray.text(array.shape()));
    }
    if (array.storage() != Storage.DENSE && size > most) {
      throw wrong(
          "is sparse and would be %s; say that this is the shape by get(name, shape)",
          ParamsArray.text(array.shape()));
    }
    return shape;
  }

  private void fill(FileChannel channel, Target target) throws IOException {
    switch (array.storage()) {
      case DENSE -> each(channel, array.type(), array.stored(), array.data(), target);
      case ROW_SPARSE -> fillRows(channel, target);
      case CSR -> fillCompressed(channel, target);
      case NONE -> throw new AssertionError("an empty slot has no numbers");
    }
  }

  private void fillRows(FileChannel channel, Target target) throws IOException {
    long rows = array.shape().getFirst();
    long[] index = indices(channel, array.indices().getFirst());
    ascending(index, 0, index.length, rows, "row");
    int width = (int) (ParamsArray.size(array.shape()) / rows);
    each(
        channel,
        array.type(),
        array.stored(),
        array.data(),
        (position, value) ->
            target.put((int) index[position / width] * width + position % width, value));
  }

  private void fillCompressed(FileChannel channel, Target target) throws IOException {
    long rows = array.shape().get(0);
    int columns = (int) (long) array.shape().get(1);
    long[] start = indices(channel, array.indices().get(0));
    long[] column = indices(channel, array.indices().get(1));
    if (start.length == 0) {
      return; // nothing but zeros
    }
    if (start[0] != 0 || start[start.length - 1] != column.length) {
      throw wrong(
          "has rows that start at %d and end at %d, not from 0 to %d",
          start[0], start[start.length - 1], column.length);
    }
    int[] rowOf = new int[column.length];
    for (int row = 0; row < rows; row++) {
      if (start[row + 1] < start[row] || start[row + 1] > column.length) {
        throw wrong(
            "has row %d from %d to %d of %d", row, start[row], start[row + 1], column.length);
      }
      ascending(column, (int) start[row], (int) start[row + 1], columns, "column");
      for (int i = (int) start[row]; i < start[row + 1]; i++) {
        rowOf[i] = row;
      }
    }
    each(
        channel,
        array.type(),
        array.stored(),
        array.data(),
        (position, value) -> target.put(rowOf[position] * columns + (int) column[position], value));
  }

  private void ascending(long[] index, int from, int to, long bound, String what)
      throws IOException {
    for (int i = from; i < to; i++) {
      if (index[i] < 0 || index[i] >= bound) {
        throw wrong("has a number for %s %d of %d", what, index[i], bound);
      }
      if (i > from && index[i] <= index[i - 1]) {
        throw wrong("has %s %d behind %s %d", what, index[i], what, index[i - 1]);
      }
    }
  }

  private long[] indices(FileChannel channel, Indices list) throws IOException {
    if (list.count() > MOST_NUMBERS) {
      throw wrong("has %d indices, more than a Java array holds", list.count());
    }
    long[] values = new long[(int) list.count()];
    each(
        channel,
        list.type(),
        list.count(),
        list.data(),
        (position, value) -> values[position] = (long) value);
    return values;
  }

  private void each(FileChannel channel, ParamsType type, long count, long start, Target target)
      throws IOException {
    if (channel.size() < start + count * type.bytes) {
      throw cut(start + count * type.bytes);
    }
    channel.position(start);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int position = 0;
    while (position < count) {
      buffer.clear().limit((int) Math.min((count - position) * type.bytes, BUFFER_BYTES));
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw cut(start + count * type.bytes);
        }
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        try {
          target.put(position, type.next(buffer));
        } catch (ArithmeticException e) {
          throw wrong("has at place %d the number %s", position, e.getMessage());
        }
        position++;
      }
    }
  }

  private EOFException cut(long end) {
    return new EOFException(
        "%s has been cut short: array '%s' ends at byte %d".formatted(file, name, end));
  }

  private IOException wrong(String problem, Object... values) {
    return new IOException("%s: array '%s' %s".formatted(file, name, problem.formatted(values)));
  }
}
