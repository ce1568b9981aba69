package io.nacre.processor;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import java.util.Optional;

/// Whether generated classes get vector code: `-Anacre.vector=auto|off|require`.
///
/// Vector code needs the module `jdk.incubator.vector` when the class is compiled; without it, `auto`
/// writes scalar code, which has the same results, and says so once.
final class VectorOption {
  private static final String LINES =
      """
      to have it, let maven-compiler-plugin pass  <arg>--add-modules</arg> <arg>jdk.incubator.vector</arg>
      and start the JVM with  --add-modules jdk.incubator.vector
      to do without it and without this message, pass  -Anacre.vector=off""";

  private final String wish;
  private final boolean present;
  private boolean told;

  /// @param wish the option's value; null for `auto`
  /// @param present whether the vector module is visible to the compilation
  VectorOption(String wish, boolean present) {
    this.wish = wish == null ? "auto" : wish;
    this.present = present;
  }

  boolean writesVectorCode() {
    return present && !wish.equals("off");
  }

  /// What there is to say, at the first model only.
  Optional<Problem> problem(Place model) {
    if (told) {
      return Optional.empty();
    }
    told = true;
    return switch (wish) {
      case "off" -> Optional.empty();
      case "auto" ->
          present
              ? Optional.empty()
              : Optional.of(missing(ProblemId.NO_VECTOR_MODULE, "scalar code only", model));
      case "require" ->
          present
              ? Optional.empty()
              : Optional.of(
                  missing(ProblemId.VECTOR_REQUIRED, "-Anacre.vector=require", model));
      default ->
          Optional.of(
              Problem.of(
                  ProblemId.BAD_OPTION,
                  model,
                  "",
                  "-Anacre.vector is auto, off or require, not '" + wish + "'",
                  ""));
    };
  }

  private static Problem missing(ProblemId id, String consequence, Place model) {
    return Problem.of(
        id,
        model,
        "",
        consequence + ": the module jdk.incubator.vector is not visible to this compilation",
        LINES);
  }
}
