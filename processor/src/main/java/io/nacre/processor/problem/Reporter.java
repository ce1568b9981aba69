package io.nacre.processor.problem;

import io.nacre.processor.read.ElementPlace;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/// Shows problems through the compiler, with the caret at the place of each.
public final class Reporter {
  private final Messager messager;

  /// ECJ knows where an attribute is written, and for a value within it shows the annotation.
  private final boolean wholeAttributes;

  public Reporter(Messager messager) {
    this.messager = messager;
    this.wholeAttributes = messager.getClass().getName().startsWith("org.eclipse.");
  }

  /// Shows all problems, in the order in which they were found.
  public void report(Problems problems) {
    problems.all().forEach(this::report);
  }

  private void report(Problem problem) {
    Diagnostic.Kind kind = problem.id().isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    Place shown =
        problem.place() instanceof FilePlace imported ? imported.annotation() : problem.place();
    if (shown instanceof ElementPlace place) {
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
