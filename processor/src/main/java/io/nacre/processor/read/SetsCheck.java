package io.nacre.processor.read;

import io.nacre.annotations.BlockBody;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.AttributeValue.Kind;
import io.nacre.processor.read.HyperParameter.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks what the hyper-parameters of a block set: attributes that exist, of their type, each once,
/// and every number that waits for one.
final class SetsCheck {
  private static final Set<String> OF_NO_LAYER = Set.of("long", "float", "byte", "short", "char");

  /// The nodes of the body by name.
  private final Map<String, NodeDeclaration> nodes;

  private final Problems problems;

  /// Which hyper-parameter sets an attribute.
  private final Map<Target, String> setters = new HashMap<>();

  /// What a misspelt `@Sets` was to set, about which nothing is said.
  private final Set<Target> meant = new HashSet<>();

  SetsCheck(Map<String, NodeDeclaration> nodes, Problems problems) {
    this.nodes = nodes;
    this.problems = problems;
  }

  /// Whether an attribute can have a type.
  boolean type(String parameter, AttributeType type, Place place) {
    if (type.kind() != Kind.ANNOTATION && !OF_NO_LAYER.contains(type.name())) {
      return true;
    }
    bad(
        place,
        parameter,
        "no layer has an attribute of type " + type.text(),
        "use int, double, boolean, String, Class or an enum");
    return false;
  }

  void setsNothing(String parameter, Place place) {
    String node =
        nodes.values().stream()
            .filter(each -> each.layer().attributes().containsKey(parameter))
            .findFirst()
            .map(NodeDeclaration::name)
            .orElse(nodes.keySet().stream().findFirst().orElse("node") + ".attribute");
    bad(
        place,
        parameter,
        "it sets nothing",
        "say which attribute: @Sets(\"%s\")".formatted(node));
  }

  void unknownNode(String parameter, Target target, Place place) {
    boolean inside = target.node().indexOf('.') >= 0;
    String near = Similar.hint(target.node(), nodes.keySet());
    Similar.to(target.node(), nodes.keySet())
        .ifPresent(node -> meant.add(new Target(node, target.attribute())));
    bad(
        place,
        parameter,
        "no node of the body is named " + target.node(),
        inside
            ? "set an attribute of the block that holds it, which sets those of its nodes"
            : near.isEmpty() ? "there are " + Similar.list(nodes.keySet()) : near);
  }

  void unknownAttribute(String parameter, NodeDeclaration node, Target target, Place place) {
    Set<String> names = node.layer().attributes().keySet();
    Similar.to(target.attribute(), names)
        .ifPresent(name -> meant.add(new Target(node.name(), name)));
    String near = Similar.hint(target.attribute(), names);
    String hint = near;
    if (target.attribute().equals(HyperParameter.REPEAT)) {
      hint = "write @Repeat(PARAM) before " + node.name();
    } else if (near.isEmpty()) {
      hint = names.isEmpty() ? "it has none" : "it has " + Similar.list(names);
    }
    bad(
        place,
        parameter,
        "@%s of %s has no attribute %s"
            .formatted(node.layer().name(), node.name(), target.attribute()),
        hint);
  }

  /// Whether a hyper-parameter may set an attribute.
  ///
  /// @param value what the body has there
  boolean sets(
      String parameter, AttributeType type, Target target, AttributeValue value, Place place) {
    String path = target.node() + "." + target.attribute();
    String other = setters.putIfAbsent(target, parameter);
    if (!value.type().takes(type)) {
      bad(
          place,
          parameter,
          "it is of type %s, but %s is of type %s"
              .formatted(type.text(), path, value.type().text()),
          "let both have one type; one value may set an array, and an int a double");
      return false;
    }
    if (other != null) {
      twice(
          place,
          parameter,
          "%s is set by %s already".formatted(path, other),
          "let one of them set it");
      return false;
    }
    if (value.isParam() && value.value() instanceof List<?> list && list.size() > 1) {
      bad(
          value.elements().isEmpty() ? value.place() : value.elements().get(list.indexOf(BlockBody.PARAM)),
          target.node(),
          "PARAM stands for the whole of %s, not for one of its numbers"
              .formatted(target.attribute()),
          "write %s = PARAM".formatted(target.attribute()));
      return false;
    }
    if (value.kind() == Kind.NUMBER && value.written() && !value.isParam()) {
      twice(
          place,
          parameter,
          "the body has a number for %s already".formatted(path),
          "write PARAM there, or remove it here");
      return false;
    }
    return true;
  }

  /// Reports numbers of a node that no hyper-parameter sets.
  void unset(NodeDeclaration node) {
    node.layer().attributes().forEach((name, value) -> unset(node, name, name, value));
    node.repeat()
        .map(repeat -> repeat.attributes().get("value"))
        .ifPresent(value -> unset(node, HyperParameter.REPEAT, "how often it is repeated", value));
  }

  private void unset(NodeDeclaration node, String attribute, String words, AttributeValue value) {
    Target target = new Target(node.name(), attribute);
    if (value.isParam() && !setters.containsKey(target) && !meant.contains(target)) {
      problems.add(
          Problem.of(
              ProblemId.UNSET_PARAM,
              value.place(),
              node.name(),
              "no hyper-parameter sets " + words,
              "add one to the block: @Sets(\"%s.%s\") %s %s();"
                  .formatted(node.name(), attribute, value.type().text(), attribute)));
    }
  }

  private void bad(Place place, String name, String fact, String hint) {
    problems.add(Problem.of(ProblemId.BAD_SETS, place, name, fact, hint));
  }

  private void twice(Place place, String name, String fact, String hint) {
    problems.add(Problem.of(ProblemId.SET_TWICE, place, name, fact, hint));
  }
}
