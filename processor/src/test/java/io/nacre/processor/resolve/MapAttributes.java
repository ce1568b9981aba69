package io.nacre.processor.resolve;

import io.nacre.processor.layer.Attributes;
import io.nacre.processor.problem.Place;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Attributes from a map, with the defaults of the annotation type.
///
/// @param values `Integer`, `Double`, `Boolean`, the name of an enum constant, or a list of
///     integers
public record MapAttributes(String node, String annotation, Map<String, Object> values)
    implements Attributes {

  /// A place that tests can name: `conv1`, `conv1.kernel`, `conv1.kernel[1]`.
  record Named(String text) implements Place {
    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  public String description() {
    return kind() + values;
  }

  @Override
  public String kind() {
    return "@" + annotation;
  }

  @Override
  public boolean written(String name) {
    return values.containsKey(name);
  }

  private Object value(String name) {
    Object written = values.get(name);
    if (written != null) {
      return written;
    }
    try {
      Object value =
          Class.forName("io.nacre.annotations." + annotation).getMethod(name).getDefaultValue();
      if (value == null) {
        throw new IllegalArgumentException(node + ": " + name + " is required");
      }
      return value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(annotation + " has no attribute " + name, e);
    }
  }

  @Override
  public int integer(String name) {
    return (Integer) value(name);
  }

  @Override
  public double number(String name) {
    return ((Number) value(name)).doubleValue();
  }

  @Override
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  @Override
  public String text(String name) {
    return (String) value(name);
  }

  @Override
  public String constant(String name) {
    return value(name) instanceof Enum<?> constant ? constant.name() : (String) value(name);
  }

  @Override
  public List<Integer> integers(String name) {
    Object value = value(name);
    List<Integer> integers = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> integers.add((Integer) element));
    } else if (value instanceof Integer single) {
      integers.add(single);
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        integers.add(Array.getInt(value, i));
      }
    }
    return integers;
  }

  @Override
  public String type(String name) {
    throw new UnsupportedOperationException("no layer of Nacre's own asks for a class");
  }

  @Override
  public List<Double> numbers(String name) {
    throw new UnsupportedOperationException("no layer of Nacre's own asks for several");
  }

  @Override
  public List<Boolean> flags(String name) {
    throw new UnsupportedOperationException("no layer of Nacre's own asks for several");
  }

  @Override
  public List<String> texts(String name) {
    throw new UnsupportedOperationException("no layer of Nacre's own asks for several");
  }

  @Override
  public List<String> constants(String name) {
    throw new UnsupportedOperationException("no layer of Nacre's own asks for several");
  }

  @Override
  public List<String> types(String name) {
    throw new UnsupportedOperationException("no layer of Nacre's own asks for several");
  }

  @Override
  public Place place() {
    return new Named(node);
  }

  @Override
  public Place place(String name) {
    return new Named(written(name) ? node + "." + name : node);
  }

  @Override
  public Optional<Place> place(String name, int element) {
    return written(name) && values.get(name) instanceof List<?>
        ? Optional.of(new Named("%s.%s[%d]".formatted(node, name, element)))
        : Optional.empty();
  }
}
