package io.nacre.processor.read;

import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Symbol;
import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.function.UnaryOperator;

/// One attribute of an annotation as the user wrote it.
///
/// @param value an `Integer`, `Double`, `Boolean`, `String`, the name of an enum constant or of a
///     class as a `String`, or an unmodifiable `List` of these; null if the source is broken there
/// @param type the attribute's own type
/// @param written false if this is the annotation's default
/// @param place the value in the source (the annotation, for a default)
/// @param elements the places of a written array's elements, parallel to `value`; else empty
public record AttributeValue(
    Object value, AttributeType type, boolean written, Place place, List<Place> elements) {

  /// What the value, or each element of the list, stands for.
  public enum Kind {
    NUMBER,
    FLAG,
    TEXT,
    CONSTANT,
    CLASS,
    /// Another annotation, of which nothing is kept.
    ANNOTATION
  }

  public AttributeValue {
    elements = List.copyOf(elements);
  }

  /// What the value stands for.
  public Kind kind() {
    return type.kind();
  }

  /// Whether the source is broken here.
  public boolean broken() {
    return value == null && kind() != Kind.ANNOTATION;
  }

  /// Whether a hyper-parameter of a block is to set the number.
  public boolean isParam() {
    return kind() == Kind.NUMBER && isParam(value);
  }

  /// Whether it is, or holds, a multiple of `Symbol.BATCH`.
  public boolean holdsBatch() {
    return holdsBatch(value);
  }

  private static boolean holdsBatch(Object value) {
    return switch (value) {
      case Integer number -> number < 0 && number % Symbol.BATCH == 0;
      case List<?> list -> list.stream().anyMatch(AttributeValue::holdsBatch);
      case null, default -> false;
    };
  }

  private static boolean isParam(Object value) {
    return switch (value) {
      case Number number -> number.doubleValue() == BlockBody.PARAM;
      case List<?> list -> list.stream().anyMatch(AttributeValue::isParam);
      case null, default -> false;
    };
  }

  /// The same value with another number for one that a hyper-parameter is to set.
  AttributeValue withoutParam(int number) {
    Object one = type.name().equals("double") ? (Object) (double) number : (Object) number;
    return isParam()
        ? new AttributeValue(type.array() ? List.of(one) : one, type, written, place, List.of())
        : this;
  }

  /// The same value, which is no longer only a default: a hyper-parameter of a block sets it.
  public AttributeValue asWritten() {
    return new AttributeValue(value, type, true, place, elements);
  }

  /// The same value with all its places moved.
  public AttributeValue moved(UnaryOperator<Place> move) {
    return new AttributeValue(
        value, type, written, move.apply(place), elements.stream().map(move).toList());
  }

  /// What the attribute of this value becomes when a hyper-parameter sets it: `given` as a value of
  /// this type, where the user wrote it.
  public AttributeValue setTo(AttributeValue given) {
    Object set = converted(given.value());
    boolean asDefault = !written && !given.written() && set.equals(value);
    return new AttributeValue(set, type, !asDefault, given.place(), given.elements());
  }

  private Object converted(Object given) {
    if (type.array() && given != null) {
      List<?> values = given instanceof List<?> list ? list : List.of(given);
      return values.stream().map(this::element).toList();
    }
    return element(given);
  }

  private Object element(Object given) {
    boolean widened = type.name().equals("double") && given instanceof Integer;
    return widened ? Double.valueOf((Integer) given) : given;
  }
}
