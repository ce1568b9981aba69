package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;

/// One check of a model whose memory is planned.
public interface PlanRule {
  void check(ModelDeclaration model, CompiledModel compiled, Problems problems);
}
