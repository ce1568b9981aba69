package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The operands of a matrix product, and the inner axes that it sums over: one of each operand.
///
/// @param lhs with at least one axis
/// @param rhs with at least one axis
/// @param batched whether all axes but the last two are those of a batch
record Contraction(PartialShape lhs, PartialShape rhs, boolean batched) {

  /// Which operand is transposed.
  record Flags(boolean a, boolean b) {
    static Flags of(Attributes attributes) {
      return new Flags(attributes.flag("transposeA"), attributes.flag("transposeB"));
    }

    /// As the user would write the difference to `now`.
    private String change(Flags now) {
      List<String> changes = new ArrayList<>();
      if (a != now.a) {
        changes.add("transposeA = " + a);
      }
      if (b != now.b) {
        changes.add("transposeB = " + b);
      }
      return String.join(" and ", changes);
    }
  }

  int innerLeft(Flags flags) {
    return inner(lhs.rank(), flags.a());
  }

  int innerRight(Flags flags) {
    return inner(rhs.rank(), !flags.b());
  }

  /// The last axis, or the first of a matrix.
  private int inner(int rank, boolean first) {
    return first ? firstOfMatrix(rank) : rank - 1;
  }

  private int firstOfMatrix(int rank) {
    return batched ? rank - 2 : 0;
  }

  private Dim left(Flags flags) {
    return lhs.dim(innerLeft(flags));
  }

  private Dim right(Flags flags) {
    return rhs.dim(innerRight(flags));
  }

  /// Whether the inner sizes can be equal; otherwise it is reported.
  boolean agrees(Inference node) {
    Flags flags = Flags.of(node.attributes());
    Dim left = left(flags);
    Dim right = right(flags);
    if (!left.known() || !right.known() || left.equals(right)) {
      return true;
    }
    String a = node.source("lhs");
    String b = node.source("rhs");
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge("rhs"),
        "%s is %s and %s is %s: the inner sizes, axis %d of %s and axis %d of %s, are %s and %s"
            .formatted(
                a, lhs, b, rhs, innerLeft(flags), a, innerRight(flags), b, left, right),
        transposed(flags)
            .orElseGet(
                () ->
                    "make axis %d of %s %s, or axis %d of %s %s"
                        .formatted(innerRight(flags), b, left, innerLeft(flags), a, right)));
    return false;
  }

  /// The transposition with which the inner sizes are equal.
  private Optional<String> transposed(Flags now) {
    if (lhs.rank() == 1 && rhs.rank() == 1) {
      return Optional.empty();
    }
    List<Flags> others =
        List.of(
            new Flags(now.a(), !now.b()),
            new Flags(!now.a(), now.b()),
            new Flags(!now.a(), !now.b()));
    for (Flags other : others) {
      Dim left = left(other);
      if (left.known() && left.equals(right(other))) {
        return Optional.of("with %s it is %s".formatted(other.change(now), result(other)));
      }
    }
    return Optional.empty();
  }

  /// The shape of the product.
  PartialShape result(Flags flags) {
    if (lhs.rank() == 1 && rhs.rank() == 1) {
      return PartialShape.of(Dim.ONE);
    }
    List<Dim> dims = new ArrayList<>(lhs.dims());
    dims.remove(innerLeft(flags));
    List<Dim> rest = new ArrayList<>(rhs.dims());
    rest.remove(innerRight(flags));
    dims.addAll(batched ? rest.subList(rest.size() - 1, rest.size()) : rest);
    return PartialShape.of(dims);
  }

  /// What the product and the other operand say of the operands: what [#result] says backwards.
  void inferBack(Inference node) {
    Flags flags = Flags.of(node.attributes());
    node.shape(
        "lhs", Features.with(lhs, innerLeft(flags), right(flags)), ProblemId.SHAPE_MISMATCH);
    node.shape(
        "rhs", Features.with(rhs, innerRight(flags), left(flags)), ProblemId.SHAPE_MISMATCH);
    if (lhs.rank() == 1 && rhs.rank() == 1) {
      return;
    }
    PartialShape output = node.output();
    int outer = lhs.rank() - 1;
    PartialShape a = lhs;
    for (int i = 0; i < outer; i++) {
      a = Features.with(a, i < innerLeft(flags) ? i : i + 1, output.dim(i));
    }
    node.shape("lhs", a, ProblemId.SHAPE_MISMATCH);
    PartialShape b = rhs;
    int shared = batched ? rhs.rank() - 2 : 0;
    for (int i = 0; i < rhs.rank() - 1; i++) {
      int at = i < shared ? i : outer + i - shared;
      b = Features.with(b, i < innerRight(flags) ? i : i + 1, output.dim(at));
    }
    node.shape("rhs", b, ProblemId.SHAPE_MISMATCH);
  }

  /// The product of two matrices or two stacks of them.
  static Value product(Emitter e, Flags flags, Value a, Value b) {
    if (flags.a() && flags.b()) {
      // a^T b^T = (b a)^T
      Value turned = e.emit(new MatMul(MatMul.Form.NN, b, a));
      return e.transpose(
          turned, turned.shape().rank() == 2 ? List.of(1, 0) : List.of(0, 2, 1));
    }
    MatMul.Form form =
        flags.a() ? MatMul.Form.TN : flags.b() ? MatMul.Form.NT : MatMul.Form.NN;
    return e.emit(new MatMul(form, a, b));
  }
}
