package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Makes uses of Nacre's annotations for a front end that reads no Java: their defaults are those of
/// the annotation types.
public final class LayerAnnotations {
  private final Elements elements;

  public LayerAnnotations(Elements elements) {
    this.elements = elements;
  }

  /// The annotation with some of its attributes set.
  ///
  /// @param name the simple name of the annotation: `Conv`
  /// @param values of the types that [AttributeValue] lists
  public AnnotationUse use(String name, Map<String, Object> values, Place place) {
    TypeElement type = elements.getTypeElement("io.nacre.annotations." + name);
    if (type == null) {
      throw new IllegalStateException("nacre-annotations has no @" + name);
    }
    return AnnotationReader.of(type, values, place);
  }
}
