package io.nacre.samples.charlstm;

import io.nacre.samples.support.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A text to learn from: 47 of William Shakespeare's sonnets, first printed in 1609, in modern
/// spelling. They are in the public domain.
///
/// It holds sonnets 1 to 9, 12, 14 to 19, 22, 23, 25, 27, 29, 30, 32, 33, 35, 54, 55, 60, 64 to 66,
/// 71, 73, 76, 87, 94, 97, 98, 104, 106, 116, 128 to 130, 138, 144 and 147, one empty line apart.
/// They were written down from memory, not copied from one edition: a word or a comma may differ.
///
/// @param train the first nine tenths, as numbers of the [Alphabet]
/// @param test the rest, which nothing is learned from
record Sonnets(int[] train, int[] test) {

  /// The text that the samples carry.
  static Sonnets load() throws IOException {
    try (InputStream in = Sonnets.class.getResourceAsStream("sonnets.txt")) {
      return of(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  static Sonnets of(String text) {
    int[] all = Alphabet.numbers(text);
    int train = all.length / 10 * 9;
    return new Sonnets(Arrays.copyOf(all, train), Arrays.copyOfRange(all, train, all.length));
  }

  /// The perplexity of who knows how frequent each character of a text is, and nothing else.
  static double unigramPerplexity(int[] text) {
    int[] counts = new int[Alphabet.SIZE];
    for (int character : text) {
      counts[character]++;
    }
    double entropy = 0;
    for (int count : counts) {
      double share = count / (double) text.length;
      entropy -= count == 0 ? 0 : share * Math.log(share);
    }
    return Math.exp(entropy);
  }

  @Override
  public String toString() {
    return Text.format(
        "Shakespeare's sonnets: %,d characters to train, %,d to test; by frequency alone the"
            + " perplexity is %.2f",
        train.length, test.length, unigramPerplexity(train));
  }
}
