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
final class ImpliedNameRule implements DeclarationRule {
  @Override
  public void check(ModelDeclaration model, ModelApi api, Problems problems) {
    Map<String, ImpliedVariable> implied = new HashMap<>();
    for (ImpliedVariable variable : ImpliedVariable.all(model)) {
      implied.putIfAbsent(variable.name(), variable);
    }
    Set<String> seen = new HashSet<>();
    for (NodeDeclaration node : model.nodes()) {
      ImpliedVariable same = implied.get(node.name());
      if (same != null && seen.add(node.name())) {
        problems.add(
            Problem.of(
                ProblemId.NAME_CLASH,
                node.place(),
                node.path(),
                same.path() + " makes a " + same.argument() + " of this name itself",
                same.path().equals(same.owner())
                    ? "give it to "
                        + same.owner()
                        + " by a parameter, "
                        + same.edge()
                        + ", or rename it"
                    : "rename it"));
      }
    }
  }
}
