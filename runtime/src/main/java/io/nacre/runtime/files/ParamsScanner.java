package io.nacre.runtime.files;

import io.nacre.runtime.files.MxnetParams.Storage;
import io.nacre.runtime.files.ParamsArray.Indices;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out what is where in a `.params` file: `NDArray::Save` and `NDArray::Load` of MXNet 1.9.1.
///
///     u64 0x112; u64 reserved; u64 count; arrays; u64 names; for each u64 length and UTF-8
///
/// An array begins with a u32 that says its version, V1 to V3; in V0 it is the number of axes.
///
///     V2, V3  i32 storage; [storage shape]; shape; i32 device, i32 id; i32 type;
///             [for each list of indices i32 type, shape]; numbers; [indices]
///     V1, V0  shape; i32 device, i32 id; i32 type; numbers
///
/// What is in brackets is there for sparse arrays only. A shape is an i32 number of axes and an i64
/// for each; u32s in V0. Without axes the array ends behind the shape, as an empty slot; in V3 that
/// is so with -1 axes, and without axes it is a scalar.
final class ParamsScanner {
  private static final long MAGIC = 0x112;
  private static final int V1 = 0xF993FAC8;
  private static final int V2 = 0xF993FAC9;
  private static final int V3 = 0xF993FACA;

  /// As many as NumPy allows.
  private static final int MOST_AXES = 32;

  /// Since an empty slot can be 4 bytes long, which is less than is kept of it.
  private static final int MOST_ARRAYS = 1 << 20;

  private final ParamsInput input;

  private ParamsScanner(ParamsInput input) {
    this.input = input;
  }

  /// What the scan finds.
  ///
  /// @param names as many as arrays, or none
  record Found(List<ParamsArray> arrays, List<String> names) {}

  static Found scan(Path file, FileChannel channel) throws IOException {
    return new ParamsScanner(new ParamsInput(file, channel)).scan();
  }

  private Found scan() throws IOException {
    long magic = input.int64();
    if (magic != MAGIC) {
      throw input.wrong("begins with 0x%x, not 0x%x", magic, MAGIC);
    }
    input.int64();
    long count = input.int64();
    if (count < 0 || count > MOST_ARRAYS) {
      throw input.wrong(
          "claims %s arrays; at most %d are read", Long.toUnsignedString(count), MOST_ARRAYS);
    }
    List<ParamsArray> arrays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      input.enter("array %d of %d, at byte %d,".formatted(i + 1, count, input.position()));
      arrays.add(array());
    }
    List<String> names = names(arrays.size());
    if (input.remaining() > 0) {
      input.enter("the end");
      throw input.wrong("is followed by %d further bytes", input.remaining());
    }
    return new Found(arrays, names);
  }

  private List<String> names(int arrays) throws IOException {
    input.enter("the list of names");
    long count = input.int64();
    if (count != 0 && count != arrays) {
      throw input.wrong("has %s names for %d arrays", Long.toUnsignedString(count), arrays);
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      input.enter("name %d of %d".formatted(i + 1, count));
      long length = input.int64();
      if (length < 0 || length > Math.min(input.remaining(), Integer.MAX_VALUE - 8)) {
        throw input.wrong(
            "claims %s bytes, but the file has %d left",
            Long.toUnsignedString(length), input.remaining());
      }
      String name = utf8(input.bytes((int) length));
      if (!seen.add(name)) {
        throw input.wrong("is '%s', which is there already", name);
      }
      names.add(name);
    }
    return names;
  }

  private String utf8(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw input.wrong("is not UTF-8");
    }
  }

  private ParamsArray array() throws IOException {
    int version = input.int32();
    if (version == V2 || version == V3) {
      return recent(version == V3);
    }
    List<Long> shape = version == V1 ? shape(false) : legacyShape(version);
    if (shape.isEmpty()) {
      return ParamsArray.NONE;
    }
    device();
    ParamsType type = type("type");
    long stored = numbers(shape, type);
    long data = input.position();
    input.skip(stored * type.bytes);
    return new ParamsArray(Storage.DENSE, type, shape, stored, data, List.of());
  }

  /// The rest of an array of V2 or V3.
  private ParamsArray recent(boolean scalars) throws IOException {
    int code = input.int32();
    if (code < 0 || code > 2 || scalars && code != 0) {
      throw input.wrong(
          scalars ? "has storage type %d; V3 has 0 only" : "has unknown storage type %d", code);
    }
    Storage storage = code == 0 ? Storage.DENSE : code == 1 ? Storage.ROW_SPARSE : Storage.CSR;
    List<Long> storageShape = storage == Storage.DENSE ? null : shape(false);
    List<Long> shape = shape(scalars);
    if (shape == null || shape.isEmpty() && !scalars) {
      return ParamsArray.NONE;
    }
    device();
    ParamsType type = type("type");
    if (storage == Storage.DENSE) {
      long stored = numbers(shape, type);
      long data = input.position();
      input.skip(stored * type.bytes);
      return new ParamsArray(storage, type, shape, stored, data, List.of());
    }
    return sparse(storage, storageShape, shape, type);
  }

  private ParamsArray sparse(
      Storage storage, List<Long> storageShape, List<Long> shape, ParamsType type)
      throws IOException {
    int lists = storage == Storage.CSR ? 2 : 1;
    List<ParamsType> types = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      ParamsType index = type("type of indices");
      if (!index.isIndex()) {
        throw input.wrong("has indices of type %s; int32 and int64 can be read", index);
      }
      List<Long> list = shape(false);
      if (list.size() != 1) {
        throw input.wrong("has indices of shape %s, not of one axis", ParamsArray.text(list));
      }
      types.add(index);
      counts.add(list.getFirst());
    }
    checkSparse(storage, storageShape, shape, counts);
    long stored = numbers(storageShape, type);
    long data = input.position();
    input.skip(stored * type.bytes);
    List<Indices> indices = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      numbers(List.of(counts.get(i)), types.get(i));
      indices.add(new Indices(types.get(i), counts.get(i), input.position()));
      input.skip(counts.get(i) * types.get(i).bytes);
    }
    return new ParamsArray(storage, type, shape, stored, data, indices);
  }

  /// Demands that the shapes of a sparse array belong together.
  private void checkSparse(
      Storage storage, List<Long> storageShape, List<Long> shape, List<Long> counts)
      throws IOException {
    List<Long> wanted = new ArrayList<>(shape);
    wanted.set(0, counts.getFirst());
    if (storage == Storage.CSR) {
      if (shape.size() != 2) {
        throw input.wrong("is compressed by rows, but of shape %s", ParamsArray.text(shape));
      }
      wanted = List.of(counts.get(1));
      boolean empty = counts.get(0) == 0 && counts.get(1) == 0;
      if (!empty && counts.get(0) - 1 != shape.get(0)) {
        throw input.wrong(
            "has %d rows and needs %d starts of rows, but has %d",
            shape.get(0), shape.get(0) + 1, counts.get(0));
      }
    }
    if (!storageShape.equals(wanted)) {
      throw input.wrong(
          "stores %s numbers, but its indices are for %s",
          ParamsArray.text(storageShape), ParamsArray.text(wanted));
    }
  }

  private void device() throws IOException {
    input.int32();
    input.int32();
  }

  private ParamsType type(String what) throws IOException {
    int code = input.int32();
    ParamsType type = ParamsType.of(code);
    if (type == null) {
      throw input.wrong("has unknown %s %d", what, code);
    }
    return type;
  }

  /// How many numbers lie in the file from here on.
  private long numbers(List<Long> shape, ParamsType type) throws IOException {
    long size = ParamsArray.size(shape);
    if (size < 0 || size > input.remaining() / type.bytes) {
      throw input.wrong(
          "claims %s numbers of %s, but the file has %d bytes left",
          ParamsArray.text(shape), type, input.remaining());
    }
    return size;
  }

  /// A shape of V1 to V3.
  ///
  /// @return null for one that is not known, in V3
  private List<Long> shape(boolean unknowns) throws IOException {
    int axes = input.int32();
    if (unknowns && axes == -1) {
      return null;
    }
    checkAxes(axes);
    List<Long> shape = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      long dim = input.int64();
      if (dim < 0) {
        throw input.wrong("has an axis of %d", dim);
      }
      shape.add(dim);
    }
    return shape;
  }

  private List<Long> legacyShape(int axes) throws IOException {
    if (axes < 0 || axes > MOST_AXES) {
      throw input.wrong("begins with 0x%x, which is no version of the format", axes);
    }
    List<Long> shape = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      shape.add(Integer.toUnsignedLong(input.int32()));
    }
    return shape;
  }

  private void checkAxes(int axes) throws IOException {
    if (axes < 0 || axes > MOST_AXES) {
      throw input.wrong("claims %d axes; at most %d are possible", axes, MOST_AXES);
    }
  }
}
