package io.nacre.runtime.files;

import java.nio.ByteBuffer;
import java.util.Locale;

/// The types of numbers in a `.params` file, in the order of their codes: mshadow's `TypeFlag`.
enum ParamsType {
  FLOAT32(4),
  FLOAT64(8),
  FLOAT16(2),
  UINT8(1),
  INT32(4),
  INT8(1),
  INT64(8),
  BOOL(1),
  INT16(2),
  UINT16(2),
  UINT32(4),
  UINT64(8),
  BFLOAT16(2);

  /// How many binary digits a double has.
  private static final int DIGITS = 53;

  /// How many bytes a number takes.
  final int bytes;

  ParamsType(int bytes) {
    this.bytes = bytes;
  }

  /// The type of a code, or null if there is none.
  static ParamsType of(int code) {
    return code < 0 || code >= values().length ? null : values()[code];
  }

  /// Whether a float holds every number of the type.
  boolean fitsFloat() {
    return switch (this) {
      case FLOAT32, FLOAT16, BFLOAT16, UINT8, INT8, BOOL, INT16, UINT16 -> true;
      case FLOAT64, INT32, INT64, UINT32, UINT64 -> false;
    };
  }

  boolean isIndex() {
    return this == INT32 || this == INT64;
  }

  /// The next number of a buffer.
  ///
  /// @throws ArithmeticException if no double is exactly that number
  double next(ByteBuffer buffer) {
    return switch (this) {
      case FLOAT32 -> buffer.getFloat();
      case FLOAT64 -> buffer.getDouble();
      case FLOAT16 -> Float.float16ToFloat(buffer.getShort());
      case BFLOAT16 -> Float.intBitsToFloat(buffer.getShort() << 16);
      case UINT8 -> buffer.get() & 0xFF;
      case INT8 -> buffer.get();
      case BOOL -> buffer.get() == 0 ? 0 : 1;
      case INT16 -> buffer.getShort();
      case UINT16 -> buffer.getShort() & 0xFFFF;
      case INT32 -> buffer.getInt();
      case UINT32 -> buffer.getInt() & 0xFFFF_FFFFL;
      case INT64 -> {
        long value = buffer.getLong();
        requireExact(Math.abs(value), Long.toString(value));
        yield value;
      }
      case UINT64 -> {
        long value = buffer.getLong();
        requireExact(value, Long.toUnsignedString(value));
        yield (value >>> 1) * 2.0 + (value & 1);
      }
    };
  }

  /// The name that MXNet and NumPy use.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void requireExact(long unsigned, String text) {
    int digits =
        Long.SIZE - Long.numberOfLeadingZeros(unsigned) - Long.numberOfTrailingZeros(unsigned);
    if (unsigned != 0 && digits > DIGITS) {
      throw new ArithmeticException(text + ", which no float64 is exactly");
    }
  }
}
