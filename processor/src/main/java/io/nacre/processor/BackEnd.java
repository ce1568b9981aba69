package io.nacre.processor;

import io.nacre.processor.differentiate.Differentiator;
import io.nacre.processor.differentiate.GraphText;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.expand.Expander;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.lower.CpuLowering;
import io.nacre.processor.mxnet.SymbolExport;
import io.nacre.processor.mxnet.SymbolFile;
import io.nacre.processor.optimise.FusedGraph;
import io.nacre.processor.optimise.Fusion;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.PlanText;
import io.nacre.processor.plan.Planner;
import io.nacre.processor.plan.StateLayout;
import java.util.Optional;

/// The stages after a model has been found right: from shapes to plans.
final class BackEnd {
  private BackEnd() {}

  /// @param file the file that the model was imported from
  /// @param layers whether the values of all layers are kept
  static CompiledModel compile(
      TypedGraph typed, Optional<SymbolFile> file, boolean layers, Dump dump) {
    Graph training =
        layers ? Expander.expandKeepingLayers(typed) : Expander.expand(typed, true);
    dump.show("graph", () -> GraphText.forward(training));
    TrainingGraph differentiated = Differentiator.differentiate(training);
    dump.show("backward", () -> GraphText.backward(differentiated));
    StateLayout state = StateLayout.of(training);
    ExecutionPlan trainingPlan = plan(differentiated, state);
    dump.show("plan", () -> PlanText.of("training", trainingPlan));
    Graph inference = Expander.expand(typed, false);
    ExecutionPlan inferencePlan = plan(TrainingGraph.forwardOnly(inference), state);
    dump.show("plan", () -> PlanText.of("inference", inferencePlan));
    return new CompiledModel(
        typed, state, trainingPlan, inferencePlan, SymbolExport.of(typed, file));
  }

  private static ExecutionPlan plan(TrainingGraph graph, StateLayout state) {
    FusedGraph fused = Fusion.fuse(graph);
    return Planner.plan(fused, CpuLowering.lower(fused), state);
  }
}
