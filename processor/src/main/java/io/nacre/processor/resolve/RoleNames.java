package io.nacre.processor.resolve;

/// How node names become the names of nested types.
public final class RoleNames {
  private RoleNames() {}

  /// `out_label` becomes `OutLabel`: each part between underscores begins with a capital letter.
  public static String typeName(String node) {
    StringBuilder name = new StringBuilder();
    for (String part : node.split("_")) {
      if (!part.isEmpty()) {
        name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
      }
    }
    return name.toString();
  }

  /// Whether a class can be named like this.
  public static boolean isTypeName(String name) {
    return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
  }
}
