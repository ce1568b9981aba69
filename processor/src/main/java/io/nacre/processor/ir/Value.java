package io.nacre.processor.ir;

/// The one result of one primitive. Values are compared by identity; [Emitter] makes them and sees
/// to it that the same primitive on the same inputs is one value.
public final class Value {
  private final int id;
  private final Primitive primitive;
  private final Shape shape;
  private final DataType type;
  private final Origin origin;

  Value(int id, Primitive primitive, Origin origin) {
    this.id = id;
    this.primitive = primitive;
    this.shape = primitive.shape();
    this.type = primitive.type();
    this.origin = origin;
  }

  /// Its place in the order of making: a value's inputs have smaller ids.
  public int id() {
    return id;
  }

  public Primitive primitive() {
    return primitive;
  }

  public Shape shape() {
    return shape;
  }

  public DataType type() {
    return type;
  }

  public Origin origin() {
    return origin;
  }

  /// `%12`, as dumps show it.
  @Override
  public String toString() {
    return "%" + id;
  }
}
