package io.nacre.processor.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The problems found so far. Stages add to it and go on; none throws.
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  public void add(Problem problem) {
    problems.add(problem);
  }

  public List<Problem> all() {
    return Collections.unmodifiableList(problems);
  }

  /// Whether the model cannot be used.
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.id().isError());
  }
}
