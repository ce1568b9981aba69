package io.nacre.runtime.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Puts a `.params` file together, right or wrong.
final class ParamsBytes {
  static final int V1 = 0xF993FAC8;
  static final int V2 = 0xF993FAC9;
  static final int V3 = 0xF993FACA;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ParamsBytes header(long arrays) {
    return longs(0x112, 0, arrays);
  }

  /// All of a dense array of V2 but its numbers.
  ParamsBytes dense(int type, long... shape) {
    return ints(V2, 0).shape(shape).ints(1, 0, type);
  }

  /// A row-sparse float32 array with the numbers 1, 2, 3... in some rows.
  ParamsBytes rows(long rows, long columns, long... indices) {
    ints(V2, 1).shape(indices.length, columns).shape(rows, columns).ints(1, 0, 0);
    ints(6).shape(indices.length);
    for (int i = 1; i <= indices.length * columns; i++) {
      ints(Float.floatToIntBits(i));
    }
    return longs(indices);
  }

  /// A compressed float32 array with no number but as many starts of rows, which are to follow.
  ParamsBytes csr(long rows, long columns, long starts) {
    return ints(V2, 2)
        .shape(0)
        .shape(rows, columns)
        .ints(1, 0, 0)
        .ints(6)
        .shape(starts)
        .ints(6)
        .shape(0);
  }

  ParamsBytes noIndices() {
    return this;
  }

  ParamsBytes shape(long... dims) {
    return ints(dims.length).longs(dims);
  }

  ParamsBytes names(String... names) {
    longs(names.length);
    for (String name : names) {
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      longs(text.length);
      bytes.writeBytes(text);
    }
    return this;
  }

  ParamsBytes ints(int... values) {
    for (int value : values) {
      for (int i = 0; i < 4; i++) {
        bytes.write(value >>> 8 * i);
      }
    }
    return this;
  }

  ParamsBytes longs(long... values) {
    for (long value : values) {
      for (int i = 0; i < 8; i++) {
        bytes.write((int) (value >>> 8 * i));
      }
    }
    return this;
  }

  ParamsBytes bytes(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("made.params"), bytes.toByteArray());
  }
}
