package io.nacre.runtime.data;

import io.nacre.runtime.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/// The content of an IDX file, the format of MNIST and Fashion-MNIST.
///
/// Such a file is the bytes 0, 0, type, rank; the sizes of the axes, 4 bytes each; and the numbers;
/// all big-endian. Format: <http://yann.lecun.com/exdb/mnist>.
public final class IdxFile {
  /// The types of the numbers in an IDX file.
  public enum Type {
    /// 1 byte, 0 to 255; code 8.
    UNSIGNED_BYTE(0x08, 1),
    /// 1 byte, -128 to 127; code 9.
    BYTE(0x09, 1),
    /// 2 bytes; code 0x0B.
    SHORT(0x0B, 2),
    /// 4 bytes; code 0x0C.
    INT(0x0C, 4),
    /// 4 bytes; code 0x0D.
    FLOAT(0x0D, 4),
    /// 8 bytes; code 0x0E.
    DOUBLE(0x0E, 8);

    final int code;
    final int bytes;

    Type(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }
  }

  private final Type type;
  private final Shape shape;
  private final ByteBuffer data;
  private final int size;

  IdxFile(Type type, Shape shape, ByteBuffer data) {
    this.type = type;
    this.shape = shape;
    this.data = data;
    this.size = data.limit() / type.bytes;
  }

  /// Reads a file, compressed by gzip or not; its first bytes tell.
  ///
  /// The header's claim is checked before memory is allocated for it; of a compressed file, no more
  /// than a few times what it really holds.
  ///
  /// @throws IOException if the file cannot be read, is not IDX, or is shorter or longer than its
  ///     header says; the message has both numbers
  public static IdxFile read(Path file) throws IOException {
    return IdxReader.read(file);
  }

  /// Reads the same from a stream, for instance a resource, and leaves it open; see [#read(Path)].
  ///
  /// @param name what messages call it
  public static IdxFile read(InputStream in, String name) throws IOException {
    return IdxReader.read(in, name);
  }

  /// The samples `from` to `to - 1`, without copying them: to train with some and test with others.
  ///
  /// @throws IndexOutOfBoundsException if there are not so many, or there would be none
  public IdxFile samples(int from, int to) {
    Objects.checkFromToIndex(from, to, count());
    if (shape.rank() == 0 || from == to) {
      throw new IndexOutOfBoundsException(
          "samples %d to %d of %s are no file".formatted(from, to, shape));
    }
    int[] dims = new int[shape.rank()];
    for (int axis = 1; axis < dims.length; axis++) {
      dims[axis] = shape.dim(axis);
    }
    dims[0] = to - from;
    int sample = data.limit() / count();
    return new IdxFile(type, Shape.of(dims), data.slice(from * sample, (to - from) * sample));
  }

  /// The type of the numbers.
  public Type type() {
    return type;
  }

  /// The sizes of the axes; the first is the number of samples.
  public Shape shape() {
    return shape;
  }

  /// How many samples there are: the size of the first axis, or 1 without axes.
  public int count() {
    return shape.rank() == 0 ? 1 : shape.dim(0);
  }

  /// How many numbers there are.
  public int size() {
    return size;
  }

  /// The number at `position` in row-major order.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public double get(int position) {
    Objects.checkIndex(position, size);
    return switch (type) {
      case UNSIGNED_BYTE -> data.get(position) & 0xFF;
      case BYTE -> data.get(position);
      case SHORT -> data.getShort(position * 2);
      case INT -> data.getInt(position * 4);
      case FLOAT -> data.getFloat(position * 4);
      case DOUBLE -> data.getDouble(position * 8);
    };
  }

  /// All numbers times `scale`, in a new array: 1 / 255.0 brings bytes to 0 to 1.
  public float[] toFloats(double scale) {
    float[] values = new float[size];
    copyTo(values, 0, 0, size, scale);
    return values;
  }

  /// Copies `length` numbers from `position` on, times `scale`, into `target` from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if there are fewer, or they do not fit
  public void copyTo(float[] target, int at, int position, int length, double scale) {
    Objects.checkFromIndexSize(position, length, size);
    Objects.checkFromIndexSize(at, length, target.length);
    for (int i = 0; i < length; i++) {
      target[at + i] = (float) (get(position + i) * scale);
    }
  }
}
