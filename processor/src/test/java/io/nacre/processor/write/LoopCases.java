package io.nacre.processor.write;

import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values that are computed by one generated loop each, over sizes that suit no vector.
final class LoopCases {
  private static final List<Shape> SHAPES =
      List.of(
          Shape.of(Dim.N, Dim.of(3), Dim.of(67)),
          Shape.of(Dim.N, Dim.of(5), Dim.of(2)),
          Shape.of(Dim.of(3), Dim.N, Dim.of(17)),
          Shape.of(Dim.of(2), Dim.of(133), new Dim(2, true)),
          Shape.of(Dim.of(150)),
          Shape.of(new Dim(70, true)));

  private final DataType type;
  private final Map<String, Value> cases = new LinkedHashMap<>();
  private Emitter e;
  private int variables;

  private LoopCases(DataType type) {
    this.type = type;
  }

  /// Each case is a graph of its own.
  static Map<String, Value> all(DataType type) {
    LoopCases cases = new LoopCases(type);
    for (PointwiseFunction function : PointwiseFunction.values()) {
      cases.pointwise(function);
    }
    for (Shape shape : SHAPES) {
      for (int axes = 0; axes < 1 << shape.rank(); axes++) {
        cases.broadcast(shape, axes);
        for (Reduce.Kind kind : Reduce.Kind.values()) {
          cases.reduce(shape, axes, kind);
        }
      }
      cases.others(shape);
    }
    return cases.cases;
  }

  private void start() {
    e = new Emitter();
    variables = 0;
  }

  private Value variable(Shape shape) {
    return e.emit(
        new Variable("x" + variables++, Variable.Role.INPUT, shape, type));
  }

  private void pointwise(PointwiseFunction function) {
    start();
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      inputs.add(variable(Shape.of(Dim.N, Dim.of(37))));
    }
    cases.put(function.name(), e.pointwise(function, inputs.toArray(Value[]::new)));
  }

  /// `tanh(x + y)`, with y of size 1 along the axes whose bit is set.
  private void broadcast(Shape shape, int axes) {
    start();
    Shape small = shape;
    for (int axis = 0; axis < shape.rank(); axis++) {
      small = (axes >> axis & 1) == 1 ? small.with(axis, Dim.ONE) : small;
    }
    Value sum = e.add(variable(shape), e.broadcast(variable(small), shape));
    cases.put("broadcast " + small + " to " + shape, e.pointwise(PointwiseFunction.TANH, sum));
  }

  /// A sum, maximum or minimum of `x * x`, or a product of `1 + x * x / 512`, over the axes whose
  /// bit is set.
  private void reduce(Shape shape, int axes, Reduce.Kind kind) {
    List<Integer> reduced = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      if ((axes >> axis & 1) == 1) {
        reduced.add(axis);
      }
    }
    if (!reduced.isEmpty()) {
      start();
      Value x = variable(shape);
      Value square = e.multiply(x, x);
      boolean product = kind == Reduce.Kind.PRODUCT;
      Value element = product ? e.add(e.scale(square, 1.0 / 512), e.constant(1, x)) : square;
      cases.put(kind + " over " + reduced + " of " + shape, e.reduce(kind, element, reduced));
    }
  }

  private void others(Shape shape) {
    for (int axis = 0; axis < shape.rank(); axis++) {
      start();
      Value x = variable(shape);
      Value index = e.index(axis, x);
      cases.put("index " + axis + " of " + shape, e.add(x, e.multiply(index, index)));
    }
    start();
    cases.put("constant " + shape, e.emit(new Constant(-0.5, shape, type)));
    start();
    Value x = variable(shape);
    cases.put("size " + shape, e.divide(x, e.size(new Dim(3, true), shape, type)));
    start();
    Value a = variable(shape);
    cases.put("negative constant " + shape, e.negate(e.add(a, e.constant(-2.5, a))));
  }
}
