package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `y[r,u] = sum over k of x[r,k] weight[u,k] + bias[u]`: the rows r are N, or without `flatten`
/// all axes but the last.
final class FullyConnectedLayer implements Layer {
  @Override
  public String annotation() {
    return "FullyConnected";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    List<Argument> arguments =
        new ArrayList<>(List.of(Argument.data("data"), Argument.parameter("weight")));
    if (!attributes.flag("noBias")) {
      arguments.add(Argument.parameter("bias"));
    }
    return arguments;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    int size = node.attributes().integer("units");
    if (size < 1) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("units"),
          "units = %d is not positive".formatted(size),
          "use at least 1");
      return;
    }
    Dim units = Dim.of(size);
    boolean flatten = node.attributes().flag("flatten");
    inferBias(node, units);
    if (flatten) {
      node.output(PartialShape.of(Dim.UNKNOWN, units));
    }
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      node.shape("weight", PartialShape.of(units, Dim.UNKNOWN), ProblemId.WEIGHT_SHAPE);
      inferDataRank(node, flatten);
      return;
    }
    if (data.rank() == 0) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is a scalar, without rows".formatted(node.source("data")),
          "give it a shape of at least one axis");
      return;
    }
    int from = flatten ? 1 : data.rank() - 1;
    if (Features.holdBatch(data, from, data.rank())) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "%s %s has N among its features, so the weight's shape would depend on the batch size"
              .formatted(node.source("data"), data),
          (flatten && !data.dim(data.rank() - 1).batch() ? "set flatten = false, " : "")
              + "put N on the first axis, or fix the batch: @Model(batch = 64)");
      return;
    }
    Dim features = data.size(from, data.rank());
    node.shape(
        "weight",
        PartialShape.of(units, features),
        ProblemId.WEIGHT_SHAPE,
        node.source("data") + " gives " + features + " features" + factors(data, from));
    relate(node, data, from, units);
  }

  private static void inferBias(Inference node, Dim units) {
    PartialShape bias = node.shape("bias");
    boolean column = bias.hasRank() && bias.rank() == 2;
    PartialShape expected = column ? PartialShape.of(units, Dim.ONE) : PartialShape.of(units);
    node.shape("bias", expected, ProblemId.WEIGHT_SHAPE, "one number for each of the units");
  }

  private static void inferDataRank(Inference node, boolean flatten) {
    if (!flatten && node.output().hasRank()) {
      node.shape("data", PartialShape.ofRank(node.output().rank()), ProblemId.WRONG_RANK);
    }
  }

  private static void relate(Inference node, PartialShape data, int from, Dim units) {
    List<Dim> rows = new ArrayList<>(data.dims().subList(0, from));
    rows.add(units);
    node.output(PartialShape.of(rows));
    PartialShape output = node.output();
    PartialShape weight = node.shape("weight");
    if (!output.hasRank() || output.rank() != from + 1 || !weight.hasRank()) {
      return;
    }
    PartialShape back = Features.solve(data, from, data.rank(), weight.dim(1));
    for (int axis = 0; axis < from; axis++) {
      back = Features.with(back, axis, output.dim(axis));
    }
    node.shape("data", back, ProblemId.SHAPE_MISMATCH);
  }

  private static String factors(PartialShape data, int from) {
    return data.rank() - from < 2
        ? ""
        : " = " + PartialShape.of(data.dims().subList(from, data.rank()));
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    boolean flatten = attributes.flag("flatten");
    int rank = flatten ? 2 : data.rank();
    if (wanted.rank() != rank || wanted.dim(rank - 1).batch()) {
      return Optional.empty();
    }
    return wanted.dims().subList(0, rank - 1).equals(data.dims().subList(0, rank - 1))
        ? Optional.of("units = " + wanted.dim(rank - 1))
        : Optional.empty();
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument("data");
    Value weight = node.argument("weight");
    Dim units = weight.shape().dim(0);
    Dim features = weight.shape().dim(1);
    int from = node.attributes().flag("flatten") ? 1 : data.shape().rank() - 1;
    Value rows = e.reshape(data, Shape.of(data.shape().size(0, from), features));
    Value y = e.emit(new MatMul(MatMul.Form.NT, rows, weight));
    if (!node.attributes().flag("noBias")) {
      Value bias = e.reshape(node.argument("bias"), Shape.of(Dim.ONE, units));
      y = e.add(y, e.broadcast(bias, y.shape()));
    }
    return e.reshape(y, node.shape());
  }
}
