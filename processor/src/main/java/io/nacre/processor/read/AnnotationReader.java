package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Reads annotations with all their values; what the source leaves broken becomes null.
final class AnnotationReader {
  private AnnotationReader() {}

  /// Reads a use of the annotation type to which the source refers.
  static AnnotationUse read(Element element, AnnotationMirror mirror) {
    return read(element, mirror, (TypeElement) mirror.getAnnotationType().asElement());
  }

  /// Reads a use as if it referred to `type`.
  static AnnotationUse read(Element element, AnnotationMirror mirror, TypeElement type) {
    Map<String, AnnotationValue> written = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach((member, value) -> written.put(member.getSimpleName().toString(), value));
    Map<String, ExecutableElement> members =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .collect(
                Collectors.toMap(
                    member -> member.getSimpleName().toString(),
                    member -> member,
                    (first, second) -> first,
                    LinkedHashMap::new));
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    written.forEach(
        (name, value) -> {
          if (members.containsKey(name)) {
            TypeMirror expected = members.get(name).getReturnType();
            attributes.put(name, written(ElementPlace.of(element, mirror, value), expected));
          }
        });
    Place place = ElementPlace.of(element, mirror, null);
    members.forEach(
        (name, member) ->
            attributes.computeIfAbsent(
                name, absent -> defaulted(place, member.getDefaultValue(), member)));
    return new AnnotationUse(
        type.getQualifiedName().toString(), type.getSimpleName().toString(), place, attributes);
  }

  /// A use of `type` that no source has written, with some attributes set.
  static AnnotationUse of(TypeElement type, Map<String, Object> values, Place place) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = member.getSimpleName().toString();
      Object value = values.get(name);
      attributes.put(
          name,
          value == null
              ? defaulted(place, member.getDefaultValue(), member)
              : new AttributeValue(
                  value, AttributeType.of(member.getReturnType()), true, place, List.of()));
    }
    for (String name : values.keySet()) {
      if (!attributes.containsKey(name)) {
        throw new IllegalArgumentException("@" + type.getSimpleName() + " has no " + name);
      }
    }
    return new AnnotationUse(
        type.getQualifiedName().toString(), type.getSimpleName().toString(), place, attributes);
  }

  private static AttributeValue written(ElementPlace place, TypeMirror expected) {
    List<Place> elements = new ArrayList<>();
    for (AnnotationValue element : elements(place.value())) {
      elements.add(place.within(element));
    }
    Object value = ValueReader.read(place.value(), expected);
    return new AttributeValue(value, AttributeType.of(expected), true, place, elements);
  }

  private static List<AnnotationValue> elements(AnnotationValue value) {
    List<AnnotationValue> elements = new ArrayList<>();
    if (value != null && value.getValue() instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof AnnotationValue nested) {
          elements.add(nested);
        }
      }
    }
    return elements;
  }

  private static AttributeValue defaulted(
      Place place, AnnotationValue value, ExecutableElement member) {
    TypeMirror expected = member.getReturnType();
    Object read = ValueReader.read(value, expected);
    return new AttributeValue(read, AttributeType.of(expected), false, place, List.of());
  }
}
