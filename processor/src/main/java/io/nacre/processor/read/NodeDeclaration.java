package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;

/// One method of a model.
///
/// @param layer the annotation that says what the node computes
/// @param output whether `@Output` marks it as a head
public record NodeDeclaration(
    String name, Place place, AnnotationUse layer, List<EdgeDeclaration> edges, boolean output) {
  public NodeDeclaration {
    edges = List.copyOf(edges);
  }
}
