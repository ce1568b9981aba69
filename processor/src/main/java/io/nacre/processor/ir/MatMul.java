package io.nacre.processor.ir;

import java.util.List;

/// The product of two matrices, one of which may be read transposed.
///
///     NN  c[m,n] = a[m,k] b[k,n]
///     NT  c[m,n] = a[m,k] b[n,k]^T
///     TN  c[m,n] = a[k,m]^T b[k,n]
public record MatMul(Form form, Value a, Value b) implements Primitive {

  /// Which operand is transposed.
  public enum Form {
    NN,
    NT,
    TN
  }

  public MatMul {
    Check.that(a.shape().rank() == 2 && b.shape().rank() == 2, "%s x %s", a.shape(), b.shape());
    Check.sameType(a, b, form);
    Dim k = a.shape().dim(form == Form.TN ? 0 : 1);
    Check.that(
        k.equals(b.shape().dim(form == Form.NT ? 1 : 0)), "%s %s x %s", form, a.shape(), b.shape());
  }

  public Dim m() {
    return a.shape().dim(form == Form.TN ? 1 : 0);
  }

  public Dim n() {
    return b.shape().dim(form == Form.NT ? 0 : 1);
  }

  public Dim k() {
    return a.shape().dim(form == Form.TN ? 0 : 1);
  }

  @Override
  public List<Value> inputs() {
    return List.of(a, b);
  }

  @Override
  public Shape shape() {
    return Shape.of(m(), n());
  }

  @Override
  public DataType type() {
    return a.type();
  }

  /// With g[m,n] the gradient of c, and shapes telling the rest:
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
    return Flops.product(2, m(), n(), k());
  }
}
