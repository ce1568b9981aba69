package io.nacre.processor.write;

import java.util.regex.Pattern;

/// Makes generated source pleasant to read where JavaPoet has no say: documentation as `///` lines, and
/// no empty line between fields.
final class SourceLayout {
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^( *)/\\*\\*\\n((?:\\1 \\*.*\\n)+?)\\1 \\*/\\n");
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^( *) \\* ?");
  private static final Pattern BETWEEN_FIELDS =
      Pattern.compile(
          "(?m)(^ +(?:(?:private|public|static|final) )+[^(){}=\\n]+(?: = [^\\n]*)?;\\n)\\n"
              + "(?= +(?:(?:private|public|static|final) )+[^(){}=\\n]+(?: = [^\\n]*)?;\\n)");

  private SourceLayout() {}

  static String of(String source) {
    String lines =
        COMMENT
            .matcher(source)
            .replaceAll(
                comment ->
                    COMMENT_LINE
                        .matcher(comment.group(2))
                        .replaceAll("$1/// ")
                        .replace("$", "\\$"));
    return BETWEEN_FIELDS.matcher(lines.replaceAll("(?m)[ ]+$", "")).replaceAll("$1");
  }
}
