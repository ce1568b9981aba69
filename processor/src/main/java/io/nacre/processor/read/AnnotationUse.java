package io.nacre.processor.read;

import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.Layers;
import io.nacre.processor.problem.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One annotation of a node method with all its attributes, defaults included.
///
/// @param type the qualified name of the annotation type
/// @param name its simple name: `Conv`
/// @param attributes in the order in which they are written, then the defaults
/// @param custom what an operator of the user's own, or a layer of a third party, means
public record AnnotationUse(
    String type,
    String name,
    Place place,
    Map<String, AttributeValue> attributes,
    Optional<Layer> custom) {

  /// Of one of Nacre's annotations, or of a block.
  public AnnotationUse(
      String type, String name, Place place, Map<String, AttributeValue> attributes) {
    this(type, name, place, attributes, Optional.empty());
  }

  public AnnotationUse {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /// Stands for the annotation of a method that has none, or none that can be understood.
  public static AnnotationUse none(Place place) {
    return new AnnotationUse("", "", place, Map.of());
  }

  /// The layer that it stands for; empty for a block, a call or a formula.
  public Optional<Layer> layer() {
    return custom.or(() -> is(name) ? Layers.of(name) : Optional.empty());
  }

  /// Whether it is one of Nacre's own annotations, by its simple name.
  public boolean is(String own) {
    return name.equals(own) && type.equals("io.nacre.annotations." + own);
  }

  /// Whether the source is broken in one of the values, or a required one is missing.
  public boolean broken() {
    return attributes.values().stream().anyMatch(AttributeValue::broken);
  }

  /// Whether one of the numbers is a multiple of `Symbol.BATCH`.
  public boolean holdsBatch() {
    return attributes.values().stream().anyMatch(AttributeValue::holdsBatch);
  }

  /// The same annotation with all its places moved.
  public AnnotationUse moved(UnaryOperator<Place> move) {
    Map<String, AttributeValue> moved = new LinkedHashMap<>();
    attributes.forEach((attribute, value) -> moved.put(attribute, value.moved(move)));
    return new AnnotationUse(type, name, move.apply(place), moved, custom);
  }

  /// The same annotation with what it means.
  AnnotationUse meaning(Layer layer) {
    return new AnnotationUse(type, name, place, attributes, Optional.of(layer));
  }

  /// The same annotation, which means nothing.
  AnnotationUse meaningNothing() {
    return new AnnotationUse(type, name, place, attributes);
  }

  /// The same annotation with other values.
  public AnnotationUse with(Map<String, AttributeValue> others) {
    return new AnnotationUse(type, name, place, others, custom);
  }

  /// Whether a hyper-parameter of a block is to set one of the numbers.
  public boolean hasParam() {
    return attributes.values().stream().anyMatch(AttributeValue::isParam);
  }

  /// The same annotation with 1 for each of those numbers.
  public AnnotationUse withoutParams() {
    Map<String, AttributeValue> closed = new LinkedHashMap<>();
    attributes.forEach((attribute, value) -> closed.put(attribute, value.withoutParam(1)));
    return with(closed);
  }

  /// The annotation with the attributes that were written: `@Conv(filters = 20, kernel = 5)`.
  public String text() {
    return name.isEmpty() ? "?" : AnnotationText.of(this);
  }
}
