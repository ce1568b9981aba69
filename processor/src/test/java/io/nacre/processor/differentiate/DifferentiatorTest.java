package io.nacre.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.Assign;
import io.nacre.processor.ir.Cast;
import io.nacre.processor.ir.Custom;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.GradReq;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.GradientOverride;
import io.nacre.processor.ir.Interpreter;
import io.nacre.processor.ir.PoolGradient;
import io.nacre.processor.ir.Primitive;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every gradient rule against central differences in float64.
class DifferentiatorTest {
  private static final int N = 3;
  private static final double STEP = 1e-6;

  @TestFactory
  Stream<DynamicTest> gradientsAreDerivatives() {
    return GradientCases.all().entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  /// A new primitive has to bring its case. Variables have no inputs, an override is no derivative and
  /// is tested below as is a cast, which rounds too much for differences; nothing differentiates the
  /// gradient of a pooling, and a custom kernel brings its own gradient.
  @Test
  void everyPrimitiveHasACase() {
    List<String> exempt =
        Stream.of(
                Variable.class,
                Cast.class,
                GradientOverride.class,
                PoolGradient.class,
                Assign.class,
                Custom.class)
            .map(Class::getSimpleName)
            .toList();
    for (Class<?> primitive : Primitive.class.getPermittedSubclasses()) {
      String name = primitive.getSimpleName();
      boolean found =
          GradientCases.all().keySet().stream()
              .anyMatch(title -> title.equals(name) || title.startsWith(name + " "));
      assertTrue(found || exempt.contains(name), "no gradient case for " + name);
    }
  }

  @Test
  void everyPrimitiveIsDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/primitives.md"));
    for (Class<?> primitive : Primitive.class.getPermittedSubclasses()) {
      String row = "| `" + primitive.getSimpleName() + "` |";
      assertTrue(page.contains(row), "docs/primitives.md lacks a row " + row);
    }
  }

  private static void check(GradientCases.Build build) {
    GradientCases.Builder b = new GradientCases.Builder();
    Value y = build.apply(b);
    Graph graph = graph(b.e, b.variables, y, false);
    TrainingGraph training = Differentiator.differentiate(graph);

    Random random = new Random(5);
    Map<String, double[]> feeds = new HashMap<>();
    for (Value variable : b.variables) {
      feeds.put(((Variable) variable.primitive()).name(), random(random, variable.shape()));
    }
    double[] dy = random(random, y.shape());
    feeds.put("y_grad", dy);

    for (Graph.NamedValue gradient : training.gradients()) {
      double[] derived =
          Interpreter.evaluate(List.of(gradient.value()), N, feeds).get(gradient.value());
      double[] x = feeds.get(gradient.name());
      assertEquals(x.length, derived.length);
      for (int i = 0; i < x.length; i++) {
        double at = x[i];
        x[i] = at + STEP;
        double above = weighted(y, feeds, dy);
        x[i] = at - STEP;
        double below = weighted(y, feeds, dy);
        x[i] = at;
        assertEquals((above - below) / (2 * STEP), derived[i], 1e-6, gradient.name() + i);
      }
    }
  }

  /// The gradient of a cast is of the input's type, and has lost what the output's type has no room for.
  @Test
  void theGradientOfACastIsCastBack() {
    for (DataType from : DataType.values()) {
      for (DataType to : DataType.values()) {
        if (from != to) {
          Emitter e = new Emitter();
          Value x = e.emit(new Variable("x", Variable.Role.PARAMETER, Shape.of(Dim.of(3)), from));
          TrainingGraph training =
              Differentiator.differentiate(graph(e, List.of(x), e.cast(x, to), false));
          Value gradient = training.gradients().getFirst().value();
          assertEquals(from, gradient.type());
          Map<String, double[]> feeds = Map.of("x", new double[3], "y_grad", new double[] {3, 2, 1});
          double[] derived = Interpreter.evaluate(List.of(gradient), N, feeds).get(gradient);
          assertArrayEquals(new double[] {3, 2, 1}, derived, from + " to " + to);
        }
      }
    }
  }

  @Test
  void aLossIgnoresWhatComesAndStartsWithItsOwnGradient() {
    Emitter e = new Emitter();
    Value x = variable(e, "x");
    Value loss = e.loss(e.scale(x, 3), x, e.constant(7, x));
    TrainingGraph training = Differentiator.differentiate(graph(e, List.of(x), loss, true));
    assertEquals(List.of(), training.headGradients());
    assertTrue(Arrays.stream(gradient(training, x)).allMatch(g -> g == 7));
  }

  /// A reshape of a reshape is one, so the loss does not depend on what it starts at.
  @Test
  void aLossOfAnotherShapeOfItsTarget() {
    Emitter e = new Emitter();
    Value x = variable(e, "x");
    Shape turned = Shape.of(x.shape().dim(1), x.shape().dim(0));
    Value target = e.reshape(e.scale(x, 2), turned);
    Value rows = e.reshape(target, x.shape());
    Value loss = e.loss(rows, target, e.constant(7, target));
    TrainingGraph training = Differentiator.differentiate(graph(e, List.of(x), loss, true));
    assertTrue(Arrays.stream(gradient(training, x)).allMatch(g -> g == 14));
  }

  @Test
  void twoLossesThatAreAlikeAreTwo() {
    Emitter e = new Emitter();
    Value x = variable(e, "x");
    Value one = e.loss(e.scale(x, 3), x, e.constant(7, x));
    Value two = e.loss(e.scale(x, 3), x, e.constant(7, x));
    TrainingGraph training =
        Differentiator.differentiate(graph(e, List.of(x), e.add(one, two), true));
    assertTrue(Arrays.stream(gradient(training, x)).allMatch(g -> g == 14));
  }

  @Test
  void noGradientPassesAnOverrideWithoutARule() {
    Emitter e = new Emitter();
    Value x = variable(e, "x");
    Value y = e.add(x, e.emit(new GradientOverride(e.scale(x, 5), Optional.empty())));
    TrainingGraph training = Differentiator.differentiate(graph(e, List.of(x), y, false));
    assertTrue(Arrays.stream(gradient(training, x)).allMatch(g -> g == 2), "only the direct way");
  }

  @Test
  void aVariableThatNothingDependsOnHasTheGradientZero() {
    Emitter e = new Emitter();
    Value x = variable(e, "x");
    Value unused = variable(e, "unused");
    TrainingGraph training =
        Differentiator.differentiate(graph(e, List.of(x, unused), e.scale(x, 2), false));
    assertTrue(Arrays.stream(gradient(training, unused)).allMatch(g -> g == 0));
  }

  @Test
  void twoVariablesNeverShareTheMemoryOfTheirGradients() {
    Emitter e = new Emitter();
    Value a = variable(e, "a");
    Value b = variable(e, "b");
    TrainingGraph training =
        Differentiator.differentiate(graph(e, List.of(a, b), e.add(a, b), false));
    List<Value> storage =
        training.gradients().stream().map(named -> Aliases.storage(named.value())).toList();
    assertNotSame(storage.get(0), storage.get(1));
    storage.forEach(
        value -> assertTrue(!(value.primitive() instanceof Variable), "a copy of the head's"));
  }

  @Test
  void aChainOfManyThousandValuesIsNoProblem() {
    Emitter e = new Emitter();
    Value x = variable(e, "x");
    Value y = x;
    for (int i = 0; i < 20_000; i++) {
      y = e.add(y, x);
    }
    TrainingGraph training = Differentiator.differentiate(graph(e, List.of(x), y, false));
    assertEquals(1, training.gradients().size());
  }

  private static Value variable(Emitter e, String name) {
    return e.emit(
        new Variable(
            name,
            Variable.Role.PARAMETER,
            Shape.of(Dim.N, Dim.of(2)),
            DataType.FLOAT64));
  }

  private static double[] gradient(TrainingGraph training, Value of) {
    Map<String, double[]> feeds = new HashMap<>();
    double[] twos = new double[2 * N];
    Arrays.fill(twos, 2);
    for (String name : List.of("x", "y_grad", "unused")) {
      feeds.put(name, twos);
    }
    Graph.NamedValue named =
        training.gradients().stream()
            .filter(gradient -> gradient.name().equals(((Variable) of.primitive()).name()))
            .findFirst()
            .orElseThrow();
    return Interpreter.evaluate(List.of(named.value()), N, feeds).get(named.value());
  }

  private static Graph graph(Emitter e, List<Value> variables, Value head, boolean loss) {
    List<Graph.NamedValue> named =
        variables.stream()
            .map(v -> new Graph.NamedValue(((Variable) v.primitive()).name(), v, GradReq.WRITE))
            .toList();
    return new Graph("test", named, List.of(new Graph.Head("y", head, loss)), List.of(), e);
  }

  private static double weighted(Value y, Map<String, double[]> feeds, double[] dy) {
    double[] value = Interpreter.evaluate(List.of(y), N, feeds).get(y);
    double sum = 0;
    for (int i = 0; i < value.length; i++) {
      sum += value[i] * dy[i];
    }
    return sum;
  }

  private static double[] random(Random random, Shape shape) {
    Dim size = shape.size();
    return random
        .doubles(size.batch() ? size.size() * N : size.size(), -1.5, 1.5)
        .toArray();
  }
}
