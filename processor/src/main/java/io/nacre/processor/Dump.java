package io.nacre.processor;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/// Shows what a stage made, for those who ask by `-Anacre.dump=declaration,layers`; stages are
/// `declaration`, `layers`, `graph`, `backward` and `plan`.
final class Dump {
  private static final List<String> STAGES =
      List.of("declaration", "layers", "graph", "backward", "plan");

  private final Set<String> stages;
  private final Messager messager;

  /// @param option the stages to show, separated by commas; null for none
  Dump(String option, Messager messager) {
    this.stages = option == null ? Set.of() : Set.copyOf(List.of(option.split(",")));
    this.messager = messager;
  }

  /// A mistake in the option, if there is one.
  Optional<Problem> problem(Place model) {
    return stages.stream()
        .filter(stage -> !STAGES.contains(stage))
        .findFirst()
        .map(
            stage ->
                Problem.of(
                    ProblemId.BAD_OPTION,
                    model,
                    "",
                    "-Anacre.dump has no stage '" + stage + "'",
                    "stages: " + String.join(", ", STAGES)));
  }

  void show(String stage, Supplier<String> text) {
    if (stages.contains(stage)) {
      messager.printMessage(Diagnostic.Kind.NOTE, text.get());
    }
  }
}
