package io.nacre.processor.differentiate;

import io.nacre.processor.ir.Concat;
import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.Pad;
import io.nacre.processor.ir.Pointwise;
import io.nacre.processor.ir.Primitive;
import io.nacre.processor.ir.Reachable;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.SizeConstant;
import io.nacre.processor.ir.Slice;
import io.nacre.processor.ir.Transpose;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Primitives in a form to read, one line a value: `%7  tanh(%6)  N x 20 x 24 x 24  tanh1`.
public final class GraphText {
  private GraphText() {}

  /// What the heads need.
  public static String forward(Graph graph) {
    StringBuilder text = new StringBuilder("graph of ").append(graph.name());
    Reachable.from(graph.results()).forEach(value -> line(text, value));
    graph
        .heads()
        .forEach(head -> text.append("\n  head ").append(head.name()).append(" = ").append(head.value()));
    return text.toString();
  }

  /// What the gradients need beside that.
  public static String backward(TrainingGraph training) {
    Graph graph = training.graph();
    StringBuilder text = new StringBuilder("reverse pass of ").append(graph.name());
    Set<Value> forward = new HashSet<>(Reachable.from(graph.results()));
    List<Value> gradients = training.gradients().stream().map(Graph.NamedValue::value).toList();
    Reachable.from(gradients).stream()
        .filter(value -> !forward.contains(value))
        .forEach(value -> line(text, value));
    training
        .gradients()
        .forEach(
            gradient ->
                text.append("\n  gradient of ")
                    .append(gradient.name())
                    .append(" = ")
                    .append(gradient.value()));
    return text.toString();
  }

  private static void line(StringBuilder text, Value value) {
    String made = name(value.primitive()) + inputs(value.primitive());
    text.append(
        "\n  %-6s %-40s %-24s %s"
            .formatted(value, made, value.shape(), value.origin().node())
            .stripTrailing());
  }

  private static String name(Primitive primitive) {
    return switch (primitive) {
      case Variable variable -> lower(variable.role()) + " " + variable.name();
      case Constant constant -> "constant " + constant.number();
      case SizeConstant size -> "size " + size.size();
      case Pointwise pointwise -> lower(pointwise.function());
      case Reduce reduce -> lower(reduce.kind()) + reduce.axes();
      case Transpose transpose -> "transpose" + transpose.permutation();
      case Slice slice -> "slice" + slice.ranges();
      case Pad pad -> "pad" + pad.ranges();
      case Concat concat -> "concat[" + concat.axis() + "]";
      case MatMul product -> "matmul " + product.form();
      default -> lowerFirst(primitive.getClass().getSimpleName());
    };
  }

  private static String inputs(Primitive primitive) {
    return primitive.inputs().isEmpty()
        ? ""
        : primitive.inputs().stream()
            .map(Value::toString)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
