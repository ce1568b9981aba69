package io.nacre.processor.problem;

import io.nacre.processor.read.ElementPlace;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/// Shows problems through the compiler, with the caret at the place of each.
///
/// One mistake is shown once, even if it is one of several nodes: of all copies of a repeated node, or
/// of all nodes of a block that one value sets.
public final class Reporter {
  private final Messager messager;
  private final Set<Mistake> shown = new HashSet<>();

  /// ECJ knows where an attribute is written, and for a value within it shows the annotation.
  private final boolean wholeAttributes;

  public Reporter(Messager messager) {
    this.messager = messager;
    this.wholeAttributes = messager.getClass().getName().startsWith("org.eclipse.");
  }

  private record Mistake(ProblemId id, Place place, String fact) {}

  /// Shows all problems, in the order in which they were found.
  public void report(Problems problems) {
    problems.all().forEach(this::report);
  }

  private void report(Problem problem) {
    Place at = problem.place() instanceof InnerPlace inner ? inner.blame() : problem.place();
    if (!shown.add(new Mistake(problem.id(), at, problem.fact()))) {
      return;
    }
    Diagnostic.Kind kind = problem.id().isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    Place visible = at instanceof FilePlace imported ? imported.annotation() : at;
    if (visible instanceof ElementPlace place) {
      messager.printMessage(
          kind,
          problem.message(),
          place.element(),
          place.annotation(),
          wholeAttributes ? place.attribute() : place.value());
    } else {
      messager.printMessage(kind, problem.message());
    }
  }
}
