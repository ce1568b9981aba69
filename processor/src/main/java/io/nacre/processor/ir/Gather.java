package io.nacre.processor.ir;

import java.util.List;

/// Picks along the middle axis of a table: `y[o,k,c] = x[o, row(j[o,k,c]), c]`.
///
/// The indices are numbers of the table's type, or float64, which are exact for tables of any length.
/// Where their first or last axis has size 1, one index
/// serves all of that axis: an embedding has indices `1 x K x 1`, and picks whole rows of its one
/// table.
public record Gather(Mode mode, Value table, Value indices) implements Primitive {

  /// Which row an index means. A fraction is cut off, towards 0.
  public enum Mode {
    /// The nearest row.
    CLIP,
    /// Counted around: -1 is the last row, and one past it the first.
    WRAP,
    /// The row of that number; any other number is an error when the graph runs.
    RAISE
  }

  public Gather {
    checkIndices(table.shape(), indices.shape());
    checkType(table, indices);
  }

  /// The indices of a table `outer x rows x columns`, whatever its rows.
  static void checkIndices(Shape table, Shape indices) {
    boolean fits =
        table.rank() == 3
            && indices.rank() == 3
            && (indices.dim(0).is(1) || indices.dim(0).equals(table.dim(0)))
            && (indices.dim(2).is(1) || indices.dim(2).equals(table.dim(2)));
    Check.that(fits, "indices %s of a table %s", indices, table);
  }

  static void checkType(Value values, Value indices) {
    Check.that(values.type().hasKernels(), "a table of %s", values.type());
    Check.that(
        indices.type() == values.type() || indices.type() == DataType.FLOAT64,
        "%s indices of %s",
        indices.type(),
        values.type());
  }

  @Override
  public List<Value> inputs() {
    return List.of(table, indices);
  }

  @Override
  public Shape shape() {
    return table.shape().with(1, indices.shape().dim(1));
  }

  @Override
  public DataType type() {
    return table.type();
  }

  /// dx[o,r,c] = the sum over k of dy[o,k,c] where j[o,k,c] means row r. An index has no gradient.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    if (gradients.wanted(table)) {
      gradients.add(
          table,
          gradients.emitter().emit(new ScatterAdd(mode, indices, dy, table.shape().dim(1))));
    }
  }
}
