package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.ModelApi;
import java.util.List;

/// The checks of whole models: one line each.
public final class Rules {
  private static final List<DeclarationRule> OF_DECLARATIONS =
      List.of(
          new ReservedNameRule(), //
          new ImpliedNameRule(),
          new RoleNameRule(),
          new ArgumentCountRule());

  private static final List<GraphRule> OF_GRAPHS =
      List.of(
          new ChannelsLastRule(), //
          new MissingBackwardRule(),
          new SecondSinkRule(),
          new TimeFirstRule(),
          new UnusedNodeRule());

  /// About how layers are put together: nothing that who imports a finished network can change.
  private static final List<GraphRule> OF_WRITTEN_GRAPHS =
      List.of(
          new BiasBeforeNormRule(), //
          new DropoutLastRule(),
          new LayerAfterLossRule(),
          new SharedByNameRule(),
          new SoftmaxTwiceRule());

  private static final List<PlanRule> OF_PLANS =
      List.of(
          new ArrayLengthRule(), //
          new BatchReshapedRule(),
          new DroppedAxisRule(),
          new KernelTypeRule(),
          new MemoryRule());

  private Rules() {}

  public static void check(ModelDeclaration model, ModelApi api, Problems problems) {
    OF_DECLARATIONS.forEach(rule -> rule.check(model, api, problems));
  }

  /// Warnings about what is inside a block or a model, whatever its use, are left out: they are told
  /// where that is declared.
  public static void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    Problems found = new Problems();
    OF_GRAPHS.forEach(rule -> rule.check(model, graph, found));
    if (model.imported().isEmpty()) {
      OF_WRITTEN_GRAPHS.forEach(rule -> rule.check(model, graph, found));
    }
    found.all().stream().filter(problem -> !isInnerWarning(problem)).forEach(problems::add);
  }

  private static boolean isInnerWarning(Problem problem) {
    return !problem.id().isError()
        && problem.place() instanceof InnerPlace place
        && !place.given();
  }

  public static void check(ModelDeclaration model, CompiledModel compiled, Problems problems) {
    OF_PLANS.forEach(rule -> rule.check(model, compiled, problems));
  }
}
