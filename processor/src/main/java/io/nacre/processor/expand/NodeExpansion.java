package io.nacre.processor.expand;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.BatchNumber;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Map;

/// What one layer sees while it is expanded.
///
/// A layer that computes sees one type only, the node's, and float32 for float16.
/// Its arguments are cast to that type, and what it makes of them to the node's.
record NodeExpansion(
    LayerNode node,
    TypedGraph graph,
    Map<LayerNode, List<Value>> values,
    Map<Value, Expander.Update> updates,
    boolean training,
    Emitter emitter)
    implements Expansion {

  @Override
  public String name() {
    return node.name();
  }

  @Override
  public Attributes attributes() {
    return node.attributes();
  }

  @Override
  public Value argument(String argument) {
    int index = index(argument);
    Value value = value(node.edges().get(index));
    boolean state = node.arguments().get(index).role() == Argument.Role.AUXILIARY;
    return seen(state ? current(value) : value);
  }

  @Override
  public Value indices(String argument) {
    Value indices = value(node.edges().get(index(argument)));
    DataType type = indices.type();
    // exact for every row that an array can have
    boolean many = type == DataType.INT32 || type == DataType.INT64 || type == DataType.FLOAT64;
    return many ? emitter.cast(indices, DataType.FLOAT64) : seen(indices);
  }

  private Value seen(Value value) {
    return node.layer().movesElements() ? value : emitter.cast(value, type());
  }

  private int index(String argument) {
    for (int i = 0; i < node.arguments().size(); i++) {
      if (node.arguments().get(i).name().equals(argument)) {
        return i;
      }
    }
    throw new IllegalArgumentException(node.name() + " has no argument " + argument);
  }

  @Override
  public Dim dim(int number) {
    return BatchNumber.dim(number, graph.layers().batch());
  }

  @Override
  public List<Value> arguments() {
    return node.edges().stream().map(this::value).map(this::seen).toList();
  }

  /// What the node before made of a state that several share, as if they ran one after the other.
  private Value current(Value state) {
    Expander.Update before = updates.get(state);
    return before == null
        ? state
        : emitter.blockGradient(before.value());
  }

  private Value value(LayerEdge edge) {
    return values.get(edge.node()).get(edge.output());
  }

  @Override
  public Shape shape(int output) {
    return graph.shape(node, output);
  }

  @Override
  public DataType type() {
    DataType type = graph.type(node);
    boolean stored =
        node.layer().movesElements() || !type.isFloat() && node.layer().takesWholeNumbers();
    return stored ? type : type.carrier();
  }

  /// The values of all outputs, in the node's type.
  List<Value> outputs() {
    return node.layer().expandAll(this).stream()
        .map(value -> emitter.cast(value, graph.type(node)))
        .toList();
  }

  @Override
  public void assign(String argument, Value value) {
    Value state = value(node.edges().get(index(argument)));
    if (!value.shape().equals(state.shape())) {
      throw new IllegalArgumentException(
          "the state %s is %s, not %s".formatted(argument, state.shape(), value.shape()));
    }
    updates.put(
        state, new Expander.Update(emitter, state, emitter.cast(value, state.type())));
  }
}
