package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One layer of an RNN in one direction: what it makes of a step and of its states, `N x H`. See the
/// annotation's `RNNMode` for the formulas.
final class RNNCell {

  /// @param cell only for LSTM
  record States(Value hidden, Optional<Value> cell) {}

  private final Emitter e;
  private final Attributes attributes;
  private final String mode;
  private final int size;
  private final RNNParameters.OfCell parameters;

  RNNCell(Emitter emitter, Attributes attributes, RNNParameters.OfCell parameters) {
    this.e = emitter;
    this.attributes = attributes;
    this.mode = attributes.constant("mode");
    this.size = attributes.integer("stateSize");
    this.parameters = parameters;
  }

  /// What all steps read, times its weight: `T x N x G*H`. The biases are in it, but for GRU those of
  /// the state, which the reset gate multiplies.
  Value read(Value x) {
    Shape shape = x.shape();
    Value rows = e.reshape(x, Shape.of(shape.size(0, 2), shape.dim(2)));
    Value product = e.emit(new MatMul(MatMul.Form.NT, rows, parameters.read()));
    Value bias =
        mode.equals("GRU")
            ? parameters.readBias()
            : e.add(parameters.readBias(), parameters.stateBias());
    Value sum = e.add(product, e.broadcast(bias, product.shape()));
    return e.reshape(sum, shape.with(2, product.shape().dim(1)));
  }

  /// The states after a step.
  ///
  /// @param read what [#read] made for the step, `N x G*H`
  States step(Value read, States before) {
    Value state =
        e.emit(new MatMul(MatMul.Form.NT, before.hidden(), parameters.state()));
    return switch (mode) {
      case "LSTM" -> lstm(e.add(read, state), before.cell().orElseThrow());
      case "GRU" -> gru(read, state, before.hidden());
      case "RNN_TANH" -> only(e.pointwise(PointwiseFunction.TANH, e.add(read, state)));
      case "RNN_RELU" -> only(e.pointwise(PointwiseFunction.RELU, e.add(read, state)));
      default -> throw new IllegalStateException(mode);
    };
  }

  private static States only(Value hidden) {
    return new States(hidden, Optional.empty());
  }

  /// All gates are cut out before the first is used: workers need not wait between them.
  private States lstm(Value sum, Value cell) {
    List<Value> gates = gates(sum);
    Value input = e.label("input", sigmoid(gates.get(0)));
    Value forget = e.label("forget", sigmoid(gates.get(1)));
    Value candidate = e.label("candidate", tanh(gates.get(2)));
    Value output = e.label("output", sigmoid(gates.get(3)));
    Value kept = e.add(e.multiply(forget, cell), e.multiply(input, candidate));
    Value next = e.label("cell", clipped(kept));
    return new States(e.multiply(output, tanh(next)), Optional.of(next));
  }

  private States gru(Value read, Value state, Value before) {
    List<Value> x = gates(read);
    List<Value> h = gates(state);
    List<Value> biases = gates(parameters.stateBias());
    for (int gate = 0; gate < h.size(); gate++) {
      Value bias = e.broadcast(biases.get(gate), before.shape());
      h.set(gate, e.add(h.get(gate), bias));
    }
    Value reset = e.label("reset", sigmoid(e.add(x.get(0), h.get(0))));
    Value update = e.label("update", sigmoid(e.add(x.get(1), h.get(1))));
    Value candidate =
        e.label("candidate", tanh(e.add(x.get(2), e.multiply(reset, h.get(2)))));
    Value rest = e.subtract(e.constant(1, update), update);
    return only(e.add(e.multiply(rest, candidate), e.multiply(update, before)));
  }

  /// The columns of each gate.
  private List<Value> gates(Value all) {
    List<Value> gates = new ArrayList<>();
    int count = (int) (all.shape().dim(1).size() / size);
    for (int gate = 0; gate < count; gate++) {
      gates.add(e.slice(all, 1, Range.of((long) gate * size, Dim.of(size))));
    }
    return gates;
  }

  /// A comparison with NaN is false, which decides what becomes of it.
  private Value clipped(Value cell) {
    Value min = e.constant(attributes.number("lstmStateClipMin"), cell);
    Value max = e.constant(attributes.number("lstmStateClipMax"), cell);
    boolean limited =
        Double.isFinite(attributes.number("lstmStateClipMin"))
            || Double.isFinite(attributes.number("lstmStateClipMax"));
    if (!limited) {
      return cell;
    }
    Value below = e.selectGreater(cell, max, max, cell);
    return attributes.flag("lstmStateClipNan")
        ? e.selectGreater(below, min, below, min)
        : e.selectGreater(min, below, min, below);
  }

  private Value sigmoid(Value x) {
    return e.pointwise(PointwiseFunction.SIGMOID, x);
  }

  private Value tanh(Value x) {
    return e.pointwise(PointwiseFunction.TANH, x);
  }
}
