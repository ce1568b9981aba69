package io.nacre.processor.mxnet;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.mxnet.SymbolFile.Node;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.NodeDeclaration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the attributes of a variable in a file say of its shape and element type: `__shape__`, with 0
/// for a size to infer, and `__dtype__`. What a model declares goes before.
final class VariableHints {
  static final String SHAPE = "__shape__";
  static final String DTYPE = "__dtype__";

  /// MXNet's element types by their numbers.
  static final List<String> TYPES =
      List.of(
          "FLOAT32", "FLOAT64", "FLOAT16", "UINT8", "INT32", "INT8", "INT64", "BOOL", "INT16",
          "UINT16", "UINT32", "UINT64", "BFLOAT16");

  /// Variables that are declared with their whole shape.
  private static final Set<String> WHOLE = Set.of("Variable", "Parameter", "Auxiliary");

  private final boolean numpyShapes;
  private final LayerAnnotations annotations;
  private final Problems problems;

  VariableHints(boolean numpyShapes, LayerAnnotations annotations, Problems problems) {
    this.numpyShapes = numpyShapes;
    this.annotations = annotations;
    this.problems = problems;
  }

  NodeDeclaration undeclared(Node variable, String annotation, Place place) {
    Map<String, Object> values = new HashMap<>(hints(variable, place));
    if (!WHOLE.contains(annotation)) {
      values.remove("value");
    }
    return new NodeDeclaration(
        variable.name(),
        place,
        annotations.use(annotation, values, place),
        List.of(),
        false,
        false);
  }

  /// A declared variable, with what its declaration leaves open.
  NodeDeclaration complete(NodeDeclaration declared, Node variable) {
    AnnotationUse use = declared.layer();
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(use.attributes());
    hints(variable, declared.place())
        .forEach(
            (name, hint) -> {
              boolean whole = !name.equals("value") || WHOLE.contains(use.name());
              attributes.computeIfPresent(
                  name,
                  (same, value) ->
                      value.written() || !whole
                          ? value
                          : new AttributeValue(hint, value.type(), true, use.place(), List.of()));
            });
    return new NodeDeclaration(
        declared.name(),
        declared.place(),
        new AnnotationUse(use.type(), use.name(), use.place(), attributes),
        declared.edges(),
        declared.output(),
        declared.broken());
  }

  private Map<String, Object> hints(Node variable, Place place) {
    Map<String, Object> hints = new LinkedHashMap<>();
    shape(variable, place).ifPresent(shape -> hints.put("value", shape));
    type(variable, place).ifPresent(type -> hints.put("dtype", type));
    return hints;
  }

  private Optional<List<Integer>> shape(Node variable, Place place) {
    String text = variable.attributes().get(SHAPE);
    if (text == null || text.equals("None")) {
      return Optional.empty();
    }
    try {
      List<Integer> sizes = Literal.integers(text);
      if (numpyShapes && sizes.contains(0)) {
        throw new BadText("a shape of at least one number");
      }
      boolean unknown = sizes.isEmpty() && !numpyShapes;
      return unknown
          ? Optional.empty()
          : Optional.of(sizes.stream().map(size -> Math.max(size, 0)).toList());
    } catch (BadText e) {
      bad(variable, place, SHAPE, text, "is not " + e.getMessage(), "write it as (0, 10)");
      return Optional.empty();
    }
  }

  private Optional<String> type(Node variable, Place place) {
    String text = variable.attributes().get(DTYPE);
    // float32, which Gluon writes everywhere, is what a variable has if nothing says otherwise
    if (text == null || text.equals("0") || text.equals("-1") || text.equals("None")) {
      return Optional.empty();
    }
    List<String> ours = Arrays.stream(DataType.values()).map(DataType::name).toList();
    try {
      int number = Literal.integer(text);
      String type = number >= 0 && number < TYPES.size() ? TYPES.get(number) : "";
      if (ours.contains(type)) {
        return Optional.of(type);
      }
      bad(
          variable,
          place,
          DTYPE,
          text,
          type.isEmpty() ? "is no element type" : "is " + type + ", which is not supported",
          "supported: "
              + String.join(
                  ", ", ours.stream().map(each -> TYPES.indexOf(each) + " for " + each).toList()));
    } catch (BadText e) {
      bad(variable, place, DTYPE, text, "is not " + e.getMessage(), "");
    }
    return Optional.empty();
  }

  private void bad(
      Node variable, Place place, String attribute, String text, String fact, String hint) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    problems.add(
        Problem.of(
            ProblemId.BAD_ATTRIBUTE,
            place,
            variable.name(),
            attribute + " = \"" + shown + "\" " + fact,
            hint));
  }
}
