package io.nacre.processor;

import io.nacre.processor.check.Rules;
import io.nacre.processor.picture.Pictures;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.WritableApi;
import io.nacre.processor.write.GraphClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/// The stages that a model goes through, one type an arrow: those of [FrontEnd] to its shapes, those
/// of [BackEnd] to its plans, and the class.
///
/// The class is written for a wrong model too, with its whole public face, so that code which uses
/// it has no errors of its own.
final class ModelCompiler {
  private final FrontEnd frontEnd;
  private final Dump dump;
  private final VectorOption vector;
  private final Pictures pictures;

  ModelCompiler(FrontEnd frontEnd, Dump dump, VectorOption vector, Pictures pictures) {
    this.frontEnd = frontEnd;
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
    CheckedModel checked = frontEnd.check(model);
    checked.problems().all().forEach(problems::add);
    ModelApi api = checked.api();
    ModelApi writable = WritableApi.of(api);
    Set<String> methods = checked.written().methodNames();
    String source;
    Optional<String> json = Optional.empty();
    Map<String, String> drawn = Map.of();
    try {
      Optional<CompiledModel> right =
          checked
              .typed()
              .map(typed -> BackEnd.compile(typed, checked.file(), writable.layers(), dump));
      right.ifPresent(planned -> Rules.check(checked.inlined(), planned, problems));
      right = problems.hasErrors() ? Optional.empty() : right;
      boolean vectors = vector.writesVectorCode(model);
      source = GraphClass.write(writable, right, methods, vectors);
      json = right.flatMap(compiled -> compiled.symbol().json());
      drawn = right.map(planned -> pictures.of(planned.typed())).orElse(Map.of());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
      String name = checked.written().typeName();
      problems.add(InternalProblem.of(failure, name, checked.written().place()));
      source = GraphClass.write(writable, Optional.empty(), methods, false);
    }
    return new Result(api, source, json, drawn, checked.waiting());
  }
}
