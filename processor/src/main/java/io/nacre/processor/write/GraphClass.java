package io.nacre.processor.write;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.resolve.ModelApi;
import java.util.Optional;

/// Writes the class that a model becomes.
public final class GraphClass {
  private GraphClass() {}

  /// The source of the class; without a graph, of one whose methods throw.
  public static String write(ModelApi api, Optional<TypedGraph> typed) {
    return (api.packageName().isEmpty() ? "" : "package " + api.packageName() + ";\n\n")
        + (api.publicModel() ? "public " : "")
        + "final class "
        + api.graphName()
        + " {}\n";
  }
}
