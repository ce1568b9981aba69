package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.Map;

/// One annotation of a node method with all its attributes, defaults included.
///
/// @param type the qualified name of the annotation type
/// @param name its simple name: `Conv`
public record AnnotationUse(
    String type, String name, Place place, Map<String, AttributeValue> attributes) {
  public AnnotationUse {
    attributes = Map.copyOf(attributes);
  }
}
