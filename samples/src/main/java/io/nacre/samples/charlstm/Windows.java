package io.nacre.samples.charlstm;

import io.nacre.samples.support.WrongSetting;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into so many parts of one length, and these into windows of [#STEPS] characters:
/// batch after batch, each part goes on where it stopped.
final class Windows {
  /// How many characters a window has, and so how far back the gradients reach.
  static final int STEPS = 32;

  /// One window of each part, time first: `STEPS x parts`.
  ///
  /// @param text the characters
  /// @param next the one behind each
  record Window(int[] text, float[] next) {}

  private Windows() {}

  /// All windows; a rest of a part that is shorter than a window is left out.
  ///
  /// @throws WrongSetting if the parts are shorter than a window
  static List<Window> of(int[] text, int parts) {
    int length = (text.length - 1) / parts;
    if (length < STEPS) {
      throw new WrongSetting(
          ("-Dbatch=%d cuts %d characters into parts of %d, less than the %d of a window:"
                  + " use at most -Dbatch=%d")
              .formatted(parts, text.length, length, STEPS, (text.length - 1) / STEPS));
    }
    List<Window> windows = new ArrayList<>();
    for (int start = 0; start + STEPS <= length; start += STEPS) {
      windows.add(window(text, parts, length, start));
    }
    return windows;
  }

  private static Window window(int[] text, int parts, int length, int start) {
    Window window = new Window(new int[STEPS * parts], new float[STEPS * parts]);
    for (int step = 0; step < STEPS; step++) {
      for (int part = 0; part < parts; part++) {
        int at = part * length + start + step;
        window.text[step * parts + part] = text[at];
        window.next[step * parts + part] = text[at + 1];
      }
    }
    return window;
  }
}
