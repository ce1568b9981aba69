package io.nacre.processor.read;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/// What a type must be to be a model.
final class ModelCheck {
  private final Problems problems;

  ModelCheck(Problems problems) {
    this.problems = problems;
  }

  /// Whether the type is an interface or an abstract class, so that its methods can be nodes.
  boolean isRightKind(TypeElement model) {
    Set<Modifier> modifiers = model.getModifiers();
    return model.getKind() == ElementKind.INTERFACE
        || (model.getKind() == ElementKind.CLASS && modifiers.contains(Modifier.ABSTRACT));
  }

  /// Reports everything that is wrong with the type itself.
  ///
  /// @return whether it can be a model
  boolean check(TypeElement model) {
    int before = problems.all().size();
    String name = model.getSimpleName().toString();
    Set<Modifier> modifiers = model.getModifiers();
    if (!isRightKind(model)) {
      bad(
          model,
          " is " + kind(model) + "; a model is an interface or an abstract class",
          "write interface " + name);
    }
    if (!model.getTypeParameters().isEmpty()) {
      bad(
          model,
          " has type parameters; a model is one network with fixed types",
          "remove "
              + model.getTypeParameters().stream()
                  .map(Element::toString)
                  .collect(Collectors.joining(", ", "<", ">")));
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      bad(
          model,
          " is private; its graph class is a type of its own and must see it",
          "remove private");
    }
    if (modifiers.contains(Modifier.SEALED)) {
      bad(model, " is sealed; nothing implements a model", "remove sealed and permits");
    }
    switch (model.getNestingKind()) {
      case TOP_LEVEL -> {}
      case MEMBER -> {
        if (!modifiers.contains(Modifier.STATIC) && isRightKind(model)) {
          bad(model, " is an inner class; a model needs no outer object", "make it static");
        }
      }
      case LOCAL, ANONYMOUS ->
          bad(
              model,
              " is declared inside a method, where no graph class can stand beside it",
              "move it to the top level, or into a class");
    }
    return problems.all().size() == before;
  }

  private static String kind(TypeElement model) {
    return switch (model.getKind()) {
      case ENUM -> "an enum";
      case RECORD -> "a record";
      case ANNOTATION_TYPE -> "an annotation interface";
      default -> "a class that is not abstract";
    };
  }

  private void bad(TypeElement model, String fact, String hint) {
    problems.add(
        Problem.of(
            ProblemId.BAD_MODEL, ElementPlace.of(model), "", model.getSimpleName() + fact, hint));
  }
}
