package io.nacre.conformance;

import io.nacre.annotations.DataType;
import io.nacre.processor.golden.BatchAxes;
import io.nacre.processor.golden.SymbolJson;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.processor.layer.Layers;
import io.nacre.processor.mxnet.Operator;
import io.nacre.processor.mxnet.Operators;
import io.nacre.processor.read.JavaNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a model that imports a symbol file and declares what the file leaves open.
///
/// An array that has the batch as its first axis is an `@Input` or a `@Label`, with N open; other fed
/// arrays are `@Variable`s. Parameters and states are not declared: their shapes must be inferred.
final class ImportedModel {
  private final SymbolJson symbol;
  private final Map<String, List<Integer>> shapes;
  private final Set<String> batched;
  private final Map<String, Set<Operator.Role>> roles = new HashMap<>();
  private final List<String> declarations = new ArrayList<>();

  /// @param shapes of all arguments and auxiliary states
  /// @throws UnsupportedOperator if an operator is missing; it names all that are
  ImportedModel(SymbolJson symbol, Map<String, List<Integer>> shapes) {
    this.symbol = symbol;
    this.shapes = shapes;
    requireOperators(symbol);
    this.batched = BatchAxes.of(symbol, shapes);
    for (SymbolJson.Node node : symbol.nodes()) {
      if (!node.isVariable()) {
        List<Operator.Argument> arguments =
            Operators.of(node.operator()).orElseThrow().arguments(node.inputs().size());
        for (int i = 0; i < Math.min(arguments.size(), node.inputs().size()); i++) {
          roles
              .computeIfAbsent(
                  symbol.source(node.inputs().get(i)).name(), name -> new HashSet<>())
              .add(arguments.get(i).role());
        }
      }
    }
  }

  static void requireOperators(SymbolJson symbol) {
    String missing =
        symbol.nodes().stream()
            .filter(node -> !node.isVariable())
            .map(SymbolJson.Node::operator)
            .filter(ImportedModel::isMissing)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new UnsupportedOperator(missing);
    }
  }

  private static boolean isMissing(String operator) {
    return Operators.of(operator).flatMap(row -> Layers.of(row.annotation())).isEmpty();
  }

  /// Declares an argument, if it is fed.
  ///
  /// @param type `float32`
  /// @throws UnsupportedOperator if Nacre has no such type
  void argument(String name, String type, boolean gradient) {
    Set<Operator.Role> uses = roles.getOrDefault(name, Set.of());
    if (uses.contains(Operator.Role.PARAMETER) || uses.contains(Operator.Role.STATE)) {
      return;
    }
    String dtype = type.equals("float32") ? "" : ", dtype = DataType." + constant(type);
    List<Integer> shape = shapes.get(name);
    boolean label = uses.equals(Set.of(Operator.Role.LABEL));
    String options = dtype + (gradient && !label ? ", gradient = true" : "");
    if (batched.contains(name)) {
      List<Integer> sample = shape.subList(1, shape.size());
      declare(name, "@" + (label ? "Label" : "Input") + "(value = " + sizes(sample) + options + ")");
    } else {
      declare(name, "@Variable(value = " + sizes(shape) + options + ")");
    }
  }

  private void declare(String name, String annotation) {
    String java = JavaNames.isName(name) ? name : JavaNames.nameLike(name);
    declarations.add(annotation + " Symbol " + java + "();");
  }

  private static String sizes(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  /// N; empty for a model without.
  OptionalInt batch() {
    return batched.stream().mapToInt(name -> shapes.get(name).get(0)).findFirst();
  }

  /// The source of a type of the package `conformance`.
  String source(String type, Path file) {
    return source(type, file, declarations);
  }

  static String source(String type, Path file, List<String> declarations) {
    String path = file.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
    return """
        package conformance;

        import io.nacre.annotations.*;

        @Model
        @Import("%s")
        public interface %s {
          %s
        }
        """
        .formatted(path, type, String.join("\n  ", declarations));
  }

  private static DataType constant(String type) {
    try {
      return DataType.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnsupportedOperator("arrays of " + type);
    }
  }

  /// `op/conv2d_dilate` as the name of a type: `OpConv2dDilate`.
  static String typeName(String name) {
    StringBuilder type = new StringBuilder();
    for (String part : name.split("\\W|_")) {
      if (!part.isEmpty()) {
        type.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return type.toString();
  }

  /// `clip_gradient` as `clipGradient`.
  static String camelCase(String name) {
    String type = typeName(name);
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }
}
