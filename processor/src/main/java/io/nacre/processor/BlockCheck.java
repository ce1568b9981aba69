package io.nacre.processor;

import io.nacre.processor.check.Rules;
import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.inline.BlockModel;
import io.nacre.processor.inline.Library;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.BlockDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.Resolution;
import io.nacre.processor.resolve.Resolver;

/// Checks a block by itself, so that its mistakes are reported where it is declared, once, and not
/// wherever it is used.
final class BlockCheck {
  private BlockCheck() {}

  /// @return whether uses of the block can be right
  static boolean check(BlockDeclaration block, Library library, Problems problems) {
    BlockModel model = BlockModel.of(block, library, problems);
    boolean valued = model.hasValue();
    Problems found = new Problems();
    Resolution resolution = Resolver.resolve(model.layers(), found);
    for (Problem problem : found.all()) {
      // a block without a value is none of the model's computing nothing
      if (valued || problem.id() != ProblemId.BAD_MODEL) {
        problems.add(problem);
      }
    }
    if (!problems.hasErrors() && !block.broken()) {
      model.checkValue(problems);
    }
    if (resolution.whole() && !problems.hasErrors()) {
      LayerGraph used = BlockModel.asUsed(resolution.graph().orElseThrow());
      Rules.check(model.layers(), used, problems);
    }
    if (valued) {
      resolution
          .graph()
          .ifPresent(
              graph ->
                  ShapeInference.check(
                      graph, node -> model.open().contains(node.name()), problems));
    }
    return valued && model.isSound() && !problems.hasErrors();
  }
}
