package io.nacre.processor;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.mxnet.SymbolFile;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.ModelApiBuilder;
import java.util.Optional;

/// A model after all checks that need no plan.
///
/// @param written as it was read, with the network of its file
/// @param file the file that it was imported from
/// @param inlined of layers only
/// @param api what its class shows, whatever is wrong with it
/// @param typed all shapes; empty for a wrong model
/// @param problems what was found
/// @param complete whether all checks ran, so that only a right model has shapes
record CheckedModel(
    ModelDeclaration written,
    Optional<SymbolFile> file,
    ModelDeclaration inlined,
    ModelApi api,
    Optional<TypedGraph> typed,
    Problems problems,
    boolean complete) {

  /// A model that was only read.
  static CheckedModel unchecked(Importer.Imported read, Problems problems) {
    ModelDeclaration written = read.model();
    return new CheckedModel(
        written, read.file(), written, ModelApiBuilder.build(written), Optional.empty(), problems, false);
  }

  /// Whether a model that uses this one cannot be right.
  boolean wrong() {
    return complete ? typed.isEmpty() : written.broken() || problems.hasErrors();
  }

  /// Whether the compiler, but not Nacre, found the model broken, or something that it uses is wrong
  /// and reported there.
  boolean waiting() {
    return typed.isEmpty() && !problems.hasErrors();
  }
}
