package io.nacre.processor.read;

import javax.lang.model.SourceVersion;

/// What a method can be called.
public final class JavaNames {
  private JavaNames() {}

  /// Whether Java takes the text for a name: `conv1`, but not `conv-1`, `1` or `new`.
  public static boolean isName(String text) {
    return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
  }

  /// A name that is like `text`: each letter that is not allowed becomes `_`, and `node` goes before
  /// what cannot stand first.
  public static String nameLike(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              boolean allowed =
                  letter != '$'
                      && Character.isJavaIdentifierPart(letter)
                      && !Character.isIdentifierIgnorable(letter);
              name.appendCodePoint(allowed ? letter : '_');
            });
    boolean first =
        name.length() > 0
            && Character.isJavaIdentifierStart(name.codePointAt(0))
            && name.chars().anyMatch(letter -> letter != '_');
    if (!first) {
      name.insert(0, "node");
    }
    return isName(name.toString()) ? name.toString() : name.append('_').toString();
  }
}
