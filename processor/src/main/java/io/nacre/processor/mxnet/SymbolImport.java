package io.nacre.processor.mxnet;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.mxnet.SymbolFile.Entry;
import io.nacre.processor.mxnet.SymbolFile.Node;
import io.nacre.processor.problem.FilePlace;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.HeadDeclaration;
import io.nacre.processor.read.ImportDeclaration;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes nodes of a model from one of MXNet's symbol files.
///
/// From here on the model is like any other: what a file cannot say, its methods declare.
public final class SymbolImport {
  private final ModelDeclaration model;
  private final SymbolFile file;
  private final String fileName;
  private final Place place;
  private final LayerAnnotations annotations;
  private final Problems problems;
  private final Map<String, OperatorNode> operators = new LinkedHashMap<>();
  private final Map<String, List<String>> refused = new LinkedHashMap<>();

  private SymbolImport(
      ModelDeclaration model, SymbolFile file, LayerAnnotations annotations, Problems problems) {
    ImportDeclaration imported = model.imported().orElseThrow();
    this.model = model;
    this.file = file;
    this.fileName = imported.file();
    this.place = new FilePlace(imported.place(), fileName);
    this.annotations = annotations;
    this.problems = problems;
  }

  /// A model with the network of its file.
  public record Imported(ModelDeclaration model, SymbolFile file) {}

  /// Reads the file of a model; mistakes in it are reported.
  ///
  /// @return empty if the file cannot be understood at all
  public static Optional<Imported> read(
      ModelDeclaration model, InputStream text, LayerAnnotations annotations, Problems problems)
      throws IOException {
    ImportDeclaration imported = model.imported().orElseThrow();
    try {
      SymbolReader.Versioned read = SymbolReader.read(text);
      SymbolFile file =
          SymbolUpgrade.upgrade(read, node -> inputNames(node, annotations, imported.place()));
      return Optional.of(
          new SymbolImport(model, file.reachable(), annotations, problems).imported());
    } catch (BadFile e) {
      problems.add(
          Problem.of(
              ProblemId.BAD_FILE,
              imported.place(),
              "",
              imported.file() + ", " + e.getMessage(),
              e.hint()));
      return Optional.empty();
    }
  }

  private static List<String> inputNames(Node node, LayerAnnotations annotations, Place place) {
    return OperatorNode.of(node, annotations, place)
        .filter(OperatorNode::isRight)
        .map(OperatorNode::arguments)
        .map(arguments -> arguments.stream().map(Argument::name).toList())
        .orElse(List.of());
  }

  private Imported imported() {
    for (Node node : file.nodes()) {
      if (!node.isVariable()) {
        readOperator(node);
      }
    }
    reportRefused();
    Set<String> broken = new HashSet<>();
    for (OperatorNode operator : operators.values()) {
      if (!check(operator)) {
        broken.add(operator.node().name());
      }
    }
    List<OperatorNode> right =
        operators.values().stream().filter(OperatorNode::isRight).toList();
    VariableRoles roles = new VariableRoles(file, right);
    Spelling spelling = spelling(roles);
    Set<String> unclear = takenBy(broken);
    DeclaredVariables declared =
        new DeclaredVariables(model, file, fileName, spelling, annotations, problems, unclear);
    List<NodeDeclaration> nodes = new ArrayList<>(declared.nodes());
    for (Node node : file.nodes()) {
      if (!node.isVariable()) {
        nodes.add(operator(node, broken.contains(node.name())));
      } else if (!declared.has(node.name())) {
        nodes.add(declared.undeclared(node, roles.annotation(node.name()), place));
      }
    }
    List<HeadDeclaration> heads =
        file.heads().stream()
            .map(head -> new HeadDeclaration(file.source(head).name(), output(head)))
            .toList();
    return new Imported(model.importing(nodes, heads, spelling), file);
  }

  /// The variables that refused nodes take, whose shapes nobody knows because of that.
  private Set<String> takenBy(Set<String> broken) {
    Set<String> taken = new HashSet<>();
    for (Node node : file.nodes()) {
      if (broken.contains(node.name()) || !operators.containsKey(node.name())) {
        node.inputs().forEach(input -> taken.add(file.source(input).name()));
      }
    }
    return taken;
  }

  private void readOperator(Node node) {
    Optional<OperatorNode> operator = OperatorNode.of(node, annotations, place);
    if (operator.isEmpty()) {
      refused.computeIfAbsent(node.operator(), name -> new ArrayList<>()).add(node.name());
      return;
    }
    operators.put(node.name(), operator.get());
  }

  /// One problem for each operator, however many nodes have it.
  private void reportRefused() {
    refused.forEach(
        (operator, nodes) -> {
          String near = Similar.hint(operator, Operators.all().keySet());
          problems.add(
              new Problem(
                  ProblemId.UNKNOWN_OPERATOR,
                  place,
                  nodes.get(0),
                  "there is no operator " + operator,
                  nodes.size() == 1
                      ? List.of()
                      : List.of("also in " + Similar.list(nodes.subList(1, nodes.size()))),
                  near.isEmpty()
                      ? "build it of others; there are "
                          + Similar.list(Operators.all().keySet())
                          + " (docs/operators.md)"
                      : near));
        });
  }

  /// Whether a node has the attributes, inputs and outputs that it should; otherwise it is reported.
  private boolean check(OperatorNode operator) {
    for (OperatorNode.Mistake mistake : operator.mistakes()) {
      problem(
          mistake.missing() ? ProblemId.MISSING_ATTRIBUTE : ProblemId.BAD_ATTRIBUTE,
          operator.node(),
          mistake.fact(),
          mistake.hint());
    }
    if (!operator.isRight()) {
      return false;
    }
    List<String> names = operator.arguments().stream().map(Argument::name).toList();
    List<Entry> inputs = operator.node().inputs();
    if (names.size() != inputs.size()) {
      String given = inputs.stream().map(this::text).collect(Collectors.joining(", "));
      problem(
          ProblemId.WRONG_ARGUMENTS,
          operator.node(),
          "%s takes (%s), but its inputs are (%s)"
              .formatted(operator.node().operator(), String.join(", ", names), given),
          "give it %d inputs".formatted(names.size()));
      return false;
    }
    return inputs.stream().allMatch(input -> checkOutput(operator.node(), input));
  }

  private String text(Entry entry) {
    String name = file.source(entry).name();
    return entry.output() == 0 ? name : name + "[" + entry.output() + "]";
  }

  /// Whether a node takes an output that there is.
  private boolean checkOutput(Node user, Entry input) {
    int outputs = outputs(input);
    if (input.output() < outputs) {
      return true;
    }
    problem(
        ProblemId.WRONG_ARGUMENTS,
        user,
        "it takes output %d of %s, which has %d output%s"
            .formatted(
                input.output(), file.source(input).name(), outputs, outputs == 1 ? "" : "s"),
        range(outputs));
    return false;
  }

  /// Which output is a head; the first for one that there is not, which is reported.
  private int output(Entry head) {
    int outputs = outputs(head);
    if (head.output() < outputs) {
      return head.output();
    }
    problem(
        ProblemId.WRONG_ARGUMENTS,
        file.source(head),
        "its output %d is a head, but it has %d output%s"
            .formatted(head.output(), outputs, outputs == 1 ? "" : "s"),
        range(outputs));
    return 0;
  }

  /// How many outputs the source of an edge has; as many as you like if that is wrong itself.
  private int outputs(Entry edge) {
    Node source = file.source(edge);
    if (source.isVariable()) {
      return 1;
    }
    return Optional.ofNullable(operators.get(source.name()))
        .filter(OperatorNode::isRight)
        .map(operator -> operator.outputs().size())
        .orElse(Integer.MAX_VALUE);
  }

  private static String range(int outputs) {
    return "outputs count from 0: take " + (outputs == 1 ? "0" : "0 to " + (outputs - 1));
  }

  private void problem(ProblemId id, Node node, String fact, String hint) {
    problems.add(Problem.of(id, place, node.name(), fact, hint));
  }

  /// The names of a file in Java. Inputs, labels and outputs become types of the generated class.
  private Spelling spelling(VariableRoles roles) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> typed = new HashSet<>();
    for (Node node : file.nodes()) {
      names.add(node.name());
      String annotation = node.isVariable() ? roles.annotation(node.name()) : "";
      if (annotation.equals("Variable") || annotation.equals("Label")) {
        typed.add(node.name());
      }
    }
    for (Entry head : file.heads()) {
      String name = headName(head);
      typed.add(name);
      names.add(name);
    }
    return Respelling.of(names, typed, chosen(names));
  }

  /// The methods that say by `@Name` what they declare, by the names of the file.
  private Map<String, String> chosen(Set<String> names) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (NodeDeclaration method : model.nodes()) {
      method
          .given()
          .map(given -> given.of(method.name()))
          .filter(names::contains)
          .ifPresent(name -> chosen.putIfAbsent(name, method.name()));
    }
    return chosen;
  }

  private String headName(Entry head) {
    String node = file.source(head).name();
    List<String> outputs =
        Optional.ofNullable(operators.get(node))
            .filter(OperatorNode::isRight)
            .map(OperatorNode::outputs)
            .orElse(List.of("output"));
    return outputs.size() > 1 && head.output() < outputs.size()
        ? node + "_" + outputs.get(head.output())
        : node;
  }

  private NodeDeclaration operator(Node node, boolean broken) {
    OperatorNode operator = operators.get(node.name());
    AnnotationUse use = operator == null ? AnnotationUse.none(place) : operator.use();
    List<EdgeDeclaration> edges = new ArrayList<>();
    for (Entry input : node.inputs()) {
      String source = file.source(input).name();
      edges.add(new EdgeDeclaration(source, source, input.output(), "", place, place, place));
    }
    return new NodeDeclaration(node.name(), place, use, edges, false, broken);
  }
}
