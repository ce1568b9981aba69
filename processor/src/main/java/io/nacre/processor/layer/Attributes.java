package io.nacre.processor.layer;

import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.Optional;

/// The attributes of a node, whatever front end wrote them.
///
/// The readers below throw only for an attribute that the annotation type does not have or that has
/// another type, which is the layer's own mistake. An attribute of an array type has one of the
/// list readers, which read a single value written for an array as well.
public interface Attributes {

  /// How the user wrote the layer, for comments and trails: `@Conv(filters = 20, kernel = {5})`.
  String description();

  /// The annotation's simple name with its at sign: `@Conv`.
  String kind();

  /// Whether the user wrote the attribute.
  boolean written(String name);

  int integer(String name);

  double number(String name);

  boolean flag(String name);

  String text(String name);

  /// The name of an enum constant.
  String constant(String name);

  /// The qualified name of a `Class`.
  String type(String name);

  List<Integer> integers(String name);

  List<Double> numbers(String name);

  List<Boolean> flags(String name);

  List<String> texts(String name);

  /// The names of enum constants.
  List<String> constants(String name);

  /// The qualified names of classes.
  List<String> types(String name);

  /// Where the annotation stands.
  Place place();

  /// Where the value stands; the annotation if it was not written.
  Place place(String name);

  /// Where an element of an array stands, if the user wrote the array.
  Optional<Place> place(String name, int element);

  /// Where an element of an array stands; the array or the annotation if the element was not
  /// written.
  default Place elementPlace(String name, int element) {
    return place(name, element).orElseGet(() -> place(name));
  }
}
