package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;

/// Recurrent layers over data `T x N x C`, unrolled by [RNNExpansion].
final class RNNLayer implements Layer {
  @Override
  public String annotation() {
    return "RNN";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    List<Argument> arguments =
        new ArrayList<>(
            List.of(
                Argument.data("data"), Argument.parameter("parameters"), Argument.data("state")));
    if (isLstm(attributes)) {
      arguments.add(Argument.data("state_cell"));
    }
    if (attributes.flag("useSequenceLength")) {
      arguments.add(Argument.data("sequence_length"));
    }
    return arguments;
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    List<String> outputs = new ArrayList<>(List.of("output"));
    if (attributes.flag("stateOutputs")) {
      outputs.add("state_output");
      if (isLstm(attributes)) {
        outputs.add("statecell_output");
      }
    }
    return outputs;
  }

  private static boolean isLstm(Attributes attributes) {
    return attributes.constant("mode").equals("LSTM");
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!RNNCheck.attributes(node)) {
      return;
    }
    RNNSizes sizes = RNNSizes.of(node.attributes());
    if (!RNNCheck.rank(node)) {
      return;
    }
    PartialShape data = node.shape("data");
    if (!RNNCheck.data(node, data)) {
      return;
    }
    inferParameters(node, sizes, data.dim(2));
    inferBatch(node, sizes);
  }

  private static void inferParameters(Inference node, RNNSizes sizes, Dim input) {
    Dim count = input.known() ? Dim.of(sizes.parameters(input.size())) : Dim.UNKNOWN;
    node.shape(
        "parameters",
        PartialShape.of(count),
        ProblemId.WEIGHT_SHAPE,
        "%s gives %s numbers a step, for %d layer%s of %d"
            .formatted(
                node.source("data"), input, sizes.layers(), sizes.layers() == 1 ? "" : "s",
                sizes.state()));
    PartialShape known = node.shape("parameters");
    if (known.hasRank() && known.rank() == 1) {
      Dim back = sizes.input(known.dim(0));
      node.shape(
          "data", PartialShape.of(Dim.UNKNOWN, Dim.UNKNOWN, back), ProblemId.WEIGHT_SHAPE);
    }
  }

  /// T and N of the data, the output and the states are the same.
  private void inferBatch(Inference node, RNNSizes sizes) {
    Dim time = node.shape("data").dim(0);
    node.output(sizes.output(time, node.shape("data").dim(1)));
    PartialShape output = node.output();
    if (!output.hasRank() || output.rank() != 3) {
      return;
    }
    node.shape(
        "data",
        PartialShape.of(output.dim(0), output.dim(1), Dim.UNKNOWN),
        ProblemId.SHAPE_MISMATCH);
    List<String> states =
        isLstm(node.attributes()) ? List.of("state", "state_cell") : List.of("state");
    for (String state : states) {
      if (!RNNCheck.state(node, state, sizes.states(output.dim(1)))) {
        return;
      }
      node.output(sizes.output(output.dim(0), node.shape(state).dim(1)));
    }
    for (int i = 1; i < outputs(node.attributes()).size(); i++) {
      node.output(i, sizes.states(node.output().dim(1)));
    }
    if (node.attributes().flag("useSequenceLength")) {
      RNNCheck.lengths(node, node.output().dim(1));
    }
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    return new RNNExpansion(node).outputs();
  }
}
