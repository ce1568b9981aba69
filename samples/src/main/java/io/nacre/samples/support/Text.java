package io.nacre.samples.support;

import java.util.Locale;

/// Numbers as this project writes them, whatever the user's language.
public final class Text {
  private Text() {}

  /// As [String#format], with the point of English numbers.
  public static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
