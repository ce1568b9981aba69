package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;

/// A model as it was written: the output of the reader, still without any meaning.
///
/// @param packageName empty for the unnamed package
/// @param typeName the model's name within its package, with dots if it is nested: `LeNet`
/// @param graphName the simple name of the class to write: `LeNetGraph`, `Outer_LeNetGraph`
/// @param publicModel whether the generated class is public
/// @param batch the fixed batch size, or 0 if N stays symbolic
/// @param memoryLimit the most bytes that training may take, or 0 for no limit
/// @param nodes in source order
public record ModelDeclaration(
    String packageName,
    String typeName,
    String graphName,
    boolean publicModel,
    int batch,
    long memoryLimit,
    Place place,
    List<NodeDeclaration> nodes) {
  public ModelDeclaration {
    nodes = List.copyOf(nodes);
  }
}
