package io.nacre.runtime;

import io.nacre.runtime.kernel.Half;
import java.lang.reflect.Array;

/// The numbers of a tensor: an array of the Java type of a [DataType], and what its elements mean.
///
/// @param array a `float[]`, `double[]`, `short[]`, `byte[]`, `int[]` or `long[]`
record Numbers(DataType dataType, Object array) {

  /// Zeros.
  static Numbers of(DataType dataType, int length) {
    Object array =
        switch (dataType) {
          case FLOAT32 -> new float[length];
          case FLOAT64 -> new double[length];
          case FLOAT16 -> new short[length];
          case INT8, UINT8 -> new byte[length];
          case INT32 -> new int[length];
          case INT64 -> new long[length];
        };
    return new Numbers(dataType, array);
  }

  int length() {
    return Array.getLength(array);
  }

  /// The number at a place; of an int64 its first 53 binary digits.
  double get(int at) {
    return switch (dataType) {
      case FLOAT32 -> ((float[]) array)[at];
      case FLOAT64 -> ((double[]) array)[at];
      case FLOAT16 -> Float.float16ToFloat(((short[]) array)[at]);
      case INT8, UINT8, INT32, INT64 -> getLong(at);
    };
  }

  /// The number at a place, a fraction cut off.
  long getLong(int at) {
    return switch (dataType) {
      case FLOAT32, FLOAT64, FLOAT16 -> (long) get(at);
      case INT8 -> ((byte[]) array)[at];
      case UINT8 -> ((byte[]) array)[at] & 0xff;
      case INT32 -> ((int[]) array)[at];
      case INT64 -> ((long[]) array)[at];
    };
  }

  /// Sets the number at a place, rounded or cut to the type as [DataType] says.
  void set(int at, double value) {
    switch (dataType) {
      case FLOAT32 -> ((float[]) array)[at] = (float) value;
      case FLOAT64 -> ((double[]) array)[at] = value;
      case FLOAT16 -> ((short[]) array)[at] = Float.floatToFloat16((float) value);
      case INT8, UINT8 -> ((byte[]) array)[at] = (byte) value;
      case INT32 -> ((int[]) array)[at] = (int) value;
      case INT64 -> ((long[]) array)[at] = (long) value;
    }
  }

  /// Sets the number at a place to a whole number, of which a narrower type keeps the lowest bits.
  void setLong(int at, long value) {
    switch (dataType) {
      case FLOAT32, FLOAT16 -> set(at, (float) value);
      case FLOAT64 -> set(at, value);
      case INT8, UINT8 -> ((byte[]) array)[at] = (byte) value;
      case INT32 -> ((int[]) array)[at] = (int) value;
      case INT64 -> ((long[]) array)[at] = value;
    }
  }

  /// Copies `count` numbers from `from` on to `at` of others on, cast if their type is another.
  void copyTo(int from, Numbers target, int at, int count) {
    if (dataType == target.dataType) {
      System.arraycopy(array, from, target.array, at, count);
    } else if (dataType.isFloat()) {
      for (int i = 0; i < count; i++) {
        target.set(at + i, get(from + i));
      }
    } else {
      for (int i = 0; i < count; i++) {
        target.setLong(at + i, getLong(from + i));
      }
    }
  }

  /// The number at a place as text.
  String text(int at) {
    return switch (dataType) {
      case FLOAT32, FLOAT16 -> Float.toString((float) get(at));
      case FLOAT64 -> Double.toString(get(at));
      case INT8, UINT8, INT32, INT64 -> Long.toString(getLong(at));
    };
  }

  /// The number at a place, exactly: a `Long` of a whole number's type, else a `Float` or `Double`.
  Number number(int at) {
    return switch (dataType) {
      case FLOAT32, FLOAT16 -> (float) get(at);
      case FLOAT64 -> get(at);
      case INT8, UINT8, INT32, INT64 -> getLong(at);
    };
  }

  /// Whether a type of whole numbers, or float16, has a number.
  static boolean holds(DataType dataType, Number number) {
    long whole = number.longValue();
    if (!(number instanceof Long)) {
      // 2^63 is no long, but is rounded to the largest
      double value = number.doubleValue();
      if (whole != value || value >= 0x1p63) {
        return false;
      }
    }
    return switch (dataType) {
      case INT8 -> whole == (byte) whole;
      case UINT8 -> whole == (whole & 0xff);
      case INT32 -> whole == (int) whole;
      case INT64 -> true;
      case FLOAT16 -> Half.round(whole) == whole;
      case FLOAT32, FLOAT64 -> throw new IllegalArgumentException(dataType.toString());
    };
  }

  /// The range of a type of whole numbers, as text: `0 to 255`.
  static String range(DataType dataType) {
    return switch (dataType) {
      case INT8 -> "-128 to 127";
      case UINT8 -> "0 to 255";
      case INT32 -> Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
      case INT64 -> Long.MIN_VALUE + " to " + Long.MAX_VALUE;
      case FLOAT32, FLOAT64, FLOAT16 -> throw new IllegalArgumentException(dataType.toString());
    };
  }
}
