package io.nacre.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a source where a problem is shown. In the text of a test it is written `‸`.
record Caret(long line, long column) {
  /// What a compiler gives for no place at all.
  static final Caret NONE = new Caret(0, 1);

  private static final String MARK = "‸";

  /// `interface M`: what javac points at, and then the name, which is what ECJ points at.
  private static final Pattern TYPE = Pattern.compile("(?:interface|class|enum|record)\\s+(?=\\w)");

  /// `kernel = `, or `kernel = {3, `: a value, or one of several; with what javac's place has before
  /// it in the value: `margin = Double`, and then `.NaN`.
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\w+)\\s*=\\s*(?:\\{[^{}()]*)?[^,{}()=]*$");

  /// `@Input({3, `.
  private static final Pattern UNNAMED = Pattern.compile("@\\w+\\(\\s*(\\{[^{}()]*)$");

  /// `Encoder` of `Encoder.class`: javac points at the point, ECJ at the name.
  private static final Pattern CLASS = Pattern.compile("[\\w.]+(?:\\[])*$");

  static String unmarked(String text) {
    return text.replace(MARK, "");
  }

  /// Where javac shows problems: at each mark.
  static List<Caret> javac(String text) {
    return offsets(text).stream().map(offset -> at(unmarked(text), offset)).toList();
  }

  /// Where ECJ shows them: at the name of a type, and at an attribute rather than its value.
  static List<Caret> eclipse(String text) {
    String source = unmarked(text);
    return offsets(text).stream().map(offset -> at(source, eclipse(source, offset))).toList();
  }

  private static int eclipse(String source, int mark) {
    int offset = mark;
    Matcher literal = CLASS.matcher(source.substring(0, offset));
    if (source.startsWith(".class", offset) && literal.find()) {
      offset = literal.start();
    }
    Matcher type = TYPE.matcher(source).region(offset, source.length()).useTransparentBounds(true);
    if (type.lookingAt()) {
      return type.end();
    }
    String before = source.substring(0, offset);
    Matcher attribute = ATTRIBUTE.matcher(before);
    if (attribute.find()) {
      return attribute.start(1);
    }
    Matcher unnamed = UNNAMED.matcher(before);
    return unnamed.find() ? unnamed.start(1) : offset;
  }

  private static List<Integer> offsets(String text) {
    List<Integer> offsets = new ArrayList<>();
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
      offsets.add(at - offsets.size());
    }
    return offsets;
  }

  private static Caret at(String source, int offset) {
    String before = source.substring(0, offset);
    long line = before.chars().filter(letter -> letter == '\n').count() + 1;
    return new Caret(line, offset - before.lastIndexOf('\n'));
  }
}
