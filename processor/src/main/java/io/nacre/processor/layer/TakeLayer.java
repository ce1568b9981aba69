package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `y[o,i,c] = a[o, indices[i], c]`, along one axis of a.
final class TakeLayer implements Layer {
  @Override
  public String annotation() {
    return "Take";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("a"), Argument.data("indices"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("indices", TypeRule.INDEX);
    PartialShape a = node.shape("a");
    if (!a.hasRank()) {
      return;
    }
    Optional<Integer> axis = Axes.check(node, "axis", "a", a.rank());
    if (axis.isEmpty()) {
      return;
    }
    int at = axis.get();
    PartialShape indices = node.shape("indices");
    PartialShape output = node.output();
    if (!indices.hasRank()) {
      if (output.hasRank() && output.rank() >= a.rank() - 1) {
        int rank = output.rank() - a.rank() + 1;
        node.shape(
            "indices",
            PartialShape.of(output.dims().subList(at, at + rank)),
            ProblemId.SHAPE_MISMATCH);
      }
      return;
    }
    List<Dim> dims = new ArrayList<>(a.dims());
    dims.remove(at);
    dims.addAll(at, indices.dims());
    node.output(PartialShape.of(dims));
    if (node.output().hasRank()) {
      inferBack(node, a, at, indices.rank());
    }
  }

  private static void inferBack(Inference node, PartialShape a, int axis, int rank) {
    List<Dim> output = node.output().dims();
    node.shape(
        "indices",
        PartialShape.of(output.subList(axis, axis + rank)),
        ProblemId.SHAPE_MISMATCH);
    List<Dim> dims = new ArrayList<>(output.subList(0, axis));
    dims.add(a.dim(axis));
    dims.addAll(output.subList(axis + rank, output.size()));
    node.shape("a", PartialShape.of(dims), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    Value a = node.argument("a");
    Value indices = node.indices("indices");
    int axis = Axes.of(node.attributes().integer("axis"), a.shape().rank());
    Value taken =
        new AxisView(a, axis)
            .gatherSlices(
                node.emitter(),
                Gather.Mode.valueOf(node.attributes().constant("mode")),
                indices,
                indices.shape().size());
    return node.emitter().reshape(taken, node.shape());
  }
}
