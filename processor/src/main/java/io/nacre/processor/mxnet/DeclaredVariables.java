package io.nacre.processor.mxnet;

import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.mxnet.SymbolFile.Node;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables of a file that its model declares by methods, and the others.
final class DeclaredVariables {
  private final SymbolFile file;
  private final String fileName;
  private final VariableHints hints;
  private final Problems problems;
  private final Map<String, Node> byName = new LinkedHashMap<>();
  private final Map<String, Node> bySpelling = new LinkedHashMap<>();
  private final List<NodeDeclaration> declared = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> unclear;

  /// @param unclear variables of which nothing more is to be said, unless their shape is declared
  DeclaredVariables(
      ModelDeclaration model,
      SymbolFile file,
      String fileName,
      Spelling spelling,
      LayerAnnotations annotations,
      Problems problems,
      Set<String> unclear) {
    this.unclear = unclear;
    this.file = file;
    this.fileName = fileName;
    this.hints = new VariableHints(file.numpyShapes(), annotations, problems);
    this.problems = problems;
    file.nodes().forEach(node -> byName.put(node.name(), node));
    file.nodes().forEach(node -> bySpelling.put(spelling.java(node.name()), node));
    model.nodes().forEach(this::match);
  }

  private void match(NodeDeclaration method) {
    if (!isVariable(method)) {
      report(
          method,
          ProblemId.BAD_NODE,
          "a model with @Import declares variables, and this is none",
          "remove it, or write the whole model out without @Import");
      return;
    }
    Optional<String> given = method.given().map(name -> name.of(method.name()));
    Map<String, Node> variables = given.isPresent() ? byName : bySpelling;
    String name = given.orElse(method.name());
    Node node = variables.get(name);
    if (node == null) {
      unknown(method, name, variables);
    } else if (!node.isVariable()) {
      report(
          method,
          ProblemId.UNKNOWN_VARIABLE,
          "in " + fileName + " it is the operator " + node.operator() + ", not a variable",
          "remove it: operators come from the file as they are");
    } else if (!names.add(node.name())) {
      twice(method, name);
    } else {
      NodeDeclaration named =
          new NodeDeclaration(
              node.name(),
              method.place(),
              method.layer(),
              method.edges(),
              method.output(),
              method.broken());
      declared.add(silenced(hints.complete(named, node)));
    }
  }

  private void unknown(NodeDeclaration method, String name, Map<String, Node> variables) {
    List<String> known =
        variables.entrySet().stream()
            .filter(entry -> entry.getValue().isVariable())
            .map(Map.Entry::getKey)
            .toList();
    if (!method.broken()) {
      problems.add(
          new Problem(
              ProblemId.UNKNOWN_VARIABLE,
              method.namePlace(),
              method.name(),
              method.given().isPresent()
                  ? "%s has no variable named %s".formatted(fileName, name)
                  : fileName + " has no variable of this name",
              List.of("it has " + Similar.list(known)),
              Similar.hint(name, known)));
    }
  }

  /// Two methods that declare one variable. (Of two methods of one name the reader has told.)
  private void twice(NodeDeclaration method, String name) {
    if (method.given().isPresent() && !method.broken()) {
      problems.add(
          Problem.of(
              ProblemId.NAME_CLASH,
              method.namePlace(),
              method.name(),
              "another method declares %s of %s already".formatted(name, fileName),
              "remove one of them"));
    }
  }

  private static boolean isVariable(NodeDeclaration method) {
    return method.broken()
        || method.layer().layer()
            .filter(layer -> layer.variable() != VariableKind.NONE)
            .isPresent();
  }

  private void report(NodeDeclaration method, ProblemId id, String fact, String hint) {
    if (!method.broken()) {
      problems.add(Problem.of(id, method.place(), method.name(), fact, hint));
    }
  }

  /// Those that are declared, under their names in the file, in the order of the methods.
  List<NodeDeclaration> nodes() {
    return declared;
  }

  boolean has(String variable) {
    return names.contains(variable);
  }

  /// One that no method declares, as if it were declared by `annotation`.
  NodeDeclaration undeclared(Node variable, String annotation, Place place) {
    return silenced(hints.undeclared(variable, annotation, place));
  }

  private NodeDeclaration silenced(NodeDeclaration variable) {
    AttributeValue shape = variable.layer().attributes().get("value");
    boolean open = shape == null || !shape.written();
    return open && unclear.contains(variable.name()) ? variable.asBroken() : variable;
  }
}
