package io.nacre.processor.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.differentiate.Differentiator;
import io.nacre.processor.differentiate.TrainingGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What moves nothing is left out, and what is left out changes nothing.
class MovementTest {
  private static final int N = 3;

  private final Emitter e = new Emitter();
  private final Value x = variable("x", Dim.of(5), Dim.N, Dim.of(6));

  private Value variable(String name, Dim... dims) {
    return e.emit(
        new Variable(name, Variable.Role.PARAMETER, Shape.of(dims), DataType.FLOAT64));
  }

  @Test
  void whatChangesNothingIsTheValueItself() {
    assertSame(x, e.transpose(x, List.of(0, 1, 2)));
    assertSame(x, e.slice(x, Range.whole(x.shape())));
    assertSame(x, e.pad(x, Range.whole(x.shape()), x.shape(), 1));
    assertSame(x, e.concat(List.of(x), 0));
    assertSame(x, e.transpose(e.transpose(x, List.of(1, 2, 0)), List.of(2, 0, 1)));
    Range falling = new Range(0, Dim.of(5), -1);
    assertSame(x, e.slice(e.slice(x, 0, falling), 0, falling));
  }

  @Test
  void movingAxesOfSizeOneIsAReshape() {
    Value row = variable("row", Dim.ONE, Dim.N, Dim.ONE, Dim.of(4));
    Value moved = e.transpose(row, List.of(1, 0, 3, 2));
    assertInstanceOf(Reshape.class, moved.primitive());
    assertEquals(Shape.of(Dim.N, Dim.ONE, Dim.of(4), Dim.ONE), moved.shape());
  }

  @Test
  void oneStepDoesTheWorkOfTwo() {
    Value twice = e.transpose(e.transpose(x, List.of(1, 0, 2)), List.of(0, 2, 1));
    assertEquals(new Transpose(x, List.of(1, 2, 0)), twice.primitive());
    Value inner = e.slice(x, 2, new Range(0, Dim.of(3), 2));
    Value outer = e.slice(inner, 2, new Range(1, Dim.of(2), -1));
    assertEquals(new Range(2, Dim.of(2), -2), ((Slice) outer.primitive()).ranges().get(2));
  }

  @Test
  void halvesPutTogetherAreTheWhole() {
    Value low = e.slice(x, 0, Range.of(0, Dim.of(2)));
    Value high = e.slice(x, 0, Range.of(2, Dim.of(3)));
    assertSame(x, e.concat(List.of(low, high), 0));
    assertEquals(new Concat(List.of(high, low), 0), e.concat(List.of(high, low), 0).primitive());
    assertSame(low, e.slice(e.concat(List.of(high, low), 0), 0, Range.of(3, Dim.of(2))));
  }

  @Test
  void aNumberIsTheSameEverywhere() {
    Value two = e.constant(2, x);
    assertInstanceOf(Constant.class, e.transpose(two, List.of(2, 0, 1)).primitive());
    assertInstanceOf(Constant.class, e.slice(two, 0, Range.of(1, Dim.of(2))).primitive());
    assertInstanceOf(Constant.class, e.concat(List.of(two, two), 0).primitive());
    Value size = e.size(Dim.N, x.shape(), x.type());
    assertInstanceOf(SizeConstant.class, e.slice(size, 0, Range.of(1, Dim.of(2))).primitive());
    List<Range> inside = new ArrayList<>(Range.whole(x.shape()));
    inside.set(0, Range.of(1, Dim.of(5)));
    Shape larger = x.shape().with(0, Dim.of(9));
    assertInstanceOf(Constant.class, e.pad(two, inside, larger, 2).primitive());
    assertInstanceOf(Pad.class, e.pad(two, inside, larger, 1).primitive());
  }

  @Test
  void whatIsStretchedStaysSo() {
    Value bias = e.broadcast(variable("bias", Dim.ONE, Dim.ONE, Dim.of(6)), x.shape());
    Value moved = e.transpose(bias, List.of(2, 0, 1));
    assertInstanceOf(Broadcast.class, moved.primitive());
    Value part = e.slice(bias, 0, Range.of(1, Dim.of(2)));
    assertEquals(bias.primitive().inputs(), part.primitive().inputs());
  }

  /// The gradient of a value that was split is made of the parts' gradients, without additions.
  @Test
  void theGradientOfASplitIsAConcatenation() {
    List<Value> parts =
        IntStream.range(0, 5).mapToObj(t -> e.slice(x, 0, Range.of(t, Dim.ONE))).toList();
    Value y = parts.getFirst();
    for (Value part : parts.subList(1, 5)) {
      y = e.multiply(y, part);
    }
    Graph graph =
        new Graph(
            "split",
            List.of(new Graph.NamedValue("x", x, true)),
            List.of(new Graph.Head("y", y, false)),
            List.of(),
            e);
    TrainingGraph training = Differentiator.differentiate(graph);
    Primitive gradient = training.gradients().getFirst().value().primitive();
    assertEquals(5, assertInstanceOf(Concat.class, gradient).inputs().size());
  }

  @Test
  void aConcatenationOfManyIsMadeOfFew() {
    List<Value> parts =
        IntStream.range(0, 300).mapToObj(i -> variable("x" + i, Dim.of(1 + i % 3), Dim.N)).toList();
    Value all = e.concat(parts, 0);
    assertEquals(Dim.of(600), all.shape().dim(0));
    for (Value value : Reachable.from(List.of(all))) {
      assertTrue(value.primitive().inputs().size() <= 64);
    }
  }

  /// Random chains, each made once with and once without leaving anything out.
  @Test
  void nothingThatIsLeftOutMatters() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Emitter emitter = new Emitter();
      Chain chain = new Chain(emitter, random);
      for (int i = 0; i < 6; i++) {
        chain.add();
      }
      double[] data = random.doubles(5 * 6 * 2 * N, -1, 1).toArray();
      Map<Value, double[]> results =
          Interpreter.evaluate(List.of(chain.made, chain.plain), N, Map.of("x", data));
      assertEquals(chain.plain.shape(), chain.made.shape());
      assertArrayEquals(results.get(chain.plain), results.get(chain.made), "chain " + seed);
    }
  }

  private static final class Chain {
    private final Emitter e;
    private final Random random;
    private Value made;
    private Value plain;

    Chain(Emitter e, Random random) {
      this.e = e;
      this.random = random;
      Shape shape = Shape.of(Dim.of(5), new Dim(2, true), Dim.of(6));
      made = e.emit(new Variable("x", Variable.Role.INPUT, shape, DataType.FLOAT64));
      if (random.nextInt(4) == 0) {
        made = e.add(made, e.broadcast(e.constant(2, made), shape));
      }
      if (random.nextInt(4) == 0) {
        Value sum = e.reduce(Reduce.Kind.SUM, made, List.of(random.nextInt(3)));
        made = e.broadcast(sum, shape);
      }
      plain = made;
    }

    void add() {
      Shape shape = made.shape();
      int axis = random.nextInt(shape.rank());
      switch (random.nextInt(4)) {
        case 0 -> {
          List<Integer> permutation = new ArrayList<>(Transpose.identity(shape.rank()));
          Collections.shuffle(permutation, random);
          made = e.transpose(made, permutation);
          plain = e.emit(new Transpose(plain, permutation));
        }
        case 1 -> {
          List<Range> ranges = shape.dims().stream().map(this::range).toList();
          made = e.slice(made, ranges);
          plain = e.emit(new Slice(plain, ranges));
        }
        case 2 -> {
          Dim dim = shape.dim(axis);
          Shape larger = shape.with(axis, new Dim(dim.size() + 2, dim.batch()));
          List<Range> ranges = new ArrayList<>(Range.whole(shape));
          ranges.set(axis, Range.of(random.nextInt(3), dim));
          made = e.pad(made, ranges, larger, 0);
          plain = e.emit(new Pad(plain, ranges, larger, 0));
        }
        default -> {
          List<Range> part = new ArrayList<>(Range.whole(shape));
          part.set(axis, range(shape.dim(axis)));
          made = e.concat(List.of(made, e.slice(made, part)), axis);
          Value slice = e.emit(new Slice(plain, part));
          plain = e.emit(new Concat(List.of(plain, slice), axis));
        }
      }
    }

    private Range range(Dim axis) {
      int size = 1 + random.nextInt((int) axis.size());
      int most = axis.batch() || size == 1 ? 1 : ((int) axis.size() - 1) / (size - 1);
      int step = 1 + random.nextInt(most);
      int extent = axis.batch() ? size : (size - 1) * step + 1;
      int from = random.nextInt((int) axis.size() - extent + 1);
      return new Range(from, new Dim(size, axis.batch()), random.nextBoolean() ? step : -step);
    }
  }
}
