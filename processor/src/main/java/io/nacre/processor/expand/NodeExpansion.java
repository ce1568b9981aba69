package io.nacre.processor.expand;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.resolve.LayerNode;
import java.util.Map;

/// What one layer sees while it is expanded.
record NodeExpansion(
    LayerNode node,
    TypedGraph graph,
    Map<LayerNode, Value> values,
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
    for (int i = 0; i < node.arguments().size(); i++) {
      if (node.arguments().get(i).name().equals(argument)) {
        return values.get(node.edges().get(i).node());
      }
    }
    throw new IllegalArgumentException(node.name() + " has no argument " + argument);
  }

  @Override
  public Shape shape() {
    return graph.shape(node);
  }

  @Override
  public DataType type() {
    return graph.type(node);
  }
}
