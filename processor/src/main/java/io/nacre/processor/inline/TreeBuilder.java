package io.nacre.processor.inline;

import io.nacre.processor.formula.Formula;
import io.nacre.processor.formula.FormulaNode;
import io.nacre.processor.formula.NodeCounter;
import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds the tree of all nodes: what each use of a block or model holds, down to the layers, and all
/// copies of repeated nodes.
final class TreeBuilder {
  /// More nodes than any network has, but few enough to make.
  static final int MOST_NODES = 20_000;

  private final Library library;
  private final Problems problems;
  private final Uses uses;
  private final Map<String, String> respelt = new HashMap<>();
  private final boolean named;
  private int nodes;
  private boolean full;

  /// @param root the qualified name of what is built
  /// @param batch the batch size that it fixes; 0 if it is open, negative for a block, where it is not
  ///     known
  TreeBuilder(Library library, Problems problems, String root, int batch) {
    this.library = library;
    this.problems = problems;
    this.uses = new Uses(library, root, batch);
    this.named = batch >= 0;
  }

  /// The tree of a model, or of the body of a block, whose nodes stand in the user's own lines.
  ///
  /// @param spelling how Java spells the names of a model
  Scope build(List<NodeDeclaration> declarations, Spelling spelling) {
    respelt.putAll(spelling.respelt());
    Scope scope = Scope.outermost();
    Naming naming = new Naming(Optional.empty(), false, spelling, named);
    fill(scope, declarations, naming, List.of(), problems);
    return scope;
  }

  /// @param naming how the nodes are called, and in what they stand
  /// @param enclosing the definitions in which they stand, from the outside in
  private void fill(
      Scope scope,
      List<NodeDeclaration> declarations,
      Naming naming,
      List<Definition> enclosing,
      Problems reported) {
    boolean own = naming.use().isEmpty();
    for (NodeDeclaration declaration : declarations) {
      Position position = naming.of(declaration);
      if (declaration.repeat().isPresent()) {
        Repetition copies = repetition(declaration, position, own, reported);
        Optional<Instance> copy = Optional.empty();
        for (int i = 1; i <= copies.count() && hasRoom(declaration, position, reported); i++) {
          Position there =
              naming.copy(declaration, copies.names(), i).with(copies.clause(i));
          NodeDeclaration moved = copies.node().moved(there::at);
          Instance made = new Instance(moved, there, i == copies.count(), copy);
          scope.add(copies.name(i), made);
          copy = Optional.of(made);
        }
        copy.ifPresent(last -> scope.alias(declaration.name(), last));
      } else if (hasRoom(declaration, position, reported)) {
        scope.add(declaration.name(), single(declaration, position, own));
      }
    }
    for (Instance node : scope.nodes()) {
      uses.shareWeights(node, scope, reported(node, reported));
    }
    NodeCounter counter = new NodeCounter(scope.names().keySet());
    for (Instance node : List.copyOf(scope.nodes())) {
      if (Formula.is(node.declaration())) {
        fillFormula(node, naming, counter, reported(node, reported));
      } else {
        fill(node, enclosing, reported(node, reported));
      }
    }
  }

  /// Builds the nodes of a formula. Its value is the formula's node itself, and the others stand beside
  /// it, though only paths lead to them.
  private void fillFormula(
      Instance formula, Naming beside, NodeCounter counter, Problems reported) {
    List<FormulaNode> parts =
        Formula.nodes(
            formula.declaration(), formula.path(), counter, library.annotations(), reported);
    if (parts.isEmpty()) {
      formula.fail();
      return;
    }
    Scope inside = Scope.of(Definition.ofFormula(formula.declaration()));
    for (FormulaNode part : parts) {
      String name = part.declaration().name();
      Position position =
          part.last()
              ? formula.position()
              : beside.of(name).by(formula.position().way()).with("is " + part.text());
      if (hasRoom(part.declaration(), position, reported)) {
        NodeDeclaration placed = part.declaration().moved(position::at);
        inside.add(name, new Instance(placed, position, true, Optional.empty()));
      }
    }
    formula.fill(inside);
  }

  /// Nothing more is said about a broken node.
  private static Problems reported(Instance node, Problems reported) {
    return node.declaration().broken() ? new Problems() : reported;
  }

  private static Repetition repetition(
      NodeDeclaration declaration, Position position, boolean own, Problems reported) {
    String repeat = declaration.repeat().orElseThrow().text();
    String clause = "is %s %s".formatted(repeat, declaration.layer().text());
    NodeDeclaration there = own ? declaration : declaration.moved(position.with(clause)::at);
    return Repetition.of(there, position.path(), reported);
  }

  /// A node that is not repeated. One of the model itself stands in the user's lines already; the way
  /// to what is inside it begins with it all the same.
  private Instance single(NodeDeclaration declaration, Position position, boolean own) {
    String clause = "is " + declaration.layer().text();
    if (!own) {
      Position there = position.with(clause);
      return new Instance(declaration.moved(there::at), there, true, Optional.empty());
    }
    Position there = position;
    if (uses.isUse(declaration)) {
      there =
          declaration.place() instanceof InnerPlace inherited
              ? position.by(inherited.way())
              : position.with(clause);
    }
    return new Instance(declaration, there, true, Optional.empty());
  }

  /// Builds what is inside a use.
  private void fill(Instance node, List<Definition> enclosing, Problems reported) {
    NodeDeclaration use = node.declaration();
    if (full) {
      return;
    }
    Optional<Definition> found = uses.definition(node, enclosing, reported, problems);
    if (found.isEmpty()) {
      if (uses.isUse(use)) {
        node.fail();
      }
      return;
    }
    Definition definition = found.get();
    List<Definition> deeper = new ArrayList<>(enclosing);
    deeper.add(definition);
    Scope inside = Scope.of(definition);
    List<NodeDeclaration> substituted =
        definition.nodes().stream()
            .map(inner -> Substitution.of(inner, definition, use))
            .toList();
    Position position = node.position();
    Naming naming =
        new Naming(
            Optional.of(position),
            definition.block().isPresent(),
            definition.spelling(),
            named);
    fill(inside, substituted, naming, deeper, definition.broken() ? new Problems() : reported);
    node.fill(inside);
    definition
        .spelling()
        .respelt()
        .forEach(
            (name, java) ->
                respelt.put(position.name() + "_" + name, position.java() + "_" + java));
  }

  /// How Java spells the names of the model and of called ones whose files have others.
  Map<String, String> respelt() {
    return respelt;
  }

  /// Whether there are more nodes than could be made, which is reported.
  boolean full() {
    return full;
  }

  private boolean hasRoom(NodeDeclaration node, Position position, Problems reported) {
    if (nodes < MOST_NODES) {
      nodes++;
      return true;
    }
    if (!full) {
      full = true;
      reported.add(
          Problem.of(
              ProblemId.BAD_BLOCK,
              node.layer().place(),
              position.path(),
              "with it the network has more than %d nodes".formatted(MOST_NODES),
              "repeat less, or nest blocks less deeply"));
    }
    return false;
  }
}
