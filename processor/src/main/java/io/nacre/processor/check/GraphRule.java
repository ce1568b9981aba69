package io.nacre.processor.check;

import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerGraph;

/// One check of a model whose edges are all known.
public interface GraphRule {
  void check(ModelDeclaration model, LayerGraph graph, Problems problems);
}
