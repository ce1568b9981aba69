package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Layer;
import io.nacre.runtime.GraphSpec.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of a graph's layers, as MXNet's `print_summary` has it. A parameter that several layers
/// share counts for the first of them, so that the column adds up.
final class Summary {
  /// Stands for a batch of any size.
  private static final int ANY = 0;

  private static final List<String> HEADER =
      List.of("Layer (type)", "Output shape", "Parameters", "Inputs");

  /// The column of numbers, which is aligned to the right.
  private static final int PARAMETERS = 2;

  private final GraphSpec spec;
  private final int n;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  private Summary(GraphSpec spec, int n) {
    this.spec = spec;
    this.n = n;
    spec.arguments().forEach(argument -> variables.put(argument.name(), argument));
    spec.auxiliaryStates().forEach(state -> variables.put(state.name(), state));
  }

  /// For any batch size.
  static String of(GraphSpec spec) {
    return new Summary(spec, ANY).text();
  }

  /// For a batch of `n`.
  static String of(GraphSpec spec, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("the batch size must be at least 1, not " + n);
    }
    return new Summary(spec, n).text();
  }

  private String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Layer layer : spec.layers()) {
      addFed(layer, rows);
      rows.add(
          List.of(
              layer.name() + " (" + layer.operator() + ")",
              layer.outputs().stream()
                  .map(output -> shape(output.shape()))
                  .collect(Collectors.joining(", ")),
              parameters(layer),
              layer.inputs().stream()
                  .filter(input -> !isHeld(input))
                  .collect(Collectors.joining(", "))));
    }
    StringBuilder text = new StringBuilder(spec.model());
    text.append(n == ANY ? "\n" : ", N = " + n + "\n");
    int[] widths = widths(rows);
    for (int row = 0; row < rows.size(); row++) {
      append(text, rows.get(row), widths);
      if (row == 0 || row == rows.size() - 1) {
        int width = 0;
        for (int column : widths) {
          width += column + 2;
        }
        text.append("-".repeat(width - 2)).append('\n');
      }
    }
    return text.append(totals()).toString();
  }

  /// Inputs and labels come before the first layer that takes them.
  private void addFed(Layer layer, List<List<String>> rows) {
    for (String input : layer.inputs()) {
      Variable variable = variables.get(input);
      if (variable != null && !isHeld(input) && told.add(input)) {
        String kind = variable.kind() == Kind.LABEL ? " (Label)" : " (Input)";
        rows.add(List.of(input + kind, shape(variable.shape()), "", ""));
      }
    }
  }

  private boolean isHeld(String name) {
    Variable variable = variables.get(name);
    return variable != null
        && (variable.kind() == Kind.PARAMETER || variable.kind() == Kind.AUXILIARY);
  }

  private String parameters(Layer layer) {
    long count = 0;
    for (String input : layer.inputs()) {
      Variable variable = variables.get(input);
      if (variable != null && variable.kind() == Kind.PARAMETER && told.add(input)) {
        count += variable.shape().size();
      }
    }
    return count == 0 ? "" : number(count);
  }

  private String shape(Shape shape) {
    return (n == ANY ? shape : shape.at(n)).toString();
  }

  private String totals() {
    return "Parameters: %s\nTraining:   %s bytes, %s floating-point operations a step\n"
            .formatted(
                number(spec.parameterCount()),
                linear(spec.training().bytesPerSample(), spec.training().constantBytes()),
                linear(spec.training().flopsPerSample(), spec.training().constantFlops()))
        + "Inference:  %s bytes, %s floating-point operations\n"
            .formatted(
                linear(spec.inference().bytesPerSample(), spec.inference().constantBytes()),
                linear(spec.inference().flopsPerSample(), spec.inference().constantFlops()));
  }

  /// `141,440 N + 3,449,360`, or the number that it is.
  private String linear(long perSample, long constant) {
    if (n != ANY) {
      return number(perSample * n + constant);
    }
    if (perSample == 0) {
      return number(constant);
    }
    return number(perSample) + " N" + (constant == 0 ? "" : " + " + number(constant));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return widths;
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String space = " ".repeat(widths[column] - cell.length());
      line.append(column == PARAMETERS ? space + cell : cell + space).append("  ");
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
