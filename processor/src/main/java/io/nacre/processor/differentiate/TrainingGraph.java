package io.nacre.processor.differentiate;

import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Value;
import java.util.List;

/// A graph with its reverse pass, in the same primitives.
///
/// @param headGradients the gradients that the user feeds, for heads that do not start by themselves
/// @param gradients the gradient of each variable that wants one, in the order of the variables
public record TrainingGraph(
    Graph graph, List<Graph.NamedValue> headGradients, List<Graph.NamedValue> gradients) {
  public TrainingGraph {
    headGradients = List.copyOf(headGradients);
    gradients = List.copyOf(gradients);
  }
}
