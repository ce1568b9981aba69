package io.nacre.samples.support;

import java.util.Optional;
import java.util.function.Function;

/// System properties, of which an empty one counts as not given.
final class Setting {
  private Setting() {}

  static Optional<String> text(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(text -> !text.isBlank());
  }

  static long seed(String name, long otherwise) {
    return number(name, "an integer", otherwise, Long::valueOf);
  }

  static int count(String name, int otherwise) {
    return number(
        name,
        "an integer of at least 1",
        otherwise,
        text -> {
          int count = Integer.parseInt(text);
          if (count < 1) {
            throw new NumberFormatException();
          }
          return count;
        });
  }

  static double rate(String name, double otherwise) {
    return number(
        name,
        "a number above 0",
        otherwise,
        text -> {
          double rate = Double.parseDouble(text);
          if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new NumberFormatException();
          }
          return rate;
        });
  }

  private static <T> T number(String name, String kind, T otherwise, Function<String, T> parse) {
    Optional<String> text = text(name);
    try {
      return text.map(parse).orElse(otherwise);
    } catch (NumberFormatException _) {
      throw new WrongSetting("-D%s is %s, not '%s'".formatted(name, kind, text.orElseThrow()));
    }
  }
}
