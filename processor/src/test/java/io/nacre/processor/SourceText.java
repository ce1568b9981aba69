package io.nacre.processor;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A source that is no file, in the form that every compiler takes.
public final class SourceText extends SimpleJavaFileObject {
  private final String text;

  /// @param type the qualified name of the type in it
  public SourceText(String type, String text) {
    super(URI.create("source:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
