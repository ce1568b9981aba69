package io.nacre.processor.ir;

/// What is asked of a variable's gradient; MXNet's `grad_req`.
public enum GradReq {
  /// There is none.
  NONE,
  /// Each backward pass writes it.
  WRITE,
  /// Each backward pass adds to it.
  ADD
}
