package io.nacre.processor.read;

import java.util.regex.Pattern;

/// The names of a repeated node's copies: `fc1`, `fc2`, or `layer1_fc`, `layer2_fc`.
///
/// @param prefix with `%d` for the number; empty if the number goes after the name
public record Copies(String node, String prefix) {
  private static final String NUMBER = "%d";

  public static Copies of(NodeDeclaration node, AnnotationUse repeat) {
    AttributeValue prefix = repeat.attributes().get("prefix");
    boolean written = prefix != null && prefix.value() instanceof String;
    return new Copies(node.name(), written ? (String) prefix.value() : "");
  }

  /// Whether the prefix tells the copies apart and makes names.
  public boolean right() {
    return prefix.isEmpty() || prefix.matches("[A-Za-z_]\\w*" + NUMBER + "\\w*");
  }

  /// The name of a copy, counted from 1.
  public String name(int copy) {
    return name(node, copy);
  }

  /// The name of a copy, where the node is called `base`.
  public String name(String base, int copy) {
    return right() && !prefix.isEmpty()
        ? prefix.replace(NUMBER, Integer.toString(copy)) + base
        : base + copy;
  }

  /// Whether a name is that of one of the copies, if there are enough.
  boolean hold(String name) {
    String pattern =
        right() && !prefix.isEmpty()
            ? Pattern.quote(prefix).replace(NUMBER, "\\E[1-9]\\d*\\Q") + Pattern.quote(node)
            : Pattern.quote(node) + "[1-9]\\d*";
    return name.matches(pattern);
  }
}
