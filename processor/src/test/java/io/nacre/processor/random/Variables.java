package io.nacre.processor.random;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// The variables of a model, which get random numbers when somebody first knows their shapes.
final class Variables {
  /// What the numbers must be good for.
  enum Kind {
    NUMBERS,
    /// Variances.
    POSITIVE,
    /// Labels, which are the first or second class.
    CLASSES
  }

  private final Map<String, PlainArray> values = new LinkedHashMap<>();
  private final Map<String, PlainArray> constants = new LinkedHashMap<>();
  private final long seed;

  Variables(long seed) {
    this.seed = seed;
  }

  /// The numbers of a variable.
  ///
  /// @throws WrongModel if it has another shape elsewhere
  PlainArray get(String name, Kind kind, int... shape) {
    for (int dim : shape) {
      WrongModel.unless(dim > 0, name + " has the dimension " + dim);
    }
    PlainArray known = values.computeIfAbsent(name, key -> random(key, kind, shape));
    WrongModel.unless(
        Arrays.equals(known.shape(), shape),
        "%s is %s, not %s".formatted(name, known.text(), Arrays.toString(shape)));
    return known;
  }

  private PlainArray random(String name, Kind kind, int[] shape) {
    Random random = new Random(seed ^ name.hashCode());
    return PlainArray.of(
        shape,
        index ->
            switch (kind) {
              case NUMBERS -> random.nextDouble(-1.2, 1.2);
              case POSITIVE -> random.nextDouble(0.5, 1.5);
              case CLASSES -> random.nextInt(2);
            });
  }

  /// What a node has been when it was first asked: it is constant for gradients.
  PlainArray constant(String node, PlainArray value) {
    return constants.computeIfAbsent(node, key -> value);
  }

  /// The same numbers, with nothing constant yet.
  Variables again() {
    Variables again = new Variables(seed);
    again.values.putAll(values);
    return again;
  }

  /// The same, with one variable moved, and with what counts as constant.
  Variables moved(String name, double[] direction, double step) {
    Variables moved = again();
    moved.constants.putAll(constants);
    double[] numbers = values.get(name).values().clone();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += step * direction[i];
    }
    moved.values.put(name, new PlainArray(values.get(name).shape(), numbers));
    return moved;
  }

  Map<String, PlainArray> values() {
    return values;
  }
}
