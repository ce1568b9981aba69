package io.nacre.processor.layer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;

/// The shape and element type that a variable's annotation states.
final class DeclaredShape {
  /// `Symbol.BATCH`: the number that stands for N in a whole shape.
  static final int BATCH = -65521;

  private DeclaredShape() {}

  /// Tells the inference what `value` and `dtype` say.
  ///
  /// @param perSample whether the shape is that of one sample: N goes before it, and every
  ///     dimension must be known
  static void infer(Inference node, boolean perSample) {
    Attributes attributes = node.attributes();
    type(node);
    if (!attributes.written("value")) {
      return;
    }
    List<Integer> sizes = attributes.integers("value");
    List<Dim> dims = new ArrayList<>();
    if (perSample) {
      dims.add(Dim.N);
    }
    for (int axis = 0; axis < sizes.size(); axis++) {
      int size = sizes.get(axis);
      if (perSample ? isSample(node, axis, size) : isWhole(node, axis, size)) {
        dims.add(size < 0 ? new Dim(size / BATCH, true) : Dim.of(size));
      }
    }
    if (dims.size() == sizes.size() + (perSample ? 1 : 0)) {
      node.output(PartialShape.of(dims));
    }
  }

  /// Tells the inference what `dtype` says.
  static void type(Inference node) {
    Attributes attributes = node.attributes();
    if (attributes.written("dtype") && !attributes.constant("dtype").equals("INFERRED")) {
      node.type(DataType.valueOf(attributes.constant("dtype")));
    }
  }

  private static boolean isSample(Inference node, int axis, int size) {
    if (size < 0 && size % BATCH == 0) {
      String kind = node.attributes().kind();
      bad(
          node,
          axis,
          "N already is the first axis of every " + kind,
          "write the shape of one sample, without BATCH; for N on another axis use @Variable");
      return false;
    }
    if (size < 1) {
      bad(node, axis, "dimension " + size + " is not positive", "every dimension is at least 1");
      return false;
    }
    return true;
  }

  private static boolean isWhole(Inference node, int axis, int size) {
    if (size >= 0 || size % BATCH == 0) {
      return true;
    }
    // BATCH - 1000 is still far from any size that somebody means
    if (size < -1000) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.attributes().elementPlace("value", axis),
          "a dimension is a number or a multiple of BATCH, no other arithmetic of it",
          "fix the batch, @Model(batch = 64), and write the number");
    } else {
      bad(
          node,
          axis,
          "dimension " + size + " is negative",
          "every dimension is at least 1, 0 for one to infer, or a multiple of BATCH");
    }
    return false;
  }

  private static void bad(Inference node, int axis, String fact, String hint) {
    node.problem(ProblemId.BAD_SHAPE, node.attributes().elementPlace("value", axis), fact, hint);
  }
}
