package io.nacre.processor.resolve;

import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Place;
import java.util.List;

/// The value that an argument of a node takes: an output of another node.
public record LayerEdge(LayerNode node, int output, Place place) {

  /// What the value is called as an output of the graph: the node's name, or with the output's where
  /// there are several: `out`, `split_output1`.
  public String headName() {
    List<String> outputs = node.layer().outputs(node.attributes());
    return outputs.size() == 1 ? node.name() : node.name() + "_" + outputs.get(output);
  }

  /// MXNet's name for it in `list_outputs`: `out_output`, `split_output1`; a variable's own.
  public String outputName() {
    return node.layer().variable() == VariableKind.NONE
        ? node.name() + "_" + node.layer().outputs(node.attributes()).get(output)
        : node.name();
  }

  /// `conv1`, `split[1]`.
  String text() {
    return output == 0 ? node.name() : node.name() + "[" + output + "]";
  }
}
