package io.nacre.processor.read;

import java.util.Map;

/// How MXNet's names of a model's nodes are spelt in Java: as they are, but for those of imported
/// files that Java cannot spell, and those that `@Name` gives.
///
/// @param respelt the others, by MXNet's names
public record Spelling(Map<String, String> respelt) {
  /// That of a model whose nodes are all called as their methods.
  public static final Spelling PLAIN = new Spelling(Map.of());

  public Spelling {
    respelt = Map.copyOf(respelt);
  }

  /// `conv_1` for `conv-1`.
  public String java(String name) {
    return respelt.getOrDefault(name, name);
  }
}
