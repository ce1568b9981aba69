package io.nacre.processor.check;

import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.ModelApi;

/// One check of what a model's names make of the generated class, whatever its edges are.
public interface DeclarationRule {
  void check(ModelDeclaration model, ModelApi api, Problems problems);
}
