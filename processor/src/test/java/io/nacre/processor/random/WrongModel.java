package io.nacre.processor.random;

/// A model that cannot be run, as the plain interpreter finds out by trying.
final class WrongModel extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongModel(String why) {
    super(why);
  }

  static void unless(boolean right, String why) {
    if (!right) {
      throw new WrongModel(why);
    }
  }
}
