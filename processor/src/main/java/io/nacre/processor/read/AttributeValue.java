package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;

/// One attribute of an annotation as the user wrote it.
///
/// @param value an `Integer`, `Double`, `Boolean`, `String`, the name of an enum constant or of a
///     class as a `String`, or an unmodifiable `List` of these; null if the source is broken there
/// @param kind what the value stands for
/// @param written false if this is the annotation's default
/// @param place the value in the source (the annotation, for a default)
/// @param elements the places of a written array's elements, parallel to `value`; else empty
public record AttributeValue(
    Object value, Kind kind, boolean written, Place place, List<Place> elements) {

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

  /// Whether the source is broken here.
  public boolean broken() {
    return value == null && kind != Kind.ANNOTATION;
  }
}
