package io.nacre.processor.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Layers with inputs of any shapes, and the formula for what they compute.
///
/// @param layers the layers as Java; the heads have to be marked
/// @param formula the heads, in order, from inputs and parameters by name
record Trial(
    String title, List<Given> inputs, String layers, Function<Map<String, Box>, List<Box>> formula) {

  /// An input.
  ///
  /// @param shape its sizes; -k stands for k times N
  /// @param differentiable whether the layers are differentiable by it
  record Given(
      String name, int[] shape, boolean differentiable, ToDoubleFunction<Random> number) {

    /// Numbers from -1 to 1.
    static Given of(String name, int... shape) {
      return new Given(name, shape, true, random -> 2 * random.nextDouble() - 1);
    }

    /// Numbers from `low` to `high` that say which, so that nothing is differentiable by them.
    static Given index(String name, double low, double high, int... shape) {
      return new Given(
          name, shape, false, random -> low + (high - low) * random.nextDouble());
    }

    /// The sizes for a batch of `n`.
    int[] sizes(int n) {
      return Arrays.stream(shape).map(size -> size < 0 ? -size * n : size).toArray();
    }

    private String declaration() {
      String sizes =
          Arrays.stream(shape)
              .mapToObj(size -> size < 0 ? -size + " * BATCH" : Integer.toString(size))
              .collect(Collectors.joining(", ", "{", "}"));
      return "@Variable(value = %s, dtype = DataType.FLOAT64%s) Symbol %s();\n"
          .formatted(sizes, differentiable ? ", gradient = true" : "", name);
    }
  }

  /// A trial of a single head.
  static Trial of(
      String title, List<Given> inputs, String layers, Function<Map<String, Box>, Box> formula) {
    return new Trial(title, inputs, layers, in -> List.of(formula.apply(in)));
  }

  /// Whether the model has an N.
  boolean hasBatch() {
    return inputs.stream().anyMatch(given -> Arrays.stream(given.shape).anyMatch(s -> s < 0));
  }

  String source(String type) {
    return """
        package trials;
        import static io.nacre.annotations.Symbol.BATCH;
        import io.nacre.annotations.*;
        @Model
        public interface %s {
        %s%s
        }
        """
        .formatted(
            type, inputs.stream().map(Given::declaration).collect(Collectors.joining()), layers);
  }
}
