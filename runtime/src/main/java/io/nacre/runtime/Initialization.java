package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Variable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/// Gives variables their first values: by the model's own rule, by the end of the name, or by an
/// [Initializer].
final class Initialization {
  private static final List<String> ZEROS =
      List.of("bias", "beta", "moving_mean", "running_mean", "moving_avg", "min");
  private static final List<String> ONES = List.of("gamma", "moving_var", "running_var", "max");

  private Initialization() {}

  /// Gives all variables their first values, or none if the rule refuses one.
  static void fill(GraphSpec spec, Weights weights, Initializer initializer, long seed) {
    List<Variable> variables = spec.states();
    List<DoubleSupplier> rules =
        variables.stream()
            .map(
                variable ->
                    spec.initializer(variable)
                        .map(own -> ruled(variable, own, seed))
                        .orElseGet(() -> values(variable, initializer, seed)))
            .toList();
    for (int i = 0; i < rules.size(); i++) {
      Tensor value = weights.value(variables.get(i));
      for (int position = 0; position < value.size(); position++) {
        value.put(position, rules.get(i).getAsDouble());
      }
    }
  }

  static DoubleSupplier values(Variable variable, Initializer initializer, long seed) {
    String name = variable.name();
    if (initializer.decides(name)) {
      return ruled(variable, initializer, seed);
    }
    if (ZEROS.stream().anyMatch(name::endsWith)) {
      return () -> 0;
    }
    if (ONES.stream().anyMatch(name::endsWith)) {
      return () -> 1;
    }
    return ruled(variable, initializer, seed);
  }

  private static DoubleSupplier ruled(Variable variable, Initializer initializer, long seed) {
    String name = variable.name();
    return initializer.values(name, variable.shape(), random(seed, name));
  }

  /// Seeded by FNV-1a over the name, started from the seed.
  private static SplittableRandom random(long seed, String name) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return new SplittableRandom(hash);
  }
}
