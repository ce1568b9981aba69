package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/// A place in Java source: an element, one of its annotations, or a value in that.
///
/// @param annotation null for the element itself
/// @param attribute the value of one of its attributes; null for the whole annotation
/// @param value the same, or one of several values in it
public record ElementPlace(
    Element element, AnnotationMirror annotation, AnnotationValue attribute, AnnotationValue value)
    implements Place {

  public static ElementPlace of(Element element) {
    return of(element, null, null);
  }

  public static ElementPlace of(
      Element element, AnnotationMirror annotation, AnnotationValue attribute) {
    return new ElementPlace(element, annotation, attribute, attribute);
  }

  /// One of several values in the attribute.
  ElementPlace within(AnnotationValue nested) {
    return new ElementPlace(element, annotation, attribute, nested);
  }
}
