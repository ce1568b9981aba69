package io.nacre.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Checks the kernel of an operator of your own, in float64, for any test framework:
///
/// ```java
/// KernelCheck.ofInputs(new int[] {3, 4})
///     .output(3, 4)
///     .forward((in, y) -> Swish.Kernel.forward(in[0], y, 2))
///     .backward(0, (in, y, dy, dx) -> Swish.Kernel.backward(in[0], y, dy, dx, 2))
///     .check();
/// ```
///
/// It holds the kernel to what graphs rely on: `forward` writes every place of `y`, and the same numbers
/// each time; `backward` adds to `dx` instead of writing it; neither changes its inputs or touches
/// anything beside its arrays; and `dx` is the gradient of `sum(dy * y)`, by central differences at
/// random inputs. Of a loss, whose gradient takes no `dy`, [#loss] says of what it is the gradient.
/// Call it with several shapes: axes of size 1, and sizes that are no multiples of anything.
public final class KernelCheck {
  private static final int GUARDS = 16;
  private static final double GUARD = -7.25e77;
  private static final double STEP = 1e-5;

  private final int[][] inputs;
  private final Map<Integer, Backward> backward = new TreeMap<>();
  private int[] output;
  private Forward forward;
  private Loss loss;
  private double low = -1;
  private double high = 1;
  private double tolerance = 1e-6;
  private long seed = 1;

  private KernelCheck(int[][] inputs) {
    this.inputs = inputs;
  }

  /// The kernel's `forward`, of the inputs and `y`.
  @FunctionalInterface
  public interface Forward {
    void run(DoubleView[] inputs, DoubleView y);
  }

  /// The kernel's `backward` of one input. A loss ignores `dy`.
  @FunctionalInterface
  public interface Backward {
    void run(DoubleView[] inputs, DoubleView y, DoubleView dy, DoubleView dx);
  }

  /// The number of which a loss has the gradient.
  @FunctionalInterface
  public interface Loss {
    double of(DoubleView[] inputs, DoubleView y);
  }

  /// @param shapes that of each input
  public static KernelCheck ofInputs(int[]... shapes) {
    return new KernelCheck(shapes);
  }

  /// The shape of `y`.
  public KernelCheck output(int... shape) {
    output = shape;
    return this;
  }

  public KernelCheck forward(Forward forward) {
    this.forward = forward;
    return this;
  }

  /// The gradient of one of the inputs, counted from 0.
  public KernelCheck backward(int input, Backward backward) {
    this.backward.put(input, backward);
    return this;
  }

  /// Says that the operator is a loss.
  public KernelCheck loss(Loss loss) {
    this.loss = loss;
    return this;
  }

  /// The random inputs, from -1 to 1 otherwise: a kernel with a kink needs inputs on one side of it.
  public KernelCheck inputsFrom(double low, double high) {
    this.low = low;
    this.high = high;
    return this;
  }

  /// How far a gradient may be off, in parts of the largest; at first 1e-6.
  public KernelCheck tolerance(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  /// Another seed for the random numbers.
  public KernelCheck seed(long seed) {
    this.seed = seed;
    return this;
  }

  /// Checks everything.
  ///
  /// @throws IllegalStateException if the shape of the output or `forward` was not given
  /// @throws AssertionError if something does not hold: it says what, and where
  public void check() {
    if (output == null || forward == null) {
      throw new IllegalStateException("the check needs output(...) and forward(...)");
    }
    Random random = new Random(seed);
    List<Guarded> arrays = new ArrayList<>();
    for (int[] shape : inputs) {
      arrays.add(Guarded.of(shape).fill(random, low, high));
    }
    Guarded y = run(arrays);
    if (!Arrays.equals(y.numbers(), run(arrays).numbers())) {
      throw new AssertionError("forward gives other numbers the second time");
    }
    backward.forEach((input, method) -> check(input, method, arrays, y, random));
  }

  private Guarded run(List<Guarded> arrays) {
    Guarded y = Guarded.of(output);
    guarded("forward", arrays, y, views -> forward.run(views, y.view));
    double[] numbers = y.numbers();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == GUARD) {
        throw new AssertionError("forward does not write y at place " + i + " of " + y.view);
      }
    }
    return y;
  }

  private void check(
      int input, Backward method, List<Guarded> arrays, Guarded y, Random random) {
    String name = "backward of input " + input;
    Guarded dy = Guarded.of(output).fill(random, -1, 1);
    double[] gradient = gradient(name, input, method, arrays, y, dy, 0);
    double[] added = gradient(name, input, method, arrays, y, dy, 1);
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    for (int i = 0; i < gradient.length; i++) {
      if (Math.abs(added[i] - gradient[i] - 1) > 1e-9 * Math.max(1, largest)) {
        throw new AssertionError(
            "%s must add to dx: with 1 in it before, place %d is %s, not %s"
                .formatted(name, i, added[i], gradient[i] + 1));
      }
    }
    double[] x = arrays.get(input).array;
    for (int i = 0; i < gradient.length; i++) {
      double here = x[GUARDS + i];
      x[GUARDS + i] = here + STEP;
      double above = value(arrays, dy);
      x[GUARDS + i] = here - STEP;
      double below = value(arrays, dy);
      x[GUARDS + i] = here;
      double expected = (above - below) / (2 * STEP);
      if (!(Math.abs(expected - gradient[i]) <= tolerance * Math.max(1, largest))) {
        throw new AssertionError(
            "%s gives %s at place %d, but differences give %s"
                .formatted(name, gradient[i], i, expected));
      }
    }
  }

  private double[] gradient(
      String name,
      int input,
      Backward method,
      List<Guarded> arrays,
      Guarded y,
      Guarded dy,
      double before) {
    Guarded dx = Guarded.of(inputs[input]);
    dx.view.fill(before);
    List<Guarded> read = new ArrayList<>(arrays);
    read.add(y);
    read.add(dy);
    guarded(name, read, dx, views -> method.run(views, y.view, dy.view, dx.view));
    return dx.numbers();
  }

  /// What the gradient is of.
  private double value(List<Guarded> arrays, Guarded dy) {
    Guarded y = run(arrays);
    if (loss != null) {
      return loss.of(views(arrays), y.view);
    }
    double sum = 0;
    for (int i = 0; i < y.view.size(); i++) {
      sum += y.view.at(i) * dy.view.at(i);
    }
    return sum;
  }

  private DoubleView[] views(List<Guarded> arrays) {
    return arrays.stream().limit(inputs.length).map(each -> each.view).toArray(DoubleView[]::new);
  }

  private interface Run {
    void run(DoubleView[] views);
  }

  private void guarded(String name, List<Guarded> read, Guarded written, Run run) {
    List<double[]> before = read.stream().map(each -> each.array.clone()).toList();
    run.run(views(read));
    for (int i = 0; i < read.size(); i++) {
      if (!Arrays.equals(before.get(i), read.get(i).array)) {
        throw new AssertionError("%s changes array %d, which it may only read".formatted(name, i));
      }
    }
    if (!written.guardsAreWhole()) {
      throw new AssertionError(name + " writes beside its array");
    }
  }

  /// An array with guards before and after.
  private record Guarded(double[] array, DoubleView view) {
    static Guarded of(int... shape) {
      int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      double[] array = new double[size + 2 * GUARDS];
      Arrays.fill(array, GUARD);
      return new Guarded(array, new DoubleView(array, GUARDS, -1, shape));
    }

    Guarded fill(Random random, double low, double high) {
      for (int i = 0; i < view.size(); i++) {
        view.put(i, random.nextDouble(low, high));
      }
      return this;
    }

    double[] numbers() {
      return view.toArray();
    }

    boolean guardsAreWhole() {
      for (int i = 0; i < GUARDS; i++) {
        if (array[i] != GUARD || array[array.length - 1 - i] != GUARD) {
          return false;
        }
      }
      return true;
    }
  }
}
