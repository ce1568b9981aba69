package io.nacre.processor;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/// Shows what a stage made, for those who ask by `-Anacre.dump=declaration,layers`.
final class Dump {
  private final Set<String> stages;
  private final Messager messager;

  /// @param option the stages to show, separated by commas; null for none
  Dump(String option, Messager messager) {
    this.stages = option == null ? Set.of() : Set.copyOf(List.of(option.split(",")));
    this.messager = messager;
  }

  void show(String stage, Supplier<String> text) {
    if (stages.contains(stage)) {
      messager.printMessage(Diagnostic.Kind.NOTE, text.get());
    }
  }
}
