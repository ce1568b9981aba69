package io.nacre.processor.read;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.Lineage.Member;
import java.util.List;
import java.util.StringJoiner;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// What can be wrong with a method beside others of the same type and of those that it extends.
final class InheritanceCheck {
  private final TypeElement type;
  private final Problems problems;

  InheritanceCheck(TypeElement type, Problems problems) {
    this.type = type;
    this.problems = problems;
  }

  /// An abstract method of a type that knows nothing of Nacre.
  void foreign(Member member) {
    bad(
        "%s inherits %s from %s, where it is no node"
            .formatted(name(type), member.method().name(), name(member.owner())),
        "extend only types whose abstract methods are nodes");
  }

  /// A node whose place an ordinary method takes.
  void replacedByBody(Member member, Member node) {
    problems.add(
        Problem.of(
            ProblemId.BAD_NODE,
            member.owner().equals(type)
                ? ElementPlace.of(member.method().method())
                : ElementPlace.of(type),
            member.method().name(),
            "it replaces the node %s of %s, but has a body"
                .formatted(node.method().name(), name(node.owner())),
            "give it a layer and end it with a semicolon, or rename it"));
  }

  /// A type from a class file whose names are lost.
  void nameless(TypeElement nameless) {
    TypeElement owner = BlockBodies.owner(nameless);
    String subject =
        nameless.equals(type) ? name(owner) : "%s extends %s, which".formatted(name(type), name(owner));
    bad(
        subject + " was compiled without Nacre: its class file does not name its edges",
        "mark %s @Model and compile it with nacre-processor".formatted(name(owner)));
  }

  void wrongLibrary(Member member, Problems found) {
    bad(
        "%s extends %s of a library, where %s is wrong: %s"
            .formatted(
                name(type),
                name(member.owner()),
                member.method().name(),
                found.all().get(0).fact()),
        found.all().get(0).libraryHint());
  }

  /// Two methods of one name.
  void twice(NodeDeclaration node, Member first, Member second) {
    boolean own = second.owner().equals(type);
    if (own && first.owner().equals(type)) {
      overload(
          node,
          "%s has the name of %s".formatted(signature(second), signature(first)),
          "a node is one method: rename one of them; to share weights, write a @Parameter and "
              + "give it to both by @Weight");
    } else if (own) {
      overload(
          node,
          "%s does not replace %s of %s, which has another number of edges"
              .formatted(signature(second), signature(first), name(first.owner())),
          "replace it by one with as many edges, or rename yours");
    } else {
      problems.add(
          Problem.of(
              ProblemId.NAME_CLASH,
              ElementPlace.of(type),
              node.name(),
              "%s inherits it from %s and from %s"
                  .formatted(name(type), name(first.owner()), name(second.owner())),
              "declare it in %s, which replaces both: Symbol %s;"
                  .formatted(name(type), signature(second))));
    }
  }

  private static String signature(Member member) {
    List<? extends VariableElement> parameters = member.method().method().getParameters();
    StringJoiner text = new StringJoiner(", ", member.method().name() + "(", ")");
    for (int i = 0; i < parameters.size(); i++) {
      String symbol = parameters.get(i).asType().toString();
      String name = member.method().parameters().get(i);
      text.add(symbol.substring(symbol.lastIndexOf('.') + 1) + " " + name);
    }
    return text.toString();
  }

  private static String name(TypeElement element) {
    return element.getSimpleName().toString();
  }

  private void bad(String fact, String hint) {
    problems.add(Problem.of(ProblemId.BAD_MODEL, ElementPlace.of(type), "", fact, hint));
  }

  private void overload(NodeDeclaration node, String fact, String hint) {
    problems.add(Problem.of(ProblemId.OVERLOAD, node.place(), node.name(), fact, hint));
  }
}
