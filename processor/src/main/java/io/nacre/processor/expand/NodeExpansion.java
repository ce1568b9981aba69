package io.nacre.processor.expand;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.GradientOverride;
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
import java.util.Optional;

/// What one layer sees while it is expanded.
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
    return state ? current(value) : value;
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
    return node.edges().stream().map(this::value).toList();
  }

  /// What the node before made of a state that several share, as if they ran one after the other.
  private Value current(Value state) {
    Expander.Update before = updates.get(state);
    return before == null
        ? state
        : emitter.emit(new GradientOverride(before.value(), Optional.empty()));
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
    return graph.type(node);
  }

  @Override
  public void assign(String argument, Value value) {
    Value state = value(node.edges().get(index(argument)));
    updates.put(state, new Expander.Update(emitter, state, value));
  }
}
