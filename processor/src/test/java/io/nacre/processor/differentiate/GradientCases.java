package io.nacre.processor.differentiate;

import io.nacre.processor.ir.Convolution;
import io.nacre.processor.ir.ConvolutionDataGradient;
import io.nacre.processor.ir.ConvolutionWeightGradient;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.ScatterAdd;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.SortOrder;
import io.nacre.processor.ir.SizeConstant;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.ir.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One small graph a primitive, and one a pointwise function, to be differentiated.
final class GradientCases {
  private static final Window WINDOW =
      new Window(List.of(5, 6), List.of(3, 2), List.of(2, 1), List.of(1, 0), List.of(1, 2), false);
  private static final Filters FILTERS = new Filters(4, 6, 2, WINDOW);
  private static final Window POOLING =
      new Window(List.of(5, 6), List.of(3, 2), List.of(2, 2), List.of(1, 0), List.of(1, 1), true);

  /// Makes a value from variables that it declares through the builder.
  interface Build extends Function<Builder, Value> {}

  /// A graph under construction.
  static final class Builder {
    final Emitter e = new Emitter();
    final List<Value> variables = new ArrayList<>();

    Value variable(Dim... dims) {
      String name = "x" + variables.size();
      Value value =
          e.emit(
              new Variable(name, Variable.Role.PARAMETER, Shape.of(dims), DataType.FLOAT64));
      variables.add(value);
      return value;
    }
  }

  private GradientCases() {}

  static Map<String, Build> all() {
    Map<String, Build> cases = new LinkedHashMap<>();
    for (PointwiseFunction function : PointwiseFunction.values()) {
      if (function == PointwiseFunction.TRIGAMMA) {
        continue; // nothing differentiates it
      }
      cases.put("Pointwise " + function, b -> pointwise(b, function));
    }
    cases.put("Constant", b -> b.e.scale(b.variable(Dim.N, Dim.of(3)), 2.5));
    cases.put("SizeConstant", GradientCases::divideByBatch);
    cases.put("Index", b -> byIndex(b));
    cases.put(
        "RandomUniform",
        b -> {
          Value x = b.variable(Dim.N, Dim.of(3));
          return b.e.multiply(x, b.e.randomUniform(x.shape(), x.type()));
        });
    for (Reduce.Kind kind : Reduce.Kind.values()) {
      cases.put("Reduce " + kind, b -> reduce(b, kind));
    }
    cases.put(
        "Broadcast",
        b ->
            b.e.broadcast(
                b.variable(Dim.ONE, Dim.of(3), Dim.ONE), Shape.of(Dim.N, Dim.of(3), Dim.of(4))));
    cases.put(
        "Reshape",
        b -> b.e.reshape(b.variable(Dim.N, Dim.of(3), Dim.of(4)), Shape.of(Dim.N, Dim.of(12))));
    MovementCases.addTo(cases);
    cases.put("MatMul NN", b -> matMul(b, MatMul.Form.NN, Dim.N, 5, 5, 4));
    cases.put("MatMul NT", b -> matMul(b, MatMul.Form.NT, Dim.N, 5, 4, 5));
    cases.put("MatMul TN", b -> matMul(b, MatMul.Form.TN, Dim.of(5), 3, 5, 4));
    for (MatMul.Form form : MatMul.Form.values()) {
      cases.put("MatMul " + form + " of stacks", b -> stacks(b, form));
    }
    for (Gather.Mode mode : Gather.Mode.values()) {
      cases.put("Gather " + mode + " rows", b -> gather(b, mode, Dim.ONE, Dim.ONE));
      cases.put("Gather " + mode + " elements", b -> gather(b, mode, Dim.N, Dim.of(3)));
      cases.put("ScatterAdd " + mode + " rows", b -> scatterAdd(b, mode, Dim.N, Dim.ONE));
      cases.put("ScatterAdd " + mode + " elements", b -> scatterAdd(b, mode, Dim.ONE, Dim.of(3)));
    }
    for (boolean ascending : new boolean[] {true, false}) {
      cases.put("SortOrder " + ascending, b -> sorted(b, ascending));
    }
    cases.put(
        "Convolution",
        b -> b.e.emit(new Convolution(FILTERS, image(b, 4, WINDOW.input()), weights(b))));
    cases.put(
        "ConvolutionDataGradient",
        b ->
            b.e.emit(
                new ConvolutionDataGradient(FILTERS, image(b, 6, WINDOW.output()), weights(b))));
    cases.put(
        "ConvolutionWeightGradient",
        b ->
            b.e.emit(
                new ConvolutionWeightGradient(
                    FILTERS, image(b, 4, WINDOW.input()), image(b, 6, WINDOW.output()))));
    for (Pool.Kind kind : Pool.Kind.values()) {
      cases.put(
          "Pool " + kind,
          b -> b.e.emit(new Pool(kind, 3, POOLING, false, 2, image(b, 3, POOLING.input()))));
    }
    cases.put("shared value", GradientCases::sharedValue);
    return cases;
  }

  /// The elements by their order, which itself has no gradient.
  private static Value sorted(Builder b, boolean ascending) {
    Value x = b.variable(Dim.N, Dim.of(5), Dim.of(2));
    Value order = b.e.emit(new SortOrder(x, 1, ascending));
    return b.e.emit(new Gather(Gather.Mode.CLIP, x, order));
  }

  private static Value pointwise(Builder b, PointwiseFunction function) {
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      Value x = b.variable(Dim.N, Dim.of(7));
      inputs.add(inDomain(b.e, function, x));
    }
    return b.e.pointwise(function, inputs.toArray(Value[]::new));
  }

  private static Value inDomain(Emitter e, PointwiseFunction function, Value x) {
    return switch (function) {
      case LOG, LOG1P, LOG2, LOG10, SQRT, POWER, MODULO, GAMMA, GAMMALN, DIGAMMA ->
          e.add(e.multiply(x, x), e.constant(0.5, x));
      case ARCCOSH -> e.add(e.multiply(x, x), e.constant(1.5, x));
      case ARCSIN, ARCCOS, ARCTANH, ERFINV ->
          e.scale(e.pointwise(PointwiseFunction.TANH, x), 0.9);
      default -> x;
    };
  }

  private static Value divideByBatch(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(3));
    return b.e.divide(
        x, b.e.emit(new SizeConstant(Dim.N, x.shape(), x.type())));
  }

  private static Value byIndex(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(3), Dim.of(2));
    return b.e.multiply(x, b.e.index(1, x));
  }

  private static Value reduce(Builder b, Reduce.Kind kind) {
    return b.e.reduce(kind, b.variable(Dim.N, Dim.of(3), Dim.of(4)), List.of(0, 2));
  }

  private static Value matMul(Builder b, MatMul.Form form, Dim a0, int a1, int b0, int b1) {
    Value left = b.variable(a0, Dim.of(a1));
    Value right = b.variable(Dim.of(b0), Dim.of(b1));
    return b.e.emit(new MatMul(form, left, right));
  }

  /// 4 x 5 by 5 x 2, N times.
  private static Value stacks(Builder b, MatMul.Form form) {
    boolean turnsA = form == MatMul.Form.TN;
    boolean turnsB = form == MatMul.Form.NT;
    Value left = b.variable(Dim.N, Dim.of(turnsA ? 5 : 4), Dim.of(turnsA ? 4 : 5));
    Value right = b.variable(Dim.N, Dim.of(turnsB ? 2 : 5), Dim.of(turnsB ? 5 : 2));
    return b.e.emit(new MatMul(form, left, right));
  }

  private static Value gather(Builder b, Gather.Mode mode, Dim tables, Dim columns) {
    Value table = b.variable(Dim.N, Dim.of(4), Dim.of(3));
    return b.e.emit(new Gather(mode, table, indices(b, mode, tables, columns)));
  }

  private static Value scatterAdd(Builder b, Gather.Mode mode, Dim tables, Dim columns) {
    Value values = b.variable(Dim.N, Dim.of(6), Dim.of(3));
    Value indices = indices(b, mode, tables, columns);
    return b.e.emit(new ScatterAdd(mode, indices, values, Dim.of(4)));
  }

  /// Six of a table of 4 rows, some of them beyond it if the mode allows that.
  private static Value indices(Builder b, Gather.Mode mode, Dim tables, Dim columns) {
    Value x = b.variable(tables, Dim.of(6), columns);
    Value softSign = b.e.pointwise(PointwiseFunction.SOFTSIGN, x);
    return mode == Gather.Mode.RAISE
        ? b.e.scale(b.e.pointwise(PointwiseFunction.ABS, softSign), 3)
        : b.e.scale(x, 7);
  }

  private static Value image(Builder b, int channels, List<Integer> spatial) {
    return b.variable(Dim.N, Dim.of(channels), Dim.of(spatial.get(0)), Dim.of(spatial.get(1)));
  }

  private static Value weights(Builder b) {
    return b.variable(FILTERS.weightShape().dims().toArray(Dim[]::new));
  }

  /// One value, used three times in two ways.
  private static Value sharedValue(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(3));
    Value t = b.e.pointwise(PointwiseFunction.TANH, x);
    Value sum = b.e.broadcast(b.e.reduce(Reduce.Kind.SUM, t, List.of(1)), x.shape());
    return b.e.add(b.e.multiply(t, sum), t);
  }
}
