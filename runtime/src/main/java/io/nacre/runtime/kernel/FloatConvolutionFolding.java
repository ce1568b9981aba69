package io.nacre.runtime.kernel;

import java.util.Arrays;

/// The column matrix u[T, P] of an image x[C, D, H, W]: u[(c, kd, kh, kw), (od, oh, ow)] is what tap
/// k of output o reads of channel c, 0 in the padding. Only P' = `size` columns from `position` on
/// are held at a time, densely as [T', P'].
///
/// All loops run over a piece of an output row, where both sides are contiguous at stride 1.
final class FloatConvolutionFolding {
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
    for (int row = 0; row < taps; row++) {
      int kernel = (tap + row) % g.kernelSize;
      int kd = kernel / (g.height.kernel * g.width.kernel);
      int kh = kernel / g.width.kernel % g.height.kernel;
      int kw = kernel % g.width.kernel;
      int plane = xAt + (tap + row) / g.kernelSize * g.inputs;
      unfoldTap(g, kd, kh, kw, position, size, x, plane, columns, row * size);
    }
  }

  private static void unfoldTap(
      ConvolutionGeometry g,
      int kd,
      int kh,
      int kw,
      int position,
      int size,
      float[] x,
      int xAt,
      float[] columns,
      int columnsAt) {
    int outputs = g.width.output;
    int at = columnsAt;
    for (int done = 0, length; done < size; done += length, at += length) {
      int row = (position + done) / outputs;
      int ow = (position + done) % outputs;
      length = Math.min(outputs - ow, size - done);
      int od = row / g.height.output;
      int oh = row % g.height.output;
      if (g.depth.reads(od, kd) && g.height.reads(oh, kh)) {
        int line = g.depth.input(od, kd) * g.height.input + g.height.input(oh, kh);
        copy(g.width, kw, ow, length, x, xAt + line * g.width.input, columns, at);
      } else {
        Arrays.fill(columns, at, at + length, 0);
      }
    }
  }

  private static void copy(
      ConvolutionAxis axis,
      int k,
      int ow,
      int length,
      float[] x,
      int line,
      float[] columns,
      int columnsAt) {
    int from = Math.clamp(axis.from(k), ow, ow + length);
    int to = Math.clamp(axis.to(k), from, ow + length);
    int start = columnsAt - ow;
    Arrays.fill(columns, start + ow, start + from, 0);
    int stride = axis.stride;
    int at = line + axis.input(from, k);
    if (stride == 1) {
      System.arraycopy(x, to > from ? at : line, columns, start + from, to - from);
    } else {
      for (int o = from; o < to; o++, at += stride) {
        columns[start + o] = x[at];
      }
    }
    Arrays.fill(columns, start + to, start + ow + length, 0);
  }

  /// Adds each element of the columns of `channels` channels to the input it was read from: row by
  /// row, and from the first column of a row to the last.
  static void fold(
      ConvolutionGeometry g,
      int channels,
      int position,
      int size,
      float[] columns,
      float[] dx,
      int dxAt) {
    for (int row = 0; row < channels * g.kernelSize; row++) {
      int kernel = row % g.kernelSize;
      int kd = kernel / (g.height.kernel * g.width.kernel);
      int kh = kernel / g.width.kernel % g.height.kernel;
      int kw = kernel % g.width.kernel;
      int plane = dxAt + row / g.kernelSize * g.inputs;
      foldTap(g, kd, kh, kw, position, size, columns, row * size, dx, plane);
    }
  }

  private static void foldTap(
      ConvolutionGeometry g,
      int kd,
      int kh,
      int kw,
      int position,
      int size,
      float[] columns,
      int columnsAt,
      float[] dx,
      int dxAt) {
    int outputs = g.width.output;
    int at = columnsAt;
    for (int done = 0, length; done < size; done += length, at += length) {
      int row = (position + done) / outputs;
      int ow = (position + done) % outputs;
      length = Math.min(outputs - ow, size - done);
      int od = row / g.height.output;
      int oh = row % g.height.output;
      if (g.depth.reads(od, kd) && g.height.reads(oh, kh)) {
        int line = g.depth.input(od, kd) * g.height.input + g.height.input(oh, kh);
        add(g.width, kw, ow, length, columns, at, dx, dxAt + line * g.width.input);
      }
    }
  }

  private static void add(
      ConvolutionAxis axis,
      int k,
      int ow,
      int length,
      float[] columns,
      int columnsAt,
      float[] dx,
      int line) {
    int from = Math.clamp(axis.from(k), ow, ow + length);
    int to = Math.clamp(axis.to(k), from, ow + length);
    int stride = axis.stride;
    int at = line + axis.input(from, k);
    int start = columnsAt - ow;
    if (stride == 1) {
      for (int o = from; o < to; o++, at++) {
        dx[at] += columns[start + o];
      }
    } else {
      for (int o = from; o < to; o++, at += stride) {
        dx[at] += columns[start + o];
      }
    }
  }
}
