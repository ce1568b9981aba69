package io.nacre.processor.golden;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One layer that is tried on its own: an input `x`, and the layer `y` as a head.
interface Probe {
  /// The layer: `@Conv(filters = 4, kernel = 3)`.
  String annotation();

  /// The shape of the input, without the batch.
  List<Integer> sample();

  /// Whether the layer takes its input as both of two arguments.
  default boolean twice() {
    return false;
  }

  /// The label's shape without the batch, for a loss whose label is not the one it makes itself.
  default Optional<List<Integer>> label() {
    return Optional.empty();
  }

  /// Numbers for the input.
  default double[] data(int size, Random random) {
    return random.doubles(size, -1, 1).toArray();
  }

  /// Numbers for the label.
  default double[] labels(int size, Random random) {
    throw new IllegalStateException("no labels for " + annotation());
  }

  /// Whether the gradients are those of the output, so that differences can check them.
  default boolean isDifferentiable() {
    return true;
  }

  /// Compares results with those of a plain formula.
  void check(Outcome outcome);

  /// What a layer took and gave.
  ///
  /// @param n the batch
  /// @param label null if there is none, as the parameters
  /// @param dy the gradient of y; null for a loss
  record Outcome(
      int n,
      double[] x,
      double[] label,
      double[] weight,
      double[] bias,
      double[] gamma,
      double[] beta,
      double[] y,
      double[] dy,
      double[] dx) {}
}
