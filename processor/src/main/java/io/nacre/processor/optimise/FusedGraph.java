package io.nacre.processor.optimise;

import io.nacre.processor.differentiate.TrainingGraph;
import java.util.List;

/// A graph cut into groups, each after the groups it reads; the forward pass comes first.
public record FusedGraph(TrainingGraph graph, List<Group> groups) {
  public FusedGraph {
    groups = List.copyOf(groups);
  }
}
