package io.nacre.processor;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// A mistake of Nacre's own, told so that it can be reported.
final class InternalProblem {
  private InternalProblem() {}

  static Problem of(Throwable failure, Place model) {
    StackTraceElement[] frames = failure.getStackTrace();
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return new Problem(
        ProblemId.INTERNAL,
        model,
        "",
        "Nacre failed on this model, which is Nacre's fault and not the model's",
        List.of(
            failure.getClass().getName() + message,
            frames.length == 0 ? "no stack frames" : "at " + frames[0]),
        "please report it with these lines and the model");
  }
}
