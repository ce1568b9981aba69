package io.nacre.processor.write;

import java.util.ArrayList;
import java.util.List;

/// Makes generated source pleasant to read where JavaPoet has no say: documentation as `///` lines, and
/// no empty line between fields. Goes line by line, since a class can be long and javac is waiting.
final class SourceLayout {
  private final List<String> lines = new ArrayList<>();

  private SourceLayout() {}

  static String of(String source) {
    SourceLayout layout = new SourceLayout();
    source.lines().forEach(layout::add);
    return String.join("\n", layout.lines) + "\n";
  }

  private void add(String line) {
    String text = line.strip();
    if (text.equals("/**") || text.equals("*/")) {
      return;
    }
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    if (text.equals("*") || text.startsWith("* ")) {
      // a name may look like a Unicode escape, which would be one even in a comment
      String shown = text.substring(1).replace("\\u", "&#92;u");
      lines.add((indent.substring(1) + "///" + shown).stripTrailing());
      return;
    }
    if (isField(text) && followsField()) {
      lines.removeLast();
    }
    lines.add(line.stripTrailing());
  }

  private boolean followsField() {
    return lines.size() >= 2
        && lines.getLast().isEmpty()
        && isField(lines.get(lines.size() - 2).strip());
  }

  /// Whether a line is a whole field; statements in methods do not begin like this.
  private static boolean isField(String text) {
    boolean declares =
        text.startsWith("private ") || text.startsWith("public ") || text.startsWith("static ");
    int call = text.indexOf('(');
    int value = text.indexOf('=');
    return declares && text.endsWith(";") && (call < 0 || (value >= 0 && value < call));
  }
}
