package io.nacre.processor.ir;

/// Assertions of primitives about their inputs. A failure is Nacre's own mistake: whatever a user can
/// get wrong has been reported by shape inference before primitives are made.
final class Check {
  private Check() {}

  static void that(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(message.formatted(arguments));
    }
  }

  static void sameShape(Value a, Value b, Object where) {
    that(a.shape().equals(b.shape()), "%s of %s and %s", where, a.shape(), b.shape());
  }

  static void sameType(Value a, Value b, Object where) {
    that(a.type() == b.type(), "%s of %s and %s", where, a.type(), b.type());
  }

  static void shape(Value value, Shape expected, Object where) {
    that(value.shape().equals(expected), "%s: %s instead of %s", where, value.shape(), expected);
  }
}
