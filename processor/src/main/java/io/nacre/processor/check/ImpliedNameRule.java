package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.ImpliedVariable;
import io.nacre.processor.resolve.ModelApi;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A node may not be named like a variable that a layer makes itself: `fc1_weight` beside `fc1`.
/// MXNet's names count, and those in Java.
final class ImpliedNameRule implements DeclarationRule {
  @Override
  public void check(ModelDeclaration model, ModelApi api, Problems problems) {
    Map<String, ImpliedVariable> implied = new HashMap<>();
    Map<String, ImpliedVariable> inJava = new HashMap<>();
    for (ImpliedVariable variable : ImpliedVariable.all(model)) {
      implied.putIfAbsent(variable.name(), variable);
      inJava.putIfAbsent(variable.java(), variable);
    }
    Set<String> seen = new HashSet<>();
    for (NodeDeclaration node : model.nodes()) {
      String java = api.spelling().java(node.name());
      ImpliedVariable same = implied.get(node.name());
      ImpliedVariable alike = inJava.get(java);
      if ((same != null || alike != null) && seen.add(node.name())) {
        problems.add(same != null ? ofName(node, java, same) : ofJava(node, java, alike));
      }
    }
  }

  private static Problem ofName(NodeDeclaration node, String java, ImpliedVariable same) {
    boolean plain = java.equals(node.name()) && same.java().equals(same.name());
    return Problem.of(
        ProblemId.NAME_CLASH,
        plain ? node.place() : node.namePlace(),
        node.path(),
        plain
            ? same.path() + " makes a " + same.argument() + " of this name itself"
            : "%s makes a %s itself that is %s for MXNet as well"
                .formatted(same.path(), same.argument(), node.name()),
        give(java, same) + (plain ? "rename it" : "write another @Name"));
  }

  private static Problem ofJava(NodeDeclaration node, String java, ImpliedVariable same) {
    return Problem.of(
        ProblemId.NAME_CLASH,
        node.place(),
        node.path(),
        "%s makes a %s itself that Java calls %s as well"
            .formatted(same.path(), same.argument(), java),
        give(java, same) + "rename it");
  }

  private static String give(String java, ImpliedVariable same) {
    boolean own = same.path().indexOf('.') < 0;
    return own
        ? "give it to " + same.path() + " by a parameter, " + same.edge(java) + ", or "
        : "";
  }
}
