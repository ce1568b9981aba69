package io.nacre.runtime.kernel;

import java.util.Arrays;

/// The kind and the sizes of a pooling of 1, 2 or 3 spatial axes, checked.
///
/// Image x[N, C, D, H, W], result y[N, C, OD, OH, OW], both dense. With fewer than three axes the
/// leading ones count as 1. The batch size N is not part of it.
public final class PoolingGeometry {
  private static final String[] AXIS_NAMES = {"depth", "height", "width"};

  final PoolingType type;
  final int channels;
  final PoolingAxis depth;
  final PoolingAxis height;
  final PoolingAxis width;
  final int power;

  /// D * H * W.
  final int inputs;

  /// OD * OH * OW.
  final int outputs;

  private final boolean countIncludePad;
  private final int rank;

  private PoolingGeometry(
      PoolingType type,
      int channels,
      int rank,
      PoolingAxis[] axes,
      boolean countIncludePad,
      int power) {
    this.type = type;
    this.channels = channels;
    this.rank = rank;
    this.countIncludePad = countIncludePad;
    this.power = power;
    depth = axes[0];
    height = axes[1];
    width = axes[2];
    inputs = product("image", depth.input, height.input, width.input);
    outputs = product("output", depth.output, height.output, width.output);
    product("sample", channels, inputs);
    product("sample's output", channels, outputs);
  }

  /// The geometry of a pooling; each array has one entry for each spatial axis, 1 to 3 of them.
  /// Global pooling is `kernel` = `input`, with stride 1 and pad 0.
  ///
  /// @param full whether the output size is rounded up, so that windows may reach over the edge
  /// @param countIncludePad whether an average divides by the size of the window with its padding
  /// @param pValue the exponent of [PoolingType#LP]: 1, 2 or 3; without meaning for the others
  /// @throws IllegalArgumentException if a size is out of range, or the kernel does not fit into
  ///     the padded input
  public static PoolingGeometry of(
      PoolingType type,
      int channels,
      int[] input,
      int[] kernel,
      int[] stride,
      int[] pad,
      boolean full,
      boolean countIncludePad,
      int pValue) {
    int rank = input.length;
    if (rank < 1 || rank > 3) {
      throw new IllegalArgumentException("pooling has 1 to 3 spatial axes, not " + rank);
    }
    requireLength(rank, "kernel", kernel);
    requireLength(rank, "stride", stride);
    requireLength(rank, "pad", pad);
    if (channels < 1) {
      throw new IllegalArgumentException("channels must be at least 1, not " + channels);
    }
    if (type == PoolingType.LP && (pValue < 1 || pValue > 3)) {
      throw new IllegalArgumentException("the exponent is 1, 2 or 3, not " + pValue);
    }
    PoolingAxis[] axes = {PoolingAxis.absent(), PoolingAxis.absent(), PoolingAxis.absent()};
    for (int i = 0; i < rank; i++) {
      int at = 3 - rank + i;
      axes[at] = PoolingAxis.of(AXIS_NAMES[at], input[i], kernel[i], stride[i], pad[i], full);
    }
    return new PoolingGeometry(type, channels, rank, axes, countIncludePad, pValue);
  }

  /// The spatial sizes of the result, one for each axis given.
  public int[] output() {
    int[] all = {depth.output, height.output, width.output};
    return Arrays.copyOfRange(all, 3 - rank, 3);
  }

  /// The elements of x that belong to one sample: C * D * H * W.
  public int sampleInputs() {
    return channels * inputs;
  }

  /// The elements of y that belong to one sample: C * OD * OH * OW.
  public int sampleOutputs() {
    return channels * outputs;
  }

  /// What the sum over the window of an output is divided by: 1, or its size if this is an average.
  int divisor(int od, int oh, int ow) {
    if (type != PoolingType.AVERAGE) {
      return 1;
    }
    if (countIncludePad) {
      return depth.extent(od) * height.extent(oh) * width.extent(ow);
    }
    return size(depth, od) * size(height, oh) * size(width, ow);
  }

  /// Whether the window of an output holds no input at all, as a window in the padding does.
  boolean isEmpty(int od, int oh, int ow) {
    return size(depth, od) == 0 || size(height, oh) == 0 || size(width, ow) == 0;
  }

  private static int size(PoolingAxis axis, int o) {
    return axis.to(o) - axis.from(o);
  }

  private static void requireLength(int rank, String what, int[] values) {
    if (values.length != rank) {
      throw new IllegalArgumentException(
          what + " has " + values.length + " entries for " + rank + " spatial axes");
    }
  }

  private static int product(String what, int... sizes) {
    long product = 1;
    for (int size : sizes) {
      product *= size;
      if (product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("the " + what + " has more than 2^31 - 1 elements");
      }
    }
    return (int) product;
  }
}
