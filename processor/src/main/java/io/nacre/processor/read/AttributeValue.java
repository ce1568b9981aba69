package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;

/// One attribute of an annotation as the user wrote it.
///
/// @param value an `Integer`, `Double`, `Boolean`, `String`, the name of an enum constant as a
///     `String`, or an unmodifiable `List` of these; null if the source is broken there
/// @param written false if this is the annotation's default
/// @param place the value in the source (the annotation, for a default)
/// @param elements the places of a written array's elements, parallel to `value`; else empty
public record AttributeValue(Object value, boolean written, Place place, List<Place> elements) {
  public AttributeValue {
    elements = List.copyOf(elements);
  }
}
