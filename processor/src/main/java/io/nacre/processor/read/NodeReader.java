package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Reads a method of a model as a node.
///
/// An abstract method is a node and needs exactly one annotation that says which. A method with a
/// body is the user's own and is left alone, unless it carries such an annotation.
final class NodeReader {
  private final Annotations annotations;
  private final Sources sources;
  private final EdgeReader edges;
  private final Problems problems;

  /// The node that is being read, and whether a mistake in it was reported.
  private String name;

  private Place place;
  private boolean broken;

  NodeReader(Annotations annotations, Sources sources, Problems problems) {
    this.annotations = annotations;
    this.sources = sources;
    this.edges = new EdgeReader(annotations, problems);
    this.problems = problems;
  }

  static boolean isAbstract(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT);
  }

  /// @param bodies whether methods with a body are accepted, because the model is of a wrong kind
  ///     and that was reported
  Optional<NodeDeclaration> read(NodeMethods.Named named, boolean bodies) {
    ExecutableElement method = named.method();
    List<AnnotationUse> layers = annotations.layers(method);
    if (!isAbstract(method) && layers.isEmpty()) {
      return Optional.empty();
    }
    name = method.getSimpleName().toString();
    place = ElementPlace.of(method);
    broken = false;

    if (!isAbstract(method) && !bodies) {
      bad(
          place,
          "a method with @" + layers.get(0).name() + " has a body",
          "a node is an abstract method: end it with a semicolon");
    }
    AnnotationUse layer = layer(method, layers);
    checkSignature(method);
    Optional<AnnotationUse> repeat = annotations.find(method, "Repeat");
    broken |= repeat.filter(AnnotationUse::broken).isPresent();
    Optional<AnnotationUse> written = annotations.find(method, "Name");
    Optional<GivenName> given = written.flatMap(use -> GivenName.of(use, name, problems));
    broken |= written.isPresent() && given.isEmpty();
    List<EdgeDeclaration> read = new ArrayList<>();
    for (int i = 0; i < named.parameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      EdgeReader.Edge edge = edges.read(name, parameter, named.parameters().get(i));
      read.add(edge.declaration());
      broken |= edge.broken();
    }
    return Optional.of(
        new NodeDeclaration(
            name,
            given,
            place,
            layer,
            repeat,
            read,
            annotations.has(method, "Output"),
            broken,
            Optional.empty()));
  }

  private AnnotationUse layer(ExecutableElement method, List<AnnotationUse> layers) {
    if (layers.isEmpty() && annotations.anyUnresolved(method)) {
      broken = true;
      return annotations.guessLayer(method).orElse(AnnotationUse.none(place));
    }
    if (layers.isEmpty()) {
      bad(
          place,
          "no annotation says what it computes",
          method.getParameters().isEmpty()
              ? "write @Input, @Label, @Variable or @Parameter before it"
              : "write a layer such as @FullyConnected or @Relu before it");
      return AnnotationUse.none(place);
    }
    AnnotationUse first = layers.get(0);
    broken |= first.broken();
    checkOperator(method, first);
    first = checkProvider(method, first);
    if (layers.size() > 1) {
      AnnotationUse second = layers.get(1);
      bad(
          second.place(),
          "it is @" + first.name() + " and @" + second.name() + " at once",
          "a node is one layer: write a second method for @"
              + second.name()
              + ", with the parameter Symbol "
              + name);
    }
    return first;
  }

  /// What is wrong with an operator is reported where it is declared, or here if that is in a library.
  private void checkOperator(ExecutableElement method, AnnotationUse use) {
    Optional<TypeElement> type = annotations.operator(method, use.type());
    if (type.isEmpty() || use.custom().isPresent()) {
      return;
    }
    broken = true;
    if (!sources.hold(type.get())) {
      Problems found = new Problems();
      OperatorReader.read(type.get(), found);
      for (Problem problem : found.all()) {
        problems.add(
            Problem.of(
                ProblemId.BAD_OPERATOR,
                use.place(),
                name,
                "@%s of a library is wrong: %s".formatted(use.name(), problem.fact()),
                problem.hint()));
      }
    }
  }

  /// A layer of a third party that cannot be used means nothing.
  private AnnotationUse checkProvider(ExecutableElement method, AnnotationUse use) {
    Optional<TypeElement> type = annotations.layerType(method, use.type());
    int edges = method.getParameters().size();
    if (type.isEmpty()
        || new ProviderCheck(annotations.providers(), sources, problems)
            .check(name, use, type.get(), edges)) {
      return use;
    }
    broken = true;
    return use.meaningNothing();
  }

  private void checkSignature(ExecutableElement method) {
    switch (SymbolType.of(method.getReturnType())) {
      case SYMBOL -> {}
      case BROKEN -> broken = true;
      case OTHER ->
          bad(
              place,
              "it returns " + method.getReturnType() + ", not Symbol",
              "a node's method returns io.nacre.annotations.Symbol");
    }
    if (!method.getTypeParameters().isEmpty()) {
      bad(place, "it has type parameters", "remove them: a node has one type, Symbol");
    }
    if (!method.getThrownTypes().isEmpty()) {
      bad(place, "it has a throws clause", "remove it: nobody ever calls the method");
    }
  }

  private void bad(Place at, String fact, String hint) {
    broken = true;
    problems.add(Problem.of(ProblemId.BAD_NODE, at, name, fact, hint));
  }
}
