package io.nacre.runtime.kernel;

import java.util.Arrays;

/// The sizes of a convolution of 1, 2 or 3 spatial axes, checked, with what follows from them.
///
/// Image x[N, C, D, H, W], weights w[F, C/groups, KD, KH, KW], result y[N, F, OD, OH, OW], all
/// dense. With fewer than three axes the leading ones count as 1. The batch size N is not part of
/// it.
public final class ConvolutionGeometry {
  /// How many elements of the column matrix are made before they are used: they stay in the cache.
  private static final int COLUMN_BUDGET = 1 << 18;

  private static final int VECTOR_PANEL = 64;

  private static final String[] AXIS_NAMES = {"depth", "height", "width"};

  final int channels;
  final int filters;
  final int groups;
  final int groupChannels;
  final int groupFilters;
  final ConvolutionAxis depth;
  final ConvolutionAxis height;
  final ConvolutionAxis width;

  /// KD * KH * KW.
  final int kernelSize;

  /// C/groups * KD * KH * KW: the weights of a filter, the rows of a group's column matrix.
  final int taps;

  /// D * H * W.
  final int inputs;

  /// OD * OH * OW, the columns of a sample's column matrix.
  final int positions;

  /// How many columns are made at a time.
  final int tile;

  private final int rank;

  private ConvolutionGeometry(
      int channels, int filters, int groups, int rank, ConvolutionAxis[] axes) {
    this.channels = channels;
    this.filters = filters;
    this.groups = groups;
    this.rank = rank;
    groupChannels = channels / groups;
    groupFilters = filters / groups;
    depth = axes[0];
    height = axes[1];
    width = axes[2];
    kernelSize = product("kernel", depth.kernel, height.kernel, width.kernel);
    taps = product("filter", groupChannels, kernelSize);
    inputs = product("image", depth.input, height.input, width.input);
    positions = product("output", depth.output, height.output, width.output);
    tile = tile(taps, positions);
    product("sample", channels, inputs);
    product("sample's output", filters, positions);
    product("weight", filters, taps);
  }

  /// The geometry of a convolution; each array has one entry for each spatial axis, 1 to 3 of them.
  ///
  /// @throws IllegalArgumentException if a size is out of range, the groups do not divide the
  ///     channels and the filters, or the kernel does not fit into the padded input
  public static ConvolutionGeometry of(
      int channels,
      int filters,
      int groups,
      int[] input,
      int[] kernel,
      int[] stride,
      int[] pad,
      int[] dilate) {
    int rank = input.length;
    if (rank < 1 || rank > 3) {
      throw new IllegalArgumentException("a convolution has 1 to 3 spatial axes, not " + rank);
    }
    requireLength(rank, "kernel", kernel);
    requireLength(rank, "stride", stride);
    requireLength(rank, "pad", pad);
    requireLength(rank, "dilate", dilate);
    requireGroups(groups, "channels", channels);
    requireGroups(groups, "filters", filters);
    ConvolutionAxis[] axes = {
      ConvolutionAxis.absent(), ConvolutionAxis.absent(), ConvolutionAxis.absent()
    };
    for (int i = 0; i < rank; i++) {
      int at = 3 - rank + i;
      axes[at] =
          ConvolutionAxis.of(
              AXIS_NAMES[at], input[i], kernel[i], stride[i], pad[i], dilate[i]);
    }
    return new ConvolutionGeometry(channels, filters, groups, rank, axes);
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

  /// The elements of y that belong to one sample: F * OD * OH * OW.
  public int sampleOutputs() {
    return filters * positions;
  }

  /// The elements of w: F * C/groups * KD * KH * KW.
  public int weights() {
    return filters * taps;
  }

  /// Whether the kernel covers the whole image, once.
  boolean isWhole() {
    return depth.isWhole() && height.isWhole() && width.isWhole();
  }

  /// Whether the columns of an image are the image itself: a 1x1 kernel at every position.
  boolean isPointwise() {
    return depth.isIdentity() && height.isIdentity() && width.isIdentity();
  }

  /// Whether the columns are made of shifted lines; see [FloatConvolutionLines].
  boolean hasSharedLines() {
    boolean flat = depth.isIdentity() && depth.input == 1;
    return flat && height.kernel > 1 && height.stride == 1;
  }

  /// Scratch for a tile of columns, then for the lines that they share.
  int columnScratch() {
    int lines = hasSharedLines() ? height.input * width.output : 0;
    return Math.addExact(product("column tile", taps, tile), lines);
  }

  private static int tile(int taps, int positions) {
    int panels = Math.max(1, COLUMN_BUDGET / taps / VECTOR_PANEL);
    return Math.min(positions, panels * VECTOR_PANEL);
  }

  private static void requireLength(int rank, String what, int[] values) {
    if (values.length != rank) {
      throw new IllegalArgumentException(
          what + " has " + values.length + " entries for " + rank + " spatial axes");
    }
  }

  private static void requireGroups(int groups, String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, not " + count);
    }
    if (groups < 1 || count % groups != 0) {
      throw new IllegalArgumentException(
          count + " " + what + " cannot be dealt out to " + groups + " groups");
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
