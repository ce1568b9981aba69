package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `y[i] = weight[data[i]]`, a row for each element of the data.
final class EmbeddingLayer implements Layer {
  @Override
  public String annotation() {
    return "Embedding";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.parameter("weight"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    DeclaredShape.type(node);
    node.type("data", TypeRule.INDEX);
    if (!Numbers.positive(node, "inputDim") || !Numbers.positive(node, "outputDim")) {
      return;
    }
    Dim rows = Dim.of(node.attributes().integer("inputDim"));
    Dim length = Dim.of(node.attributes().integer("outputDim"));
    node.shape(
        "weight",
        PartialShape.of(rows, length),
        ProblemId.WEIGHT_SHAPE,
        "inputDim x outputDim");
    PartialShape data = node.shape("data");
    if (data.hasRank()) {
      List<Dim> dims = new ArrayList<>(data.dims());
      dims.add(length);
      node.output(PartialShape.of(dims));
    }
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() > 0) {
      node.shape(
          "data",
          PartialShape.of(output.dims().subList(0, output.rank() - 1)),
          ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    int rank = data.rank();
    boolean lengthOnly =
        wanted.rank() == rank + 1
            && wanted.dims().subList(0, rank).equals(data.dims())
            && !wanted.dim(rank).batch();
    return lengthOnly ? Optional.of("outputDim = " + wanted.dim(rank)) : Optional.empty();
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.indices("data");
    Value weight = node.argument("weight");
    Value table =
        e.reshape(weight, Shape.of(Dim.ONE, weight.shape().dim(0), weight.shape().dim(1)));
    Value indices = e.reshape(data, Shape.of(Dim.ONE, data.shape().size(), Dim.ONE));
    return e.reshape(e.emit(new Gather(Gather.Mode.CLIP, table, indices)), node.shape());
  }
}
