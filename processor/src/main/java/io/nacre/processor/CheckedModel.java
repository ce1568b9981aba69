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
/// @param inlinedApi what its class shows, as far as it could be inlined
/// @param typed all shapes; empty for a wrong model
/// @param problems what was found
/// @param complete whether all checks ran, so that only a right model has shapes
record CheckedModel(
    ModelDeclaration written,
    Optional<SymbolFile> file,
    ModelDeclaration inlined,
    Optional<ModelApi> inlinedApi,
    Optional<TypedGraph> typed,
    Problems problems,
    boolean complete) {

  /// A model that was only read.
  static CheckedModel unchecked(Importer.Imported read, Problems problems) {
    ModelDeclaration written = read.model();
    return new CheckedModel(
        written, read.file(), written, Optional.empty(), Optional.empty(), problems, false);
  }

  /// What its class shows, whatever is wrong with it.
  ModelApi api() {
    return inlinedApi.orElseGet(() -> ModelApiBuilder.build(written));
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
