package io.nacre.annotations;

/// How [Pooling] rounds the size of its output.
public enum PoolingConvention {
  /// Down: `floor((in + 2*pad - kernel) / stride) + 1`. What does not fill a window is left out.
  VALID,

  /// Up: `ceil((in + 2*pad - kernel) / stride) + 1`. The last window may reach beyond the padding.
  FULL
}
