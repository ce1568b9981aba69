package io.nacre.annotations;

/// What a backward pass does with the gradient of a [Parameter]; MXNet's `grad_req`.
public enum GradReq {
  /// It replaces what earlier passes left.
  WRITE,
  /// It adds to what earlier passes left, so that several passes make one update. The runtime's
  /// `zeroGradients` starts anew.
  ADD,
  /// Nothing: the parameter is frozen. No gradient is computed, and no optimizer changes it.
  NONE
}
