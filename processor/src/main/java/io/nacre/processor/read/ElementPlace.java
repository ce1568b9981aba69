package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/// A place in Java source: an element, one of its annotations, or a value in that.
///
/// @param annotation null for the element itself
/// @param value null for the whole annotation
public record ElementPlace(Element element, AnnotationMirror annotation, AnnotationValue value)
    implements Place {

  public static ElementPlace of(Element element) {
    return new ElementPlace(element, null, null);
  }
}
