package io.nacre.processor.provider;

import io.nacre.processor.layer.Attributes;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.StackLines;
import java.util.List;

/// A layer of a third party failed: neither the model is wrong nor Nacre.
///
/// Nearly every stage asks layers something. Those that go on without a node catch it; the others
/// let it end the work on the model, whose problem it then is.
public final class ProviderFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private ProviderFailure(Problem problem, Throwable cause) {
    super(problem.fact(), cause);
    this.problem = problem;
  }

  /// @param what it failed in: `infer`
  /// @param node the name of the node; empty if it is not known
  static ProviderFailure of(
      Throwable cause, Class<?> provider, String what, Attributes attributes, String node) {
    boolean told = cause instanceof WrongAnswer;
    String how =
        told ? "has a wrong %s: %s".formatted(what, cause.getMessage()) : "failed in " + what;
    String fact =
        "%s, which provides %s, %s"
            .formatted(ProvidedLayer.name(provider), attributes.kind(), how);
    return new ProviderFailure(
        new Problem(
            ProblemId.PROVIDER_FAILED,
            attributes.place(),
            node,
            fact,
            told ? List.of() : StackLines.of(cause, provider.getName()),
            "the layer is at fault and not the model: tell those who made it"),
        cause);
  }

  /// Something that a layer may not answer.
  static final class WrongAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongAnswer(String message) {
      super(message);
    }
  }

  /// What to report.
  public Problem problem() {
    return problem;
  }

  /// What to report of a node.
  public Problem problem(String node) {
    return new Problem(
        problem.id(), problem.place(), node, problem.fact(), problem.trail(), problem.hint());
  }
}
