package io.nacre.processor.read;

import java.util.List;
import java.util.stream.Collectors;

/// One element of a block's annotation type.
///
/// @param targets the attributes that it sets
public record HyperParameter(String name, AttributeType type, List<Target> targets) {
  public HyperParameter {
    targets = List.copyOf(targets);
  }

  /// An attribute of a node of the body; [#REPEAT] is the count of its `@Repeat`.
  public record Target(String node, String attribute) {}

  /// What `@Sets` calls the count of a `@Repeat`.
  public static final String REPEAT = "repeat";

  boolean sets(String node, String attribute) {
    return targets.contains(new Target(node, attribute));
  }

  String text() {
    return targets.stream()
        .map(target -> target.node() + "." + target.attribute())
        .collect(Collectors.joining(", ", type.text() + " " + name + " sets ", ""));
  }
}
