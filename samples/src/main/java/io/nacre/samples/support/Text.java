package io.nacre.samples.support;

import java.util.Locale;

/// Numbers as this project writes them, whatever the user's language.
final class Text {
  private Text() {}

  static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
