package io.nacre.processor.random;

import static io.nacre.processor.golden.Closeness.assertClose;
import static io.nacre.processor.golden.Closeness.largest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.random.Variables.Kind;
import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/// A generated class against the plain interpreter, on the same numbers.
final class Comparison {
  private static final double TOLERANCE = 1e-9;

  /// The smaller one is for a kink between the larger steps.
  private static final double[] STEPS = {1e-5, 1e-6};


  private final ModelText text;
  private final Class<?> graph;
  private final int n;

  Comparison(ModelText text, Class<?> graph) {
    this.text = text;
    this.graph = graph;
    this.n = text.batch() == 0 ? 3 : text.batch();
  }

  /// Compares predictions, and outputs of a training step if there are no random numbers in it.
  void check() {
    try (BoundModel model = bind()) {
      Variables variables = variables(model.graph());
      compare(
          "infer",
          PlainModel.run(text, variables.again(), n, false),
          () -> model.infer(give(model, variables)));
      trained(variables)
          .ifPresent(
              training ->
                  compare(
                      "forward", training, () -> model.forward(give(model, variables))));
    }
  }

  /// Compares the gradients of a training step with differences of the plain interpreter.
  void checkGradients() {
    try (BoundModel model = bind()) {
      Variables variables = variables(model.graph());
      Optional<PlainModel> training = trained(variables);
      if (training.isEmpty() || !training.get().isSmooth() || !model.trains()) {
        return;
      }
      Map<String, double[]> headGradients = new LinkedHashMap<>();
      Random random = new Random(5);
      model
          .forward(give(model, variables))
          .forEach(
              (name, y) -> headGradients.put(name, random.doubles(y.length, -1, 1).toArray()));
      model.backward(headGradients);
      model
          .gradients()
          .forEach(
              (name, gradient) -> {
                double[] direction = random.doubles(gradient.length, -1, 1).toArray();
                double analytic = 0;
                double scale = 1;
                for (int i = 0; i < gradient.length; i++) {
                  analytic += gradient[i] * direction[i];
                  scale += Math.abs(gradient[i] * direction[i]);
                }
                Slopes slopes = slopes(variables, headGradients, name, direction);
                if (!slopes.agree(analytic, 1e-5 * scale)) {
                  assertEquals(
                      slopes.central(), analytic, 1e-5 * scale, "gradient of " + name);
                }
              });
    }
  }

  private Slopes slopes(
      Variables variables,
      Map<String, double[]> headGradients,
      String name,
      double[] direction) {
    return new Slopes(
        step -> objective(variables.moved(name, direction, step), headGradients), STEPS);
  }

  /// All losses, and the other heads times their gradients.
  private double objective(Variables variables, Map<String, double[]> headGradients) {
    PlainModel plain = PlainModel.run(text, variables, n, true);
    double sum = plain.loss();
    for (Map.Entry<String, double[]> head : headGradients.entrySet()) {
      double[] y = expected(head.getKey(), plain).values();
      for (int i = 0; i < y.length && !plain.isLoss(node(head.getKey())); i++) {
        sum += y[i] * head.getValue()[i];
      }
    }
    return sum;
  }

  private BoundModel bind() {
    boolean open =
        Arrays.stream(graph.getMethods())
            .anyMatch(bind -> bind.getName().equals("bind") && bind.getParameterCount() == 2);
    OptionalInt batch = open ? OptionalInt.of(n) : OptionalInt.empty();
    return BoundModel.bind(graph, Device.cpu(), batch);
  }

  /// Empty if it draws random numbers.
  private Optional<PlainModel> trained(Variables variables) {
    try {
      return Optional.of(PlainModel.run(text, variables, n, true));
    } catch (OpenModel e) {
      return Optional.empty();
    }
  }

  /// Sets parameters and states; what is left is for inputs and labels.
  private static Map<String, double[]> give(BoundModel model, Variables variables) {
    Map<String, double[]> numbers = new HashMap<>();
    variables.values().forEach((name, array) -> numbers.put(name, array.values()));
    model.setParameters(numbers);
    Map<String, double[]> states = new HashMap<>();
    model.states().keySet().forEach(name -> states.put(name, numbers.get(name)));
    model.setStates(states);
    return numbers;
  }

  /// Variables of the shapes that the class says; the interpreter checks that it finds the same.
  private Variables variables(CompiledGraph model) {
    Variables variables = new Variables(1);
    GraphSpec spec = model.spec();
    spec.inputs().forEach(each -> add(variables, each.name(), Kind.NUMBERS, each.shape()));
    spec.labels().forEach(each -> add(variables, each.name(), Kind.CLASSES, each.shape()));
    model
        .parameters()
        .forEach(each -> add(variables, each.name(), Kind.NUMBERS, each.value().shape()));
    spec.auxiliaryStates()
        .forEach(
            each -> {
              Kind kind = each.name().endsWith("_var") ? Kind.POSITIVE : Kind.NUMBERS;
              add(variables, each.name(), kind, each.shape());
            });
    // those that nothing depends on, which the class does not list
    PlainModel.run(text, variables, n, false);
    return variables.again();
  }

  private void add(Variables variables, String name, Kind kind, Shape shape) {
    variables.get(name, kind, shape.at(n).toInts());
  }

  private static void compare(
      String what, PlainModel plain, Supplier<Map<String, double[]>> outputs) {
    outputs
        .get()
        .forEach(
            (name, y) -> {
              double[] expected = expected(name, plain).values();
              double tolerance = TOLERANCE * (1 + largest(expected));
              assertClose(expected, y, tolerance, what + " " + name);
            });
  }

  private static String node(String output) {
    return output.replaceFirst("_output\\d*$", "");
  }

  private static PlainArray expected(String output, PlainModel plain) {
    String number = output.substring(node(output).length() + "_output".length());
    List<PlainArray> outputs = plain.outputs(node(output));
    return outputs.get(number.isEmpty() ? 0 : Integer.parseInt(number));
  }
}
