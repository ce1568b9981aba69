package io.nacre.processor;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A mistake of Nacre's own, told so that it can be reported: what failed, in which stage, and where
/// in Nacre. That is as a rule enough to find it, and still short.
final class InternalProblem {
  private static final String NACRE = InternalProblem.class.getPackageName() + ".";
  private static final int FRAMES = 4;
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
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    List<String> lines = new ArrayList<>();
    lines.add(failure.getClass().getName() + message);
    frames(failure).forEach(frame -> lines.add("at " + frame));
    return new Problem(
        ProblemId.INTERNAL,
        place,
        "",
        "Nacre failed on %s%s, which is Nacre's fault and not the model's"
            .formatted(model, stage(failure)),
        lines,
        "please report it with these lines and the model");
  }

  /// The innermost frame of all, and the innermost in Nacre.
  private static List<StackTraceElement> frames(Throwable failure) {
    StackTraceElement[] all = failure.getStackTrace();
    Stream<StackTraceElement> own =
        Arrays.stream(all).filter(frame -> frame.getClassName().startsWith(NACRE));
    return Stream.concat(Arrays.stream(all).limit(1), own).distinct().limit(FRAMES).toList();
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
