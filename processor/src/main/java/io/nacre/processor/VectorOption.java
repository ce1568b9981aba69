package io.nacre.processor;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.read.ElementPlace;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Whether generated classes get vector code: `-Anacre.vector=auto|off|require`.
///
/// Vector code needs the module `jdk.incubator.vector` when the class is compiled; without it, `auto`
/// writes scalar code, which has the same results, and says so once.
final class VectorOption {
  private static final String VECTOR_TYPE = "jdk.incubator.vector.FloatVector";

  private static final String LINES =
      """
      to have it, let maven-compiler-plugin pass  <arg>--add-modules</arg> <arg>jdk.incubator.vector</arg>
      and start the JVM with  --add-modules jdk.incubator.vector
      to do without it and without this message, pass  -Anacre.vector=off""";

  private final String wish;
  private final Elements elements;
  private boolean told;

  /// @param wish the option's value; null for `auto`
  VectorOption(String wish, Elements elements) {
    this.wish = wish == null ? "auto" : wish;
    this.elements = elements;
  }

  /// Whether the class of `model` gets vector code.
  boolean writesVectorCode(TypeElement model) {
    return !wish.equals("off") && isVisibleTo(model);
  }

  /// Asks the model's own module: to look through all modules would take javac a while.
  private boolean isVisibleTo(TypeElement model) {
    ModuleElement module = elements.getModuleOf(model);
    return module == null
        ? elements.getTypeElement(VECTOR_TYPE) != null
        : elements.getTypeElement(module, VECTOR_TYPE) != null;
  }

  /// What there is to say, at the first model only.
  Optional<Problem> problem(TypeElement element) {
    if (told) {
      return Optional.empty();
    }
    told = true;
    Place model = ElementPlace.of(element);
    boolean present = isVisibleTo(element);
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
