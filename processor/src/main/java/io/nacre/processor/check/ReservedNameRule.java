package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.ReservedNames;

/// A node may not be named like a method that the generated class has anyway.
final class ReservedNameRule implements DeclarationRule {
  @Override
  public void check(ModelDeclaration model, ModelApi api, Problems problems) {
    for (NodeDeclaration node : model.nodes()) {
      String name = api.spelling().java(node.name());
      if (ReservedNames.OF_OBJECT.contains(name)) {
        report(node, name, "every Java object has a method of this name", problems);
      } else if (ReservedNames.OF_GRAPHS.contains(name)) {
        report(node, name, api.graphName() + " has a method of this name itself", problems);
      }
    }
  }

  private static void report(
      NodeDeclaration node, String name, String fact, Problems problems) {
    problems.add(
        Problem.of(
            ProblemId.RESERVED_NAME,
            node.place(),
            node.path(),
            fact,
            "rename the node: " + name + "1"));
  }
}
