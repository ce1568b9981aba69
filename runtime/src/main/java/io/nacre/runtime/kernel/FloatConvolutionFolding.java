package io.nacre.runtime.kernel;

import java.util.Arrays;

/// The column matrix u[T, P] of an image x[C, D, H, W]: u[(c, kd, kh, kw), (od, oh, ow)] is what
/// tap k of output o reads of channel c, 0 in the padding. Only P' = `size` columns from `position`
/// on are held at a time, densely as [T', P'].
///
/// All loops run over a piece of an output row, where both sides are contiguous at stride 1.
final class FloatConvolutionFolding {
  /// From this length on a library call copies faster than a loop.
  private static final int LONG_COPY = 24;

  private FloatConvolutionFolding() {}

  /// Makes the rows `tap` to `tap + taps - 1` of the column matrix.
  static void unfold(
      ConvolutionGeometry g,
      int tap,
      int taps,
      int position,
      int size,
      float[] x,
      int xAt,
      float[] columns) {
    if (g.hasSharedLines()) {
      FloatConvolutionLines.unfold(
          g, tap, taps, position, size, x, xAt, columns, g.taps * g.tile);
      return;
    }
    for (int row = 0; row < taps; row++) {
      int plane = xAt + (tap + row) / g.kernelSize * g.inputs;
      int kernel = (tap + row) % g.kernelSize;
      unfoldTap(g, kernel, position, x, plane, columns, row * size, (row + 1) * size);
    }
  }

  /// Makes one row of the column matrix, at `start` to `end - 1` of `columns`.
  private static void unfoldTap(
      ConvolutionGeometry g,
      int kernel,
      int position,
      float[] x,
      int xAt,
      float[] columns,
      int start,
      int end) {
    ConvolutionAxis width = g.width;
    int kw = kernel % width.kernel;
    int kh = kernel / width.kernel % g.height.kernel;
    int kd = kernel / width.kernel / g.height.kernel;
    int first = width.from(kw);
    int last = width.to(kw);
    int ow = position % width.output;
    int oh = position / width.output % g.height.output;
    int od = position / width.output / g.height.output;
    for (int at = start; at < end; ow = 0) {
      int stop = Math.min(width.output, ow + end - at);
      if (g.depth.reads(od, kd) && g.height.reads(oh, kh)) {
        int line = g.depth.input(od, kd) * g.height.input + g.height.input(oh, kh);
        int from = Math.min(Math.max(first, ow), stop);
        int to = Math.min(Math.max(last, from), stop);
        zero(columns, at, at + from - ow);
        if (from < to) {
          int source = xAt + line * width.input + width.input(from, kw);
          copy(x, source, width.stride, columns, at + from - ow, to - from);
        }
        zero(columns, at + to - ow, at + stop - ow);
      } else {
        zero(columns, at, at + stop - ow);
      }
      at += stop - ow;
      if (++oh == g.height.output) {
        oh = 0;
        od++;
      }
    }
  }

  private static void zero(float[] columns, int from, int to) {
    if (from < to) {
      Arrays.fill(columns, from, to, 0);
    }
  }

  private static void copy(float[] x, int xAt, int stride, float[] columns, int at, int length) {
    if (stride != 1) {
      for (int i = 0; i < length; i++) {
        columns[at + i] = x[xAt + i * stride];
      }
    } else if (length < LONG_COPY) {
      for (int i = 0; i < length; i++) {
        columns[at + i] = x[xAt + i];
      }
    } else {
      System.arraycopy(x, xAt, columns, at, length);
    }
  }

  /// Adds each element of the columns of `channels` channels to the input it was read from, in an
  /// order that depends on nothing but the geometry.
  static void fold(
      ConvolutionGeometry g,
      int channels,
      int position,
      int size,
      float[] columns,
      float[] dx,
      int dxAt) {
    if (g.hasSharedLines()) {
      FloatConvolutionLines.fold(
          g, channels, position, size, columns, g.taps * g.tile, dx, dxAt);
      return;
    }
    for (int row = 0; row < channels * g.kernelSize; row++) {
      int plane = dxAt + row / g.kernelSize * g.inputs;
      int kernel = row % g.kernelSize;
      foldTap(g, kernel, position, columns, row * size, (row + 1) * size, dx, plane);
    }
  }

  private static void foldTap(
      ConvolutionGeometry g,
      int kernel,
      int position,
      float[] columns,
      int start,
      int end,
      float[] dx,
      int dxAt) {
    ConvolutionAxis width = g.width;
    int kw = kernel % width.kernel;
    int kh = kernel / width.kernel % g.height.kernel;
    int kd = kernel / width.kernel / g.height.kernel;
    int first = width.from(kw);
    int last = width.to(kw);
    int ow = position % width.output;
    int oh = position / width.output % g.height.output;
    int od = position / width.output / g.height.output;
    for (int at = start; at < end; ow = 0) {
      int stop = Math.min(width.output, ow + end - at);
      int from = Math.min(Math.max(first, ow), stop);
      int to = Math.min(Math.max(last, from), stop);
      if (g.depth.reads(od, kd) && g.height.reads(oh, kh)) {
        int line = g.depth.input(od, kd) * g.height.input + g.height.input(oh, kh);
        int target = dxAt + line * width.input + width.input(from, kw);
        add(columns, at + from - ow, dx, target, width.stride, to - from);
      }
      at += stop - ow;
      if (++oh == g.height.output) {
        oh = 0;
        od++;
      }
    }
  }

  private static void add(
      float[] columns, int columnsAt, float[] dx, int at, int stride, int length) {
    if (stride == 1) {
      for (int i = 0; i < length; i++) {
        dx[at + i] += columns[columnsAt + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        dx[at + i * stride] += columns[columnsAt + i];
      }
    }
  }
}
