package io.nacre.processor;

import io.nacre.processor.check.Rules;
import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.picture.Pictures;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.ModelReader;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.ModelApiBuilder;
import io.nacre.processor.resolve.Resolution;
import io.nacre.processor.resolve.Resolver;
import io.nacre.processor.resolve.WritableApi;
import io.nacre.processor.write.GraphClass;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// The stages that a model goes through, one type an arrow.
///
/// The class is written for a wrong model too, with its whole public face, so that code which uses
/// it has no errors of its own.
final class ModelCompiler {
  private final Elements elements;
  private final Importer importer;
  private final Dump dump;
  private final VectorOption vector;
  private final Pictures pictures;

  ModelCompiler(
      Elements elements, Importer importer, Dump dump, VectorOption vector, Pictures pictures) {
    this.elements = elements;
    this.importer = importer;
    this.dump = dump;
    this.vector = vector;
    this.pictures = pictures;
  }

  /// What came of a model.
  ///
  /// @param json the model for MXNet; empty if it is wrong, or MXNet has no such model
  /// @param pictures the pictures that are asked for, by the endings of their files
  /// @param waiting whether the compiler, but not Nacre, found the model broken
  record Result(
      ModelApi api,
      String source,
      Optional<String> json,
      Map<String, String> pictures,
      boolean waiting) {}

  Result compile(TypeElement model, Problems problems) {
    Importer.Imported imported =
        importer.complete(new ModelReader(elements, problems).read(model), model, problems);
    ModelDeclaration declaration = imported.model();
    boolean waiting = declaration.broken() && !problems.hasErrors();
    dump.show("declaration", declaration::text);
    ModelApi api = ModelApiBuilder.build(declaration);
    ModelApi writable = WritableApi.of(api);
    String source;
    Optional<String> json = Optional.empty();
    Map<String, String> drawn = Map.of();
    try {
      Optional<CompiledModel> right =
          check(declaration, api, problems)
              .map(typed -> BackEnd.compile(typed, imported.file(), dump));
      right.ifPresent(planned -> Rules.check(declaration, planned, problems));
      right = problems.hasErrors() ? Optional.empty() : right;
      boolean vectors = vector.writesVectorCode(model);
      source = GraphClass.write(writable, right, declaration.methodNames(), vectors);
      json = right.flatMap(compiled -> compiled.symbol().json());
      drawn = right.map(planned -> pictures.of(planned.typed())).orElse(Map.of());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
      problems.add(InternalProblem.of(failure, declaration.place()));
      source = GraphClass.write(writable, Optional.empty(), declaration.methodNames(), false);
    }
    return new Result(api, source, json, drawn, waiting);
  }

  private Optional<TypedGraph> check(
      ModelDeclaration declaration, ModelApi api, Problems problems) {
    Rules.check(declaration, api, problems);
    Resolution resolution = Resolver.resolve(declaration, problems);
    if (resolution.graph().isEmpty()) {
      return Optional.empty();
    }
    LayerGraph graph = resolution.graph().get();
    dump.show("layers", graph::text);
    if (resolution.whole()) {
      Rules.check(declaration, graph, problems);
    }
    Optional<TypedGraph> typed = ShapeInference.infer(graph, problems);
    return problems.hasErrors() ? Optional.empty() : typed;
  }
}
