package io.nacre.processor.golden;

/// An operator, an attribute of one, or a shape of graph, that cannot be written as a model yet.
public final class UnsupportedOperator extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param what the operator's name first: `Convolution layout=NHWC`
  public UnsupportedOperator(String what) {
    super(what);
  }
}
