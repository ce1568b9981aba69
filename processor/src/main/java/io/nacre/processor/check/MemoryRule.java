package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.MemoryLimit;
import io.nacre.processor.read.ModelDeclaration;
import java.util.List;
import java.util.Locale;

/// Training may not take more memory than the model allows.
///
/// A limit needs a fixed batch size, so that all sizes are numbers.
final class MemoryRule implements PlanRule {
  @Override
  public void check(ModelDeclaration model, CompiledModel compiled, Problems problems) {
    model.memory().ifPresent(limit -> check(model, limit, compiled, problems));
  }

  private static void check(
      ModelDeclaration model, MemoryLimit limit, CompiledModel compiled, Problems problems) {
    long weights = compiled.state().bytes(Segment.PARAMETERS);
    long states = compiled.state().bytes(Segment.AUXILIARY);
    long work = compiled.training().workBytes(model.batch());
    long total = 2 * weights + states + work;
    if (total > limit.bytes()) {
      problems.add(
          new Problem(
              ProblemId.MEMORY_EXCEEDED,
              limit.place(),
              "@Model",
              "training takes " + text(total) + ", more than memory = \"" + limit.text() + "\"",
              List.of(
                  "weights        " + text(weights),
                  "gradients      " + text(weights),
                  "other states   " + text(states),
                  "work memory    " + text(work) + " for batch = " + model.batch()),
              hint(model.batch(), limit.bytes() - 2 * weights - states, work)));
    }
  }

  /// Work memory is about linear in the batch size.
  private static String hint(int batch, long left, long work) {
    long fitting = left <= 0 ? 0 : (long) (batch * ((double) left / work));
    return fitting == 0
        ? "no batch is small enough: make the layers smaller, or allow more"
        : "batch = " + fitting + " should fit; or make the layers smaller, or allow more";
  }

  private static String text(long bytes) {
    if (bytes < 10_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
