package io.nacre.processor.ir;

import java.util.List;

/// The same numbers in another type, as Java's casts make them: `y[i] = (type) x[i]`.
///
/// To a float type a number is rounded to the nearest, at a tie to the even one, and to float16 by way
/// of float32. From a float to a whole number the fraction is cut off and what is too large becomes
/// the largest; NaN becomes 0. From there to int8 and uint8, and from int64 to int32, the lowest bits
/// are kept: 300 becomes 44.
public record Cast(Value input, DataType type) implements Primitive {
  public Cast {
    Check.that(input.type() != type, "%s to itself", type);
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public Shape shape() {
    return input.shape();
  }

  /// dx = dy, cast back. As in MXNet it is so for whole numbers too, whose gradients have no fractions.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    gradients.add(input, gradients.emitter().cast(dy, input.type()));
  }

  /// `number` after a cast from one type to another.
  static double of(double number, DataType from, DataType to) {
    return switch (to) {
      case FLOAT64 -> number;
      case FLOAT32 -> (float) number;
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) number));
      case INT64 -> (long) number;
      case INT32 -> from == DataType.INT64 ? (int) (long) number : (int) number;
      case INT8 -> (byte) of(number, from, DataType.INT32);
      case UINT8 -> (int) of(number, from, DataType.INT32) & 0xff;
    };
  }
}
