package io.nacre.processor.ir;

import java.util.List;

/// Adds up what belongs to the same row: `x[o,r,c]` is the sum over k of `y[o,k,c]` where the index
/// `j[o,k,c]` means row r, in rising order of k, and 0 for a row that no index means.
///
/// It is the gradient of [Gather], whose indices it takes. In RAISE mode they have been checked by
/// then.
public record ScatterAdd(Gather.Mode mode, Value indices, Value values, Dim rows)
    implements Primitive {
  public ScatterAdd {
    Gather.checkIndices(values.shape(), indices.shape());
    Check.that(
        indices.shape().dim(1).equals(values.shape().dim(1)),
        "indices %s of values %s",
        indices.shape(),
        values.shape());
    Gather.checkType(values, indices);
  }

  @Override
  public List<Value> inputs() {
    return List.of(indices, values);
  }

  @Override
  public Shape shape() {
    return values.shape().with(1, rows);
  }

  @Override
  public DataType type() {
    return values.type();
  }

  /// dy[o,k,c] = g[o, row(j[o,k,c]), c]
  @Override
  public void differentiate(Value x, Value g, Gradients gradients) {
    if (gradients.wanted(values)) {
      gradients.add(values, gradients.emitter().emit(new Gather(mode, g, indices)));
    }
  }

  @Override
  public Dim flops() {
    return values.shape().size();
  }
}
