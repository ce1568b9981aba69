package io.nacre.runtime.kernel;

/// One spatial axis of a convolution: how outputs and kernel taps meet the inputs.
///
/// Output `o` and tap `k` read input `o * stride - pad + k * dilate`, which may lie in the padding.
/// Which outputs stay inside the image is known for each tap beforehand, so no loop tests it.
final class ConvolutionAxis {
  final int input;
  final int kernel;
  final int stride;
  final int pad;
  final int dilate;

  /// The number of outputs: floor((input + 2 pad - (dilate (kernel - 1) + 1)) / stride) + 1.
  final int output;

  private final int[] from;
  private final int[] to;

  private ConvolutionAxis(int input, int kernel, int stride, int pad, int dilate, int output) {
    this.input = input;
    this.kernel = kernel;
    this.stride = stride;
    this.pad = pad;
    this.dilate = dilate;
    this.output = output;
    from = new int[kernel];
    to = new int[kernel];
    for (int k = 0; k < kernel; k++) {
      int offset = k * dilate - pad;
      from[k] = Math.clamp(Math.ceilDiv(-offset, stride), 0, output);
      to[k] = Math.clamp(Math.floorDiv(input - 1 - offset, stride) + 1, from[k], output);
    }
  }

  static ConvolutionAxis of(String name, int input, int kernel, int stride, int pad, int dilate) {
    requireAtLeast(1, name + " input", input);
    requireAtLeast(1, name + " kernel", kernel);
    requireAtLeast(1, name + " stride", stride);
    requireAtLeast(0, name + " pad", pad);
    requireAtLeast(1, name + " dilate", dilate);
    long reach = (long) dilate * (kernel - 1) + 1;
    long padded = input + 2L * pad;
    if (reach > padded) {
      throw new IllegalArgumentException(
          name + " kernel reaches over " + reach + " of a padded input of " + padded);
    }
    int output = Math.toIntExact((padded - reach) / stride + 1);
    return new ConvolutionAxis(input, kernel, stride, pad, dilate, output);
  }

  /// An axis that is not there: one input, one tap, one output.
  static ConvolutionAxis absent() {
    return of("absent", 1, 1, 1, 0, 1);
  }

  /// The first output whose tap `k` reads an input that exists.
  int from(int k) {
    return from[k];
  }

  /// One past the last output whose tap `k` reads an input that exists.
  int to(int k) {
    return to[k];
  }

  /// The input that tap `k` of output `o` reads.
  int input(int o, int k) {
    return o * stride - pad + k * dilate;
  }

  /// Whether tap `k` of output `o` reads an input that exists.
  boolean reads(int o, int k) {
    return from[k] <= o && o < to[k];
  }

  /// Whether output `o` is input `o`.
  boolean isIdentity() {
    return kernel == 1 && stride == 1 && pad == 0;
  }

  /// Whether the kernel lies on the whole input, once.
  boolean isWhole() {
    return kernel == input && pad == 0;
  }

  private static void requireAtLeast(int least, String what, int value) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
    }
  }
}
