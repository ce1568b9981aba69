package io.nacre.samples.charlstm;

/// Characters as numbers: 0 is the end of a line, the others are those of ASCII from the space on.
final class Alphabet {
  /// How many characters there are.
  static final int SIZE = 96;

  private Alphabet() {}

  /// The numbers of the characters of a text.
  ///
  /// @throws IllegalArgumentException if it has another character
  static int[] numbers(String text) {
    return text.chars().map(Alphabet::number).toArray();
  }

  private static int number(int character) {
    int number = character == '\n' ? 0 : character - ' ' + 1;
    if (number < 0 || number >= SIZE || number == 0 && character != '\n') {
      throw new IllegalArgumentException(
          "character %d is neither of ASCII, 32 to 126, nor the end of a line, 10"
              .formatted(character));
    }
    return number;
  }

  static char character(int number) {
    return number == 0 ? '\n' : (char) (' ' + number - 1);
  }
}
