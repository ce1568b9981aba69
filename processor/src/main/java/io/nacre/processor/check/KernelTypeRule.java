package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.operator.CustomLayer;
import io.nacre.processor.operator.CustomOperator;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;

/// An operator of the user's own computes the element types that its kernel has methods for.
final class KernelTypeRule implements PlanRule {
  @Override
  public void check(ModelDeclaration model, CompiledModel compiled, Problems problems) {
    for (LayerNode node : compiled.typed().layers().nodes()) {
      if (node.layer() instanceof CustomLayer layer) {
        DataType type = compiled.typed().type(node);
        CustomOperator operator = layer.operator();
        List<String> missing = operator.missing(type);
        if (!missing.isEmpty()) {
          problems.add(
              Problem.of(
                  ProblemId.BAD_OPERATOR,
                  node.place(),
                  node.path(),
                  "the Kernel of @%s has no %s for %s"
                      .formatted(operator.name(), String.join(" and no ", missing), type),
                  type.hasKernels()
                      ? "write that once more with %sView for each array".formatted(type.stem())
                      : "kernels compute float32 and float64: put @Cast(FLOAT32) before it"));
        }
      }
    }
  }
}
