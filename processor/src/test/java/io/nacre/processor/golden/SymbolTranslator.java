package io.nacre.processor.golden;

import io.nacre.processor.golden.SymbolJson.Edge;
import io.nacre.processor.golden.SymbolJson.Node;
import io.nacre.processor.mxnet.Operator;
import io.nacre.processor.mxnet.Operator.Argument;
import io.nacre.processor.mxnet.Operator.Role;
import io.nacre.processor.read.JavaNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes an MXNet graph as a model.
///
/// A weight, bias or label named after its layer is implied. A name that Java cannot spell is given
/// by `@Name` to a method of a similar one. What has the batch as its first axis is an `@Input`, with
/// N open; any other variable that is no parameter is a `@Variable`.
final class SymbolTranslator {

  /// A model as Java source.
  ///
  /// @param batch the number to bind N to; empty for a model without N
  record Translation(String type, String source, OptionalInt batch) {}

  private record Use(Node operator, Argument argument, List<Integer> dataShape) {
    boolean implies(String variable) {
      return variable.equals(operator.name() + "_" + argument.name());
    }
  }

  private final GoldenCase golden;
  private final String type;
  private final String dtype;
  private final SymbolJson symbol;
  private final Map<String, List<Integer>> shapes = new HashMap<>();
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();
  private final Set<String> batched;

  private SymbolTranslator(GoldenCase golden, String type, String dtype) {
    this.golden = golden;
    this.type = type;
    this.dtype = dtype;
    this.symbol = golden.symbol();
    Stream.concat(golden.arguments().stream(), golden.auxiliaryStates().stream())
        .forEach(name -> shapes.put(name, golden.shape(name).orElseThrow()));
    symbol.nodes().stream().filter(node -> !node.isVariable()).forEach(this::findUses);
    this.batched = BatchAxes.of(symbol, shapes);
  }

  /// @param dtype `FLOAT32` or `FLOAT64`
  /// @throws UnsupportedOperator if something cannot be written yet
  static Translation translate(GoldenCase golden, String dtype) {
    String type = typeName(golden.name()) + (dtype.equals("FLOAT32") ? "" : "Float64");
    return new SymbolTranslator(golden, type, dtype).translate();
  }

  private static String typeName(String name) {
    StringBuilder type = new StringBuilder();
    for (String part : name.split("\\W|_")) {
      type.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return type.toString();
  }

  private void findUses(Node operator) {
    Operator row = OperatorText.row(operator.operator());
    List<Argument> arguments = row.arguments(operator.inputs().size());
    if (operator.inputs().size() > arguments.size()) {
      throw new UnsupportedOperator(operator.operator() + " with more arguments");
    }
    List<Integer> data =
        operator.inputs().isEmpty() ? List.of() : shape(operator.inputs().getFirst());
    for (int i = 0; i < operator.inputs().size(); i++) {
      Node source = symbol.source(operator.inputs().get(i));
      if (source.isVariable()) {
        uses.computeIfAbsent(source.name(), name -> new ArrayList<>())
            .add(new Use(operator, arguments.get(i), data));
      }
    }
  }

  private List<Integer> shape(Edge edge) {
    Node node = symbol.source(edge);
    String entry = node.isVariable() ? node.name() : node.name() + "_output";
    if (golden.shape(entry).isEmpty()) {
      entry += edge.output();
    }
    String found = entry;
    return golden.shape(found).orElseThrow(() -> new UnsupportedOperator("shape of " + found));
  }

  private Translation translate() {
    StringBuilder source = new StringBuilder();
    source.append("package golden;\n\nimport io.nacre.annotations.*;\n\n");
    source.append("@Model\npublic interface ").append(type).append(" {\n");
    for (Node node : symbol.nodes()) {
      if (node.isVariable()) {
        if (!isImplied(node.name())) {
          source.append("  ").append(variable(node.name())).append("\n");
        }
      } else {
        source.append("  ").append(layer(node)).append("\n");
      }
    }
    source.append("}\n");
    OptionalInt batch =
        batched.stream().mapToInt(name -> shapes.get(name).getFirst()).findFirst();
    return new Translation("golden." + type, source.toString(), batch);
  }

  /// Whether a layer makes the variable itself, with this name and shape.
  private boolean isImplied(String variable) {
    Use use = uses.get(variable).getFirst();
    return uses.get(variable).size() == 1
        && use.implies(variable)
        && switch (use.argument().role()) {
          case DATA -> false;
          case PARAMETER, STATE -> true;
          case LABEL ->
              OperatorText.row(use.operator().operator())
                  .labelShape(use.dataShape(), use.operator().attributes())
                  .equals(shapes.get(variable));
        };
  }

  private String variable(String name) {
    Set<Role> roles =
        uses.get(name).stream().map(use -> use.argument().role()).collect(Collectors.toSet());
    List<Integer> shape = shapes.get(name);
    String own = golden.type(name).toUpperCase(Locale.ROOT);
    String shown = own.equals("FLOAT32") ? dtype : own;
    String types = shown.equals("FLOAT32") ? "" : ", dtype = DataType." + shown;
    if (roles.equals(Set.of(Role.PARAMETER))) {
      return "@Parameter" + types.replaceFirst("^, (.*)", "($1)") + method(name);
    }
    if (roles.equals(Set.of(Role.STATE))) {
      return "@Auxiliary" + types.replaceFirst("^, (.*)", "($1)") + method(name);
    }
    if (roles.equals(Set.of(Role.LABEL)) && batched.contains(name)) {
      return "@Label(value = " + sizes(shape.subList(1, shape.size())) + types + ")" + method(name);
    }
    if (golden.array("grad", name).isPresent()) {
      types += ", gradient = true";
    }
    return batched.contains(name)
        ? "@Input(value = " + sizes(shape.subList(1, shape.size())) + types + ")" + method(name)
        : "@Variable(value = " + sizes(shape) + types + ")" + method(name);
  }

  private String method(String name) {
    return given(name) + " Symbol " + java(name) + "();";
  }

  /// The method of a node: its own name, or the first like it that no other node has.
  private String java(String name) {
    if (JavaNames.isName(name)) {
      return name;
    }
    String like = JavaNames.nameLike(name);
    return symbol.nodes().stream().anyMatch(node -> node.name().equals(like)) ? like + "_1" : like;
  }

  private static String given(String name) {
    return JavaNames.isName(name) ? "" : " @Name(\"" + name.replace("%", "%%") + "\")";
  }

  private static String sizes(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  private String layer(Node node) {
    Operator row = OperatorText.row(node.operator());
    List<Argument> arguments = row.arguments(node.inputs().size());
    List<String> edges = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      edge(node.inputs().get(i), arguments.get(i), taken).ifPresent(edges::add);
    }
    return (isMarkedHead(node) ? "@Output " : "")
        + OperatorText.annotation(node)
        + given(node.name())
        + " Symbol "
        + java(node.name())
        + "("
        + String.join(", ", edges)
        + ");";
  }

  private Optional<String> edge(Edge edge, Argument argument, Set<String> taken) {
    Node source = symbol.source(edge);
    if (source.isVariable() && isImplied(source.name())) {
      return Optional.empty();
    }
    String as = argument.role() == Role.DATA ? "" : "@As(\"" + argument.name() + "\") ";
    String method = java(source.name());
    String parameter = method;
    String from = "";
    if (edge.output() > 0) {
      from = "@From(value = \"" + method + "\", output = " + edge.output() + ") ";
      parameter += "$" + edge.output();
    } else if (taken.contains(parameter)) {
      from = "@From(\"" + method + "\") ";
    }
    while (!taken.add(parameter)) {
      parameter += "$again";
    }
    return Optional.of(as + from + "Symbol " + parameter);
  }

  /// A head is marked if there are several, or others use it.
  private boolean isMarkedHead(Node node) {
    boolean head = symbol.heads().stream().anyMatch(edge -> symbol.source(edge) == node);
    boolean used =
        symbol.nodes().stream()
            .flatMap(user -> user.inputs().stream())
            .anyMatch(edge -> symbol.source(edge) == node);
    return head && (symbol.heads().size() > 1 || used);
  }
}
