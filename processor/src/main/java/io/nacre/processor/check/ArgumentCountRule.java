package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.ModelApi;

/// What a model is fed, and what it gives, become arguments of Java methods, which have room for 255
/// words, with one for `this`.
final class ArgumentCountRule implements DeclarationRule {
  @Override
  public void check(ModelDeclaration model, ModelApi api, Problems problems) {
    if (api.feeds().size() > ModelApi.MOST_FEEDS) {
      report(
          model,
          "%d inputs and labels, one argument of forward each, and a Java method takes at most %d"
              .formatted(api.feeds().size(), ModelApi.MOST_FEEDS),
          "feed several as the rows or channels of one input",
          problems);
    }
    if (api.headGradients().size() > ModelApi.MOST_FEEDS) {
      report(
          model,
          "%d heads that are no losses, one argument of backward each, and a Java method takes at most %d"
              .formatted(api.headGradients().size(), ModelApi.MOST_FEEDS),
          "join several to one node, and mark the heads by @Output",
          problems);
    } else if (api.heads().size() > ModelApi.MOST_HEADS) {
      report(
          model,
          "%d heads, and a generated class has room for %d"
              .formatted(api.heads().size(), ModelApi.MOST_HEADS),
          "join several to one node, and mark the heads by @Output",
          problems);
    }
  }

  private static void report(
      ModelDeclaration model, String fact, String hint, Problems problems) {
    problems.add(
        Problem.of(
            ProblemId.BAD_MODEL, model.place(), "", model.typeName() + " has " + fact, hint));
  }
}
