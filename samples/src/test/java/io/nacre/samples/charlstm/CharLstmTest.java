package io.nacre.samples.charlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.runtime.Uniform;
import io.nacre.samples.charlstm.CharLstmGraph.Data;
import io.nacre.samples.charlstm.CharLstmGraph.Heads;
import io.nacre.samples.charlstm.Windows.Window;
import io.nacre.samples.support.WrongSetting;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The network learns to spell, remembers from window to window, and writes what it predicts.
class CharLstmTest {
  private static final int STEPS = Windows.STEPS;

  /// Eight passes over the text; who knows only how frequent each character is does worse by far.
  @Test
  void learns() throws IOException {
    Sonnets sonnets = Sonnets.load();
    double byFrequency = Sonnets.unigramPerplexity(sonnets.train());
    try (Device device = Device.cpu();
        CharLstmGraph net = CharLstmGraph.bind(device, 32)) {
      double seen = CharLstmSample.train(net, sonnets, CharLstmSample.DEFAULT.epochs(8));
      double unseen = CharLstmSample.test(net, sonnets.test());
      assertTrue(seen < 0.6 * byFrequency, seen + " against " + byFrequency);
      assertTrue(unseen < 0.6 * byFrequency, unseen + " against " + byFrequency);
    }
  }

  @Test
  void threadsChangeNothing() throws IOException {
    assertEquals(trained(1), trained(3));
  }

  /// The bits of all weights, and what the network writes.
  private static List<String> trained(int threads) throws IOException {
    Sonnets all = Sonnets.load();
    Sonnets few = new Sonnets(Arrays.copyOf(all.train(), 4_000), Arrays.copyOf(all.test(), 100));
    try (Device device = Device.cpu(threads);
        CharLstmGraph net = CharLstmGraph.bind(device, 16)) {
      CharLstmSample.train(net, few, CharLstmSample.DEFAULT.epochs(2));
      return List.of(net.parameters().hash(), CharLstmSample.write(net, 1));
    }
  }

  /// A character matters for what comes after the window that it was in.
  @Test
  void remembersEarlierWindows() {
    try (CharLstmGraph net = untrained()) {
      double[] after = last(new Writer(net, 1, 1), Alphabet.numbers("a" + "b".repeat(STEPS)));
      double[] other = last(new Writer(net, 1, 1), Alphabet.numbers("c" + "b".repeat(STEPS)));
      assertFalse(Arrays.equals(after, other));
    }
  }

  private static double[] last(Writer writer, int[] text) {
    double[] last = null;
    for (int character : text) {
      last = writer.after(character);
    }
    return last;
  }

  /// Reading a text one by one, with a window that is full only in the end, is reading its windows.
  @Test
  void writerReadsAsTrainingDoes() throws IOException {
    int[] text = Arrays.copyOf(Sonnets.load().test(), 3 * STEPS + 1);
    try (CharLstmGraph net = untrained()) {
      Writer writer = new Writer(net, 1, 1);
      double[][] oneByOne = new double[3 * STEPS][];
      for (int i = 0; i < oneByOne.length; i++) {
        oneByOne[i] = writer.after(text[i]);
      }
      Memory memory = new Memory(1);
      int at = 0;
      for (Window window : Windows.of(text, 1)) {
        Heads heads = net.infer(Data.of(window.text()), memory.state(), memory.cell());
        memory.keep(heads);
        double[] probabilities = heads.next().toDoubles();
        for (int step = 0; step < STEPS; step++, at++) {
          int from = step * Alphabet.SIZE;
          assertArrayEquals(
              Arrays.copyOfRange(probabilities, from, from + Alphabet.SIZE), oneByOne[at]);
        }
      }
      assertEquals(oneByOne.length, at);
    }
  }

  /// Near the temperature 0 only the likeliest character is left.
  @Test
  void coldWriterTakesTheLikeliest() {
    try (CharLstmGraph net = untrained()) {
      String text = new Writer(net, 1e-6, 7).write("a", 40);
      assertEquals(41, text.length());
      Writer reader = new Writer(net, 1, 1);
      int[] numbers = Alphabet.numbers(text);
      for (int i = 0; i < 40; i++) {
        double[] next = reader.after(numbers[i]);
        assertEquals(Arrays.stream(next).max().orElseThrow(), next[numbers[i + 1]]);
      }
    }
  }

  /// Weights large enough for the network to have opinions.
  private static CharLstmGraph untrained() {
    CharLstmGraph net = CharLstmGraph.bind(Device.cpu(1), 1);
    net.initialize(new Uniform(0.5), 42);
    return net;
  }

  /// Each part goes on where its last window stopped, and labels are one ahead.
  @Test
  void windowsFollowEachOther() {
    int[] text = new int[150];
    Arrays.setAll(text, i -> i);
    List<Window> windows = Windows.of(text, 2);
    assertEquals(2, windows.size());
    int part = 74;
    for (int i = 0; i < 2 * STEPS; i++) {
      Window window = windows.get(i / STEPS);
      for (int column = 0; column < 2; column++) {
        int at = i % STEPS * 2 + column;
        assertEquals(column * part + i, window.text()[at]);
        assertEquals(column * part + i + 1, window.next()[at]);
      }
    }
  }

  @Test
  void tooManyPartsAreRefused() {
    int[] text = new int[10 * STEPS + 1];
    assertEquals(1, Windows.of(text, 10).size());
    assertEquals(
        "-Dbatch=11 cuts 321 characters into parts of 29, less than the 32 of a window: use at most"
            + " -Dbatch=10",
        assertThrows(WrongSetting.class, () -> Windows.of(text, 11)).getMessage());
  }

  @Test
  void charactersAreNumbers() {
    assertArrayEquals(new int[] {0, 1, 66, 95}, Alphabet.numbers("\n a~"));
    for (int number = 0; number < Alphabet.SIZE; number++) {
      String text = "" + Alphabet.character(number);
      assertArrayEquals(new int[] {number}, Alphabet.numbers(text));
    }
    for (String other : List.of("\t", "\u001f", "\u007f", "é")) {
      assertThrows(IllegalArgumentException.class, () -> Alphabet.numbers(other));
    }
  }

  @Test
  void perplexityByFrequency() {
    assertEquals(2, Sonnets.unigramPerplexity(Alphabet.numbers("abab")), 1e-12);
    assertEquals(1, Sonnets.unigramPerplexity(Alphabet.numbers("aaa")), 1e-12);
    assertEquals(Math.pow(2, 1.5), Sonnets.unigramPerplexity(Alphabet.numbers("aabc")), 1e-12);
  }

  /// All are whole: 47 of 14 lines, of which the last two are indented.
  @Test
  void sonnetsAreWhole() throws IOException {
    Sonnets sonnets = Sonnets.load();
    StringBuilder text = new StringBuilder();
    for (int[] part : List.of(sonnets.train(), sonnets.test())) {
      Arrays.stream(part).forEach(number -> text.append(Alphabet.character(number)));
    }
    List<String> all = List.of(text.toString().split("\n\n"));
    assertEquals(47, all.size());
    for (String sonnet : all) {
      List<String> lines = sonnet.lines().toList();
      assertEquals(14, lines.size(), sonnet);
      for (int i = 0; i < 14; i++) {
        assertEquals(i >= 12, lines.get(i).startsWith("  "), sonnet);
      }
    }
  }
}
