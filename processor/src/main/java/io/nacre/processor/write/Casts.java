package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.nacre.processor.ir.DataType;

/// Java text of numbers that change their type: read from an array, cast, and stored.
///
/// In a loop a float16 is a float that a float16 holds exactly, and an int8 or uint8 an int in its
/// range.
final class Casts {
  private Casts() {}

  /// What an element of an array is computed with.
  static CodeBlock load(DataType type, CodeBlock element) {
    return switch (type) {
      case FLOAT32, FLOAT64, INT32, INT64 -> element;
      case INT8 -> CodeBlock.of("(int) $L", element);
      case FLOAT16 -> CodeBlock.of("$T.float16ToFloat($L)", Float.class, element);
      case UINT8 -> CodeBlock.of("($L & 0xff)", element);
    };
  }

  /// The element of an array for a number of its type.
  static CodeBlock store(DataType type, CodeBlock number) {
    return switch (type) {
      case FLOAT32, FLOAT64, INT32, INT64 -> number;
      case FLOAT16 -> CodeBlock.of("$T.floatToFloat16($L)", Float.class, number);
      case INT8, UINT8 -> CodeBlock.of("(byte) ($L)", number);
    };
  }

  /// A number of one type as one of another.
  static CodeBlock of(DataType from, DataType to, CodeBlock number) {
    return switch (to) {
      case FLOAT32, FLOAT64, INT32, INT64 -> computed(from, to, number);
      case FLOAT16 ->
          CodeBlock.of(
              "$T.round($L)", RuntimeTypes.HALF, computed(from, DataType.FLOAT32, number));
      case INT8 -> CodeBlock.of("(int) (byte) ($L)", number);
      case UINT8 -> CodeBlock.of("($L & 0xff)", computed(from, DataType.INT32, number));
    };
  }

  /// The same for a number that is only stored, which rounds it to a float16.
  static CodeBlock toStore(DataType from, DataType to, CodeBlock number) {
    return to == DataType.FLOAT16 ? computed(from, DataType.FLOAT32, number) : of(from, to, number);
  }

  private static CodeBlock computed(DataType from, DataType to, CodeBlock number) {
    TypeName type = RuntimeTypes.computed(to);
    return type.equals(RuntimeTypes.computed(from))
        ? CodeBlock.of("($L)", number)
        : CodeBlock.of("($T) ($L)", type, number);
  }
}
