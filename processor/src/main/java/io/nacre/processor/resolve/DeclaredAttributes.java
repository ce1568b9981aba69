package io.nacre.processor.resolve;

import io.nacre.processor.layer.Attributes;
import io.nacre.processor.problem.Place;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.AttributeValue;
import java.util.List;
import java.util.Optional;

/// The attributes of a node that an annotation declares.
///
/// Where the source is broken, so that the node will go no further, a value is 0, false or empty.
public record DeclaredAttributes(AnnotationUse use) implements Attributes {

  @Override
  public String description() {
    return use.text();
  }

  @Override
  public String kind() {
    return "@" + use.name();
  }

  @Override
  public boolean written(String name) {
    return attribute(name).written();
  }

  @Override
  public int integer(String name) {
    return value(name, Integer.class, 0);
  }

  @Override
  public double number(String name) {
    return value(name, Number.class, 0).doubleValue();
  }

  @Override
  public boolean flag(String name) {
    return value(name, Boolean.class, false);
  }

  @Override
  public String text(String name) {
    return value(name, String.class, "");
  }

  @Override
  public String constant(String name) {
    return value(name, String.class, "");
  }

  @Override
  public String type(String name) {
    return value(name, String.class, "");
  }

  @Override
  public List<Integer> integers(String name) {
    return values(name, Integer.class);
  }

  @Override
  public List<Double> numbers(String name) {
    return values(name, Number.class).stream().map(Number::doubleValue).toList();
  }

  @Override
  public List<Boolean> flags(String name) {
    return values(name, Boolean.class);
  }

  @Override
  public List<String> texts(String name) {
    return values(name, String.class);
  }

  @Override
  public List<String> constants(String name) {
    return values(name, String.class);
  }

  @Override
  public List<String> types(String name) {
    return values(name, String.class);
  }

  @Override
  public Place place() {
    return use.place();
  }

  @Override
  public Place place(String name) {
    return attribute(name).place();
  }

  @Override
  public Optional<Place> place(String name, int element) {
    List<Place> elements = attribute(name).elements();
    return element < elements.size() ? Optional.of(elements.get(element)) : Optional.empty();
  }

  private <T> List<T> values(String name, Class<T> type) {
    List<?> values = value(name, List.class, List.of());
    return values.stream().map(type::cast).toList();
  }

  private <T> T value(String name, Class<T> type, T broken) {
    Object value = attribute(name).value();
    return value == null ? broken : type.cast(value);
  }

  private AttributeValue attribute(String name) {
    AttributeValue attribute = use.attributes().get(name);
    if (attribute == null) {
      throw new IllegalArgumentException("@" + use.name() + " has no attribute " + name);
    }
    return attribute;
  }
}
