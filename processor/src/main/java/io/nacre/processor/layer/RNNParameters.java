package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/// The one vector of an RNN's parameters, cut into those of its cells: first all weights, then all
/// biases, and both by layer and then by direction.
///
/// They are cut out in the order in which they lie, so that their gradients join to that of the vector
/// without being added to zeros.
final class RNNParameters {

  /// What one layer and direction has.
  ///
  /// @param read the weight of what is read, `G*H x C`
  /// @param state the weight of the state, `G*H x H`
  /// @param readBias `1 x G*H`
  /// @param stateBias `1 x G*H`
  record OfCell(Value read, Value state, Value readBias, Value stateBias) {}

  private final Emitter e;
  private final Value vector;
  private final RNNSizes sizes;
  private final List<Value> weights = new ArrayList<>();
  private final List<Value> biases = new ArrayList<>();
  private long next;

  RNNParameters(Emitter emitter, Value vector, RNNSizes sizes, long input) {
    this.e = emitter;
    this.vector = vector;
    this.sizes = sizes;
    for (int layer = 0; layer < sizes.layers(); layer++) {
      for (int direction = 0; direction < sizes.directions(); direction++) {
        weights.add(cut(sizes.rows(), sizes.read(layer, input)));
        weights.add(cut(sizes.rows(), sizes.state()));
      }
    }
    for (int cell = 0; cell < sizes.layers() * sizes.directions(); cell++) {
      biases.add(cut(1, sizes.rows()));
      biases.add(cut(1, sizes.rows()));
    }
  }

  private Value cut(long rows, long columns) {
    Value part = e.slice(vector, 0, Range.of(next, Dim.of(rows * columns)));
    next += rows * columns;
    return e.reshape(part, Shape.of(rows, columns));
  }

  OfCell of(int layer, int direction) {
    int at = 2 * (layer * sizes.directions() + direction);
    return new OfCell(weights.get(at), weights.get(at + 1), biases.get(at), biases.get(at + 1));
  }
}
