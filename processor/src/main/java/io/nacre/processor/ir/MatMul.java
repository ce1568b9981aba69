package io.nacre.processor.ir;

import java.util.List;

/// The product of two matrices, one of which may be read transposed.
///
///     NN  c[m,n] = a[m,k] b[k,n]
///     NT  c[m,n] = a[m,k] b[n,k]^T
///     TN  c[m,n] = a[k,m]^T b[k,n]
///
/// With three axes, a and b are stacks of equally many matrices, and c[i] is the product of a[i] and
/// b[i].
public record MatMul(Form form, Value a, Value b) implements Primitive {

  /// Which operand is transposed.
  public enum Form {
    NN,
    NT,
    TN
  }

  public MatMul {
    Shape left = a.shape();
    Shape right = b.shape();
    Check.that(
        left.rank() == right.rank() && (left.rank() == 2 || left.rank() == 3),
        "%s x %s",
        left,
        right);
    Check.that(
        left.rank() == 2 || left.dim(0).equals(right.dim(0)), "stacks %s x %s", left, right);
    Check.sameType(a, b, form);
    Dim k = form == Form.TN ? rows(a) : columns(a);
    Check.that(
        k.equals(form == Form.NT ? columns(b) : rows(b)), "%s %s x %s", form, left, right);
  }

  private static Dim rows(Value matrices) {
    return matrices.shape().dim(matrices.shape().rank() - 2);
  }

  private static Dim columns(Value matrices) {
    return matrices.shape().dim(matrices.shape().rank() - 1);
  }

  /// Whether a and b are stacks of matrices.
  public boolean stacked() {
    return a.shape().rank() == 3;
  }

  /// How many products there are; 1 for plain matrices.
  public Dim count() {
    return stacked() ? a.shape().dim(0) : Dim.ONE;
  }

  public Dim m() {
    return form == Form.TN ? columns(a) : rows(a);
  }

  public Dim n() {
    return form == Form.NT ? rows(b) : columns(b);
  }

  public Dim k() {
    return form == Form.TN ? rows(a) : columns(a);
  }

  @Override
  public List<Value> inputs() {
    return List.of(a, b);
  }

  @Override
  public Shape shape() {
    return stacked() ? Shape.of(count(), m(), n()) : Shape.of(m(), n());
  }

  @Override
  public DataType type() {
    return a.type();
  }

  /// With g[m,n] the gradient of c, and shapes telling the rest, for each matrix of a stack:
  ///
  ///     NN  da[m,k] = g[m,n] b[k,n]^T      db[k,n] = a[m,k]^T g[m,n]
  ///     NT  da[m,k] = g[m,n] b[n,k]        db[n,k] = g[m,n]^T a[m,k]
  ///     TN  da[k,m] = b[k,n] g[m,n]^T      db[k,n] = a[k,m] g[m,n]
  @Override
  public void differentiate(Value y, Value g, Gradients gradients) {
    Emitter e = gradients.emitter();
    if (gradients.wanted(a)) {
      gradients.add(
          a,
          e.emit(
              switch (form) {
                case NN -> new MatMul(Form.NT, g, b);
                case NT -> new MatMul(Form.NN, g, b);
                case TN -> new MatMul(Form.NT, b, g);
              }));
    }
    if (gradients.wanted(b)) {
      gradients.add(
          b,
          e.emit(
              switch (form) {
                case NN -> new MatMul(Form.TN, a, g);
                case NT -> new MatMul(Form.TN, g, a);
                case TN -> new MatMul(Form.NN, a, g);
              }));
    }
  }

  @Override
  public Dim flops() {
    return Flops.product(2, count(), m(), n(), k());
  }
}
