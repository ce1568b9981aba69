package io.nacre.processor.formula;

import io.nacre.processor.formula.Expression.Edge;
import io.nacre.processor.formula.Expression.Number;
import io.nacre.processor.formula.Expression.Operation;
import io.nacre.processor.mxnet.OperatorNode;
import io.nacre.processor.mxnet.OperatorNode.Mistake;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.NodeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes nodes of a `@Formula`, one for each operation, operands before what takes them.
public final class Formula {
  private static final String TYPE = "io.nacre.annotations.Formula";

  private final NodeDeclaration declaration;
  private final String formula;
  private final Place place;
  private final NodeCounter names;
  private final LayerAnnotations annotations;
  private final List<FormulaNode> nodes = new ArrayList<>();

  private Formula(
      NodeDeclaration declaration,
      AttributeValue value,
      NodeCounter names,
      LayerAnnotations annotations) {
    this.declaration = declaration;
    this.formula = (String) value.value();
    this.place = value.place();
    this.names = names;
    this.annotations = annotations;
  }

  public static boolean is(NodeDeclaration node) {
    return node.layer().type().equals(TYPE);
  }

  /// What the edges of a formula are for, in order: its parameters.
  public static List<String> inputs(NodeDeclaration formula) {
    return formula.edges().stream().map(EdgeDeclaration::parameter).toList();
  }

  /// The nodes of a formula, or none if it has a mistake, which is reported.
  ///
  /// @param path what messages call the node
  public static List<FormulaNode> nodes(
      NodeDeclaration declaration,
      String path,
      NodeCounter names,
      LayerAnnotations annotations,
      Problems problems) {
    AttributeValue value = declaration.layer().attributes().get("value");
    if (value == null || !(value.value() instanceof String text)) {
      return List.of(); // the compiler says why
    }
    try {
      return new Formula(declaration, value, names, annotations).nodes();
    } catch (FormulaError e) {
      problems.add(
          new Problem(
              ProblemId.BAD_FORMULA,
              value.place(),
              path,
              e.getMessage(),
              e.marked(text),
              e.hint()));
      return List.of();
    }
  }

  private List<FormulaNode> nodes() throws FormulaError {
    List<String> parameters = inputs(declaration);
    Expression whole = FormulaParser.parse(formula, parameters);
    Set<String> used = new HashSet<>();
    collect(whole, used);
    for (String parameter : parameters) {
      if (!used.contains(parameter)) {
        throw new FormulaError(
            whole.range(),
            "the formula does not use the parameter " + parameter,
            "use it, or remove Symbol %s from the method".formatted(parameter));
      }
    }
    switch (whole) {
      case Number number ->
          throw new FormulaError(
              number.range(),
              "the formula is a number",
              "use an array in it: a parameter of the method");
      case Edge edge ->
          add(new Operation("_copy", List.of(edge), Map.of(), edge.range()), true);
      case Operation operation -> add(operation, true);
    }
    return nodes;
  }

  private static void collect(Expression expression, Set<String> used) {
    switch (expression) {
      case Number number -> {}
      case Edge edge -> used.add(edge.parameter());
      case Operation operation -> operation.operands().forEach(each -> collect(each, used));
    }
  }

  /// @return the name of the node
  private String add(Operation operation, boolean last) throws FormulaError {
    List<EdgeDeclaration> edges = new ArrayList<>();
    for (Expression operand : operation.operands()) {
      String target =
          switch (operand) {
            case Edge edge -> edge.parameter();
            case Operation inner -> add(inner, false);
            case Number number -> throw new IllegalStateException("a number as an operand");
          };
      edges.add(new EdgeDeclaration(target, target, 0, "", place, place, place));
    }
    OperatorNode operator =
        OperatorNode.called(
            operation.operator(), operation.attributes(), edges.size(), annotations, place);
    check(operation, operator);
    String name = last ? declaration.name() : names.next(operation.operator());
    nodes.add(
        new FormulaNode(
            new NodeDeclaration(name, place, operator.use(), edges, false, declaration.broken()),
            operation.range().of(formula),
            last));
    return name;
  }

  private static void check(Operation operation, OperatorNode operator) throws FormulaError {
    Optional<Mistake> mistake = operator.mistakes().stream().findFirst();
    if (mistake.isPresent()) {
      throw new FormulaError(
          operation.range(), mistake.get().fact(), mistake.get().hint());
    }
    String name = operation.operator();
    if (!operator.takesDataOnly()) {
      throw new FormulaError(
          operation.range(),
          "%s has weights or a label".formatted(name),
          "make a node of it: @%s Symbol %s(...)".formatted(operator.use().name(), "y"));
    }
    if (operator.outputs().size() != 1) {
      throw new FormulaError(
          operation.range(),
          "%s has %d outputs".formatted(name, operator.outputs().size()),
          "make a node of it, and take them by @From(value = \"y\", output = 1)");
    }
    int wanted = operator.argumentNames().size();
    if (wanted != operation.operands().size()) {
      throw new FormulaError(
          operation.range(),
          "%s takes (%s), but here it has %d operand%s"
              .formatted(
                  name,
                  String.join(", ", operator.argumentNames()),
                  operation.operands().size(),
                  operation.operands().size() == 1 ? "" : "s"),
          "give it %d".formatted(wanted));
    }
  }
}
