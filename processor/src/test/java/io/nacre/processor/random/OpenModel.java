package io.nacre.processor.random;

/// A model of which the plain interpreter cannot tell whether it is right.
final class OpenModel extends RuntimeException {
  private static final long serialVersionUID = 1;

  OpenModel(String why) {
    super(why);
  }
}
