package io.nacre.processor;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.StackLines;
import io.nacre.processor.provider.ProviderFailure;
import java.util.Arrays;
import java.util.Set;

/// A mistake of Nacre's own, told so that it can be reported: what failed, in which stage, and where
/// in Nacre. What a layer of a third party threw is that layer's.
final class InternalProblem {
  private static final String NACRE = InternalProblem.class.getPackageName() + ".";
  private static final Set<String> STAGES =
      Set.of(
          "read",
          "resolve",
          "check",
          "infer",
          "expand",
          "differentiate",
          "optimise",
          "lower",
          "plan",
          "write");

  private InternalProblem() {}

  /// @param model the simple name of the model
  static Problem of(Throwable failure, String model, Place place) {
    if (failure instanceof ProviderFailure provider) {
      return provider.problem();
    }
    return new Problem(
        ProblemId.INTERNAL,
        place,
        "",
        "Nacre failed on %s%s, which is Nacre's fault and not the model's"
            .formatted(model, stage(failure)),
        StackLines.of(failure, NACRE),
        "please report it with these lines and the model");
  }

  /// ` in differentiate`; empty if it was in no stage.
  private static String stage(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith(NACRE))
        .map(name -> name.substring(NACRE.length()).replaceFirst("\\..*", ""))
        .filter(STAGES::contains)
        .findFirst()
        .map(stage -> " in " + stage)
        .orElse("");
  }
}
