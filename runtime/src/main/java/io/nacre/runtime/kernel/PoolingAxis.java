package io.nacre.runtime.kernel;

/// One spatial axis of a pooling: which inputs each output sees.
///
/// The window of output `o` starts at input `o * stride - pad` and has `kernel` inputs, of which
/// some may lie in the padding or, in the full convention, beyond it.
final class PoolingAxis {
  final int input;
  final int kernel;
  final int stride;
  final int pad;

  /// The number of outputs: floor, or in the full convention ceil, of (input + 2 pad - kernel) /
  /// stride, + 1.
  final int output;

  private final int[] from;
  private final int[] to;
  private final int[] extent;

  private PoolingAxis(int input, int kernel, int stride, int pad, int output) {
    this.input = input;
    this.kernel = kernel;
    this.stride = stride;
    this.pad = pad;
    this.output = output;
    from = new int[output];
    to = new int[output];
    extent = new int[output];
    for (int o = 0; o < output; o++) {
      int start = o * stride - pad;
      int end = Math.min(start + kernel, input + pad);
      extent[o] = end - start;
      from[o] = Math.clamp(start, 0, input);
      to[o] = Math.clamp(end, from[o], input);
    }
  }

  static PoolingAxis of(String name, int input, int kernel, int stride, int pad, boolean full) {
    requireAtLeast(1, name + " input", input);
    requireAtLeast(1, name + " kernel", kernel);
    requireAtLeast(1, name + " stride", stride);
    requireAtLeast(0, name + " pad", pad);
    long padded = input + 2L * pad;
    if (kernel > padded) {
      throw new IllegalArgumentException(
          name + " kernel " + kernel + " is larger than the padded input " + padded);
    }
    long steps = full ? Math.ceilDiv(padded - kernel, stride) : (padded - kernel) / stride;
    return new PoolingAxis(input, kernel, stride, pad, Math.toIntExact(steps + 1));
  }

  /// An axis that is not there: one input, one output.
  static PoolingAxis absent() {
    return of("absent", 1, 1, 1, 0, false);
  }

  /// The first input that exists in the window of output `o`.
  int from(int o) {
    return from[o];
  }

  /// One past the last input that exists in the window of output `o`; [#from] if there is none.
  int to(int o) {
    return to[o];
  }

  /// The length of the window of output `o` with its padding, but not what lies beyond the padding.
  int extent(int o) {
    return extent[o];
  }

  /// Whether output `o` sees exactly the inputs `2 o` and `2 o + 1`, for every `o`.
  boolean isHalving() {
    return kernel == 2 && stride == 2 && pad == 0 && 2 * output <= input;
  }

  private static void requireAtLeast(int least, String what, int value) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
    }
  }
}
