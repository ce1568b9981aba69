package io.nacre.processor.differentiate;

import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Value;
import java.util.List;
import java.util.Map;

/// A graph with its reverse pass, in the same primitives.
///
/// @param headGradients the gradients that the user feeds, for heads that do not start by themselves
/// @param earlier for each gradient that adds up over passes, what is there before
/// @param gradients the gradient of each variable that wants one, in the order of the variables
/// @param gradientOf the gradient of each forward value that has one, for names
public record TrainingGraph(
    Graph graph,
    List<Graph.NamedValue> headGradients,
    List<Graph.NamedValue> earlier,
    List<Graph.NamedValue> gradients,
    Map<Value, Value> gradientOf) {
  public TrainingGraph {
    headGradients = List.copyOf(headGradients);
    earlier = List.copyOf(earlier);
    gradients = List.copyOf(gradients);
    gradientOf = Map.copyOf(gradientOf);
  }

  /// A graph without a reverse pass, for a plan that only predicts.
  public static TrainingGraph forwardOnly(Graph graph) {
    return new TrainingGraph(graph, List.of(), List.of(), List.of(), Map.of());
  }
}
