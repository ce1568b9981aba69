package io.nacre.processor.resolve;

import io.nacre.processor.layer.Attributes;
import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.Optional;

/// The attributes of a variable that a layer makes itself: all at their defaults.
///
/// @param kind the annotation that would declare it: `@Parameter`
/// @param owner the node that makes it
/// @param place where the node that makes it stands
record ImpliedAttributes(String kind, String owner, Place place) implements Attributes {

  @Override
  public String description() {
    return kind + " of " + owner;
  }

  @Override
  public boolean written(String name) {
    return false;
  }

  @Override
  public int integer(String name) {
    return 0;
  }

  @Override
  public double number(String name) {
    return 0;
  }

  @Override
  public boolean flag(String name) {
    return false;
  }

  @Override
  public String text(String name) {
    return "";
  }

  /// The element type is the only constant that a variable has.
  @Override
  public String constant(String name) {
    return "INFERRED";
  }

  @Override
  public String type(String name) {
    return "";
  }

  @Override
  public List<Integer> integers(String name) {
    return List.of();
  }

  @Override
  public List<Double> numbers(String name) {
    return List.of();
  }

  @Override
  public List<Boolean> flags(String name) {
    return List.of();
  }

  @Override
  public List<String> texts(String name) {
    return List.of();
  }

  @Override
  public List<String> constants(String name) {
    return List.of();
  }

  @Override
  public List<String> types(String name) {
    return List.of();
  }

  @Override
  public Place place(String name) {
    return place;
  }

  @Override
  public Optional<Place> place(String name, int element) {
    return Optional.empty();
  }
}
