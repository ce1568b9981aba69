package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// MXNet's name of a node, where `@Name` gives it another than Java has: `conv-1`, `conv_%s`.
///
/// @param before the name, up to `%s` if it has one
/// @param hole whether it has `%s`
/// @param after what follows `%s`
/// @param place where it is written
public record GivenName(String before, boolean hole, String after, Place place) {
  private static final String HOLE = "%s";

  /// Reads a use of `@Name`; mistakes are reported.
  ///
  /// @return empty for a name that is wrong
  static Optional<GivenName> of(AnnotationUse use, String node, Problems problems) {
    AttributeValue value = use.attributes().get("value");
    if (value == null || !(value.value() instanceof String text)) {
      return Optional.empty();
    }
    Optional<Fault> fault = fault(text, node);
    fault.ifPresent(
        found ->
            problems.add(
                Problem.of(
                    ProblemId.BAD_NAME, value.place(), node, found.fact(), found.hint())));
    return fault.isPresent() ? Optional.empty() : Optional.of(of(text, value.place()));
  }

  private static GivenName of(String text, Place place) {
    int hole = hole(text, 0);
    return hole < 0
        ? new GivenName(plain(text), false, "", place)
        : new GivenName(
            plain(text.substring(0, hole)),
            true,
            plain(text.substring(hole + HOLE.length())),
            place);
  }

  private record Fault(String fact, String hint) {}

  private static Optional<Fault> fault(String text, String node) {
    if (text.isBlank()) {
      return Optional.of(
          new Fault(
              "@Name(\"%s\") is no name".formatted(text.replaceAll("\\s", " ")),
              "write a name, or remove @Name: without it MXNet's name is " + node));
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) || isLineBreak(text.charAt(i))) {
        return Optional.of(
            new Fault(
                "letter %d of its name is the control character U+%04X"
                    .formatted(i + 1, (int) text.charAt(i)),
                "a name has one line: leave it out, or write a space"));
      }
    }
    int wrong = wrongPercent(text);
    if (wrong >= 0) {
      String directive = text.substring(wrong, Math.min(wrong + 2, text.length()));
      return Optional.of(
          new Fault(
              "%s in @Name(\"%s\") stands for nothing".formatted(directive, text),
              directive.equals("%d")
                  ? "write %s; copies of @Repeat are numbered by themselves"
                  : "write %s for the node's own name or that of the block's use, or %% for a %"));
    }
    int first = hole(text, 0);
    if (first >= 0 && hole(text, first + HOLE.length()) >= 0) {
      return Optional.of(
          new Fault(
              "@Name(\"%s\") has %%s more than once".formatted(text),
              "write %s once: \"" + text.substring(0, first + HOLE.length()) + "\""));
    }
    return Optional.empty();
  }

  private static boolean isLineBreak(char letter) {
    return letter == '\u2028' || letter == '\u2029';
  }

  /// Where the first `%` is that is neither in `%s` nor in `%%`; negative if there is none.
  private static int wrongPercent(String text) {
    int i = text.indexOf('%');
    while (i >= 0) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (next != 's' && next != '%') {
        return i;
      }
      i = text.indexOf('%', i + 2);
    }
    return -1;
  }

  /// Where the first `%s` is; negative if there is none.
  private static int hole(String text, int from) {
    int i = text.indexOf('%', from);
    while (i >= 0 && !text.startsWith(HOLE, i)) {
      i = text.indexOf('%', i + 2);
    }
    return i;
  }

  private static String plain(String text) {
    return text.replace("%%", "%");
  }

  /// The name, with `name` in the place of `%s`.
  public String of(String name) {
    return hole ? before + name + after : before;
  }

  /// The same name, written elsewhere.
  GivenName moved(UnaryOperator<Place> move) {
    return new GivenName(before, hole, after, move.apply(place));
  }

  /// As it is written: `conv_%s`.
  public String text() {
    String start = before.replace("%", "%%");
    return hole ? start + HOLE + after.replace("%", "%%") : start;
  }
}
