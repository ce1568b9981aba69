package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// [RNNLayer] in primitives, step by step: the number of steps is known.
final class RNNExpansion {
  private final Expansion node;
  private final Attributes attributes;
  private final Emitter e;
  private final RNNSizes sizes;
  private final RNNParameters parameters;
  private final List<RNNCell.States> last = new ArrayList<>();

  RNNExpansion(Expansion node) {
    this.node = node;
    attributes = node.attributes();
    e = node.emitter();
    sizes = RNNSizes.of(attributes);
    long input = node.argument("data").shape().dim(2).size();
    parameters = new RNNParameters(e, node.argument("parameters"), sizes, input);
  }

  List<Value> outputs() {
    Value x = node.argument("data");
    for (int layer = 0; layer < sizes.layers(); layer++) {
      List<Value> directions = new ArrayList<>();
      for (int direction = 0; direction < sizes.directions(); direction++) {
        directions.add(walk(x, layer, direction));
      }
      x = e.concat(directions, 2);
      if (layer < sizes.layers() - 1 && node.training()) {
        x = DropoutLayer.drop(e, x, attributes.number("p"), x.shape());
      }
    }
    List<Value> outputs = new ArrayList<>(List.of(x));
    if (attributes.flag("stateOutputs")) {
      outputs.add(stacked(last.stream().map(RNNCell.States::hidden).toList()));
      if (last.getFirst().cell().isPresent()) {
        outputs.add(stacked(last.stream().map(states -> states.cell().orElseThrow()).toList()));
      }
    }
    return outputs;
  }

  /// One layer in one direction: its states after each step, `T x N x H`.
  private Value walk(Value x, int layer, int direction) {
    RNNCell cell = new RNNCell(e, attributes, parameters.of(layer, direction));
    Value read = cell.read(x);
    int steps = (int) x.shape().dim(0).size();
    Value[] outputs = new Value[steps];
    RNNCell.States states = first(layer * sizes.directions() + direction);
    for (int step = 0; step < steps; step++) {
      int t = direction == 0 ? step : steps - 1 - step;
      RNNCell.States next = cell.step(at(read, t), states);
      outputs[t] = next.hidden();
      if (attributes.flag("useSequenceLength")) {
        outputs[t] = within(t, next.hidden(), e.zeros(next.hidden()));
        next = within(t, next, states);
      }
      states = next;
    }
    last.add(states);
    return stacked(Arrays.asList(outputs));
  }

  private RNNCell.States first(int index) {
    boolean lstm = attributes.constant("mode").equals("LSTM");
    return new RNNCell.States(
        at(node.argument("state"), index),
        lstm ? Optional.of(at(node.argument("state_cell"), index)) : Optional.empty());
  }

  private RNNCell.States within(int t, RNNCell.States next, RNNCell.States before) {
    return new RNNCell.States(
        within(t, next.hidden(), before.hidden()),
        next.cell().map(cell -> within(t, cell, before.cell().orElseThrow())));
  }

  /// `a` for the sequences that have a step t, `b` for those that have ended.
  private Value within(int t, Value a, Value b) {
    Value lengths = node.argument("sequence_length");
    Value column = e.reshape(lengths, Shape.of(lengths.shape().dim(0), Dim.ONE));
    return e.selectGreater(e.constant(t + 1, a), e.broadcast(column, a.shape()), b, a);
  }

  /// One element along the first of three axes.
  private Value at(Value value, int index) {
    Shape shape = value.shape();
    return e.reshape(
        e.slice(value, 0, Range.of(index, Dim.ONE)), Shape.of(shape.dim(1), shape.dim(2)));
  }

  /// Values `N x H` as `count x N x H`.
  private Value stacked(List<Value> values) {
    return e.concat(
        values.stream()
            .map(
                value ->
                    e.reshape(
                        value, Shape.of(Dim.ONE, value.shape().dim(0), value.shape().dim(1))))
            .toList(),
        0);
  }
}
