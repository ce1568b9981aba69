package io.nacre.samples.charlstm;

import io.nacre.runtime.Tensor;
import io.nacre.samples.charlstm.CharLstmGraph.Data;
import io.nacre.samples.charlstm.CharLstmGraph.Heads;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Lets a network write: each character is drawn from the probabilities that it gives for the next
/// one.
///
/// A graph has a fixed number of steps. So a window is filled from its beginning, and the network
/// asked again after each character: what a step says does not depend on the steps behind it. When
/// the window is full, the states at its end are kept for the next one.
final class Writer {
  private final CharLstmGraph net;
  private final double temperature;
  private final SplittableRandom random;
  private final int[] window = new int[Windows.STEPS];
  private final Memory memory = new Memory(1);
  private int filled;

  /// @param net one that may hold one text
  /// @param temperature what the logarithms of the probabilities are divided by: below 1 likely
  ///     characters become likelier, above 1 all become alike
  /// @param seed of what is drawn
  Writer(CharLstmGraph net, double temperature, long seed) {
    this.net = net;
    this.temperature = temperature;
    this.random = new SplittableRandom(seed);
  }

  /// Goes on after a text, which has at least one character.
  ///
  /// @return the text and so many characters more
  String write(String begin, int characters) {
    StringBuilder text = new StringBuilder(begin);
    double[] next = null;
    for (int character : Alphabet.numbers(begin)) {
      next = after(character);
    }
    for (int i = 0; i < characters; i++) {
      int character = draw(next);
      text.append(Alphabet.character(character));
      next = after(character);
    }
    return text.toString();
  }

  /// The probability of each character to come next, after one more.
  double[] after(int character) {
    window[filled] = character;
    Heads heads = net.infer(Data.of(window), memory.state(), memory.cell());
    double[] next = row(heads.next(), filled);
    filled++;
    if (filled == Windows.STEPS) {
      memory.keep(heads);
      filled = 0;
    }
    return next;
  }

  private static double[] row(Tensor probabilities, int step) {
    double[] row = new double[Alphabet.SIZE];
    for (int i = 0; i < row.length; i++) {
      row[i] = probabilities.get(step, 0, i);
    }
    return row;
  }

  private int draw(double[] probabilities) {
    double largest = Arrays.stream(probabilities).max().orElseThrow();
    double[] weights = new double[probabilities.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.pow(probabilities[i] / largest, 1 / temperature);
      sum += weights[i];
    }
    double left = random.nextDouble() * sum;
    int drawn = 0;
    for (int i = 0; i < weights.length && left >= 0; i++) {
      drawn = weights[i] > 0 ? i : drawn;
      left -= weights[i];
    }
    return drawn;
  }
}
