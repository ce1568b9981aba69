package io.nacre.processor.check;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.ImpliedVariable;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.ReservedNames;
import io.nacre.processor.resolve.RoleNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Each input, label and head gradient becomes a nested type, whose name must be free.
///
/// Names that differ in upper and lower case only count as one, since some file systems take their
/// class files for one.
final class RoleNameRule implements DeclarationRule {
  @Override
  public void check(ModelDeclaration model, ModelApi api, Problems problems) {
    Map<String, Place> places = places(model);
    Map<String, String> types = new LinkedHashMap<>();
    for (ModelApi.Feed feed : api.feeds()) {
      types.put(feed.name(), feed.roleType());
    }
    Map<String, String> owners = new HashMap<>();
    types.forEach((name, type) -> check(name, type, owners, api, places.get(name), problems));
    for (ModelApi.Head head : api.heads()) {
      if (head.takesGradient()) {
        String type = head.gradientType();
        check(head.name(), type, owners, api, places.get(head.name()), problems);
      }
    }
  }

  /// Two nodes that Java calls alike are none of this rule.
  ///
  /// @param name MXNet's; messages say how Java spells it
  private static void check(
      String name,
      String type,
      Map<String, String> owners,
      ModelApi api,
      Place place,
      Problems problems) {
    String node = api.spelling().java(name);
    String owner = owners.putIfAbsent(type.toLowerCase(Locale.ROOT), node);
    if (ReservedNames.TYPES_OF_GRAPHS.contains(type) || type.equals(api.graphName())) {
      report(
          ProblemId.RESERVED_NAME,
          place,
          node,
          "its type " + type + " would be named like one that " + api.graphName() + " has itself",
          problems);
    } else if (ReservedNames.TYPES_OF_JAVA.contains(type)) {
      report(
          ProblemId.RESERVED_NAME,
          place,
          node,
          "its type " + api.graphName() + "." + type + " would hide java.lang." + type,
          problems);
    } else if (!RoleNames.isTypeName(type)) {
      report(
          ProblemId.RESERVED_NAME,
          place,
          node,
          "no type can be named after it: \"" + type + "\" is not a name in Java",
          problems);
    } else if (owner != null && !owner.equals(node)) {
      report(
          ProblemId.NAME_CLASH,
          place,
          node,
          "its type " + type + " in " + api.graphName() + " would be that of " + owner + " as well",
          problems);
    }
  }

  private static void report(
      ProblemId id, Place place, String node, String fact, Problems problems) {
    problems.add(Problem.of(id, place, node, fact, "rename the node: " + suggestion(node)));
  }

  private static String suggestion(String node) {
    String letters = node.replaceFirst("^[_\\d]+", "");
    return letters.isEmpty() || letters.length() < node.length()
        ? "node" + node.replaceFirst("^_+", "")
        : node + "1";
  }

  /// Where each node, or the node that makes it, is declared.
  private static Map<String, Place> places(ModelDeclaration model) {
    Map<String, Place> places = new HashMap<>();
    for (NodeDeclaration node : model.nodes()) {
      places.putIfAbsent(node.name(), node.place());
    }
    for (ImpliedVariable variable : ImpliedVariable.all(model)) {
      places.putIfAbsent(variable.name(), places.get(variable.owner()));
    }
    return places;
  }
}
