package io.nacre.runtime.kernel;

import java.util.Arrays;

/// The column matrix u[T, P'] of a flat image with a vertical stride of 1, by way of shifted lines.
///
/// The rows of u that differ only in kh are pieces of one array, the lines z[H, OW] that tap kw
/// reads of channel c:
///
///     z[h, ow]                = x[c, h, ow * stride - pad + kw * dilate]
///     u[(c, kh, kw), (oh, ow)] = z[oh - pad + kh * dilate, ow]
///
/// so a row is one long copy out of z, at a fixed distance, however short the lines are.
final class FloatConvolutionLines {
  private FloatConvolutionLines() {}

  /// Makes rows of the column matrix as [FloatConvolutionFolding#unfold] does; `linesAt` is where
  /// in `columns` the lines have room.
  static void unfold(
      ConvolutionGeometry g,
      int tap,
      int taps,
      int position,
      int size,
      float[] x,
      int xAt,
      float[] columns,
      int linesAt) {
    int firstLine = firstLine(g, position);
    int lastLine = lastLine(g, position + size - 1);
    int groups = g.groupChannels * g.width.kernel; // of taps with the same lines
    for (int group = 0; group < groups; group++) {
      int kw = group % g.width.kernel;
      int channel = group / g.width.kernel;
      boolean made = false;
      for (int kh = 0; kh < g.height.kernel; kh++) {
        int row = channel * g.kernelSize + kh * g.width.kernel + kw - tap;
        if (row >= 0 && row < taps) {
          if (!made) {
            shift(g, kw, firstLine, lastLine, x, xAt + channel * g.inputs, columns, linesAt);
            made = true;
          }
          copy(g, kh, position, size, columns, linesAt, row * size);
        }
      }
    }
  }

  private static void shift(
      ConvolutionGeometry g,
      int kw,
      int firstLine,
      int lastLine,
      float[] x,
      int xAt,
      float[] lines,
      int linesAt) {
    ConvolutionAxis width = g.width;
    int from = width.from(kw);
    int to = width.to(kw);
    int start = linesAt + firstLine * width.output;
    int end = linesAt + (lastLine + 1) * width.output;
    if (to - from < width.output) {
      Arrays.fill(lines, start, Math.max(start, end), 0);
    }
    int source = xAt + firstLine * width.input + width.input(from, kw);
    for (int at = start + from; at < end; at += width.output, source += width.input) {
      if (width.stride == 1) {
        System.arraycopy(x, from < to ? source : xAt, lines, at, to - from);
      } else {
        for (int i = 0; i < to - from; i++) {
          lines[at + i] = x[source + i * width.stride];
        }
      }
    }
  }

  private static void copy(
      ConvolutionGeometry g,
      int kh,
      int position,
      int size,
      float[] columns,
      int linesAt,
      int at) {
    int from = Math.clamp(g.height.from(kh) * g.width.output, position, position + size);
    int to = Math.clamp(g.height.to(kh) * g.width.output, from, position + size);
    int source = linesAt + from + g.height.input(0, kh) * g.width.output;
    Arrays.fill(columns, at, at + from - position, 0);
    System.arraycopy(columns, from < to ? source : 0, columns, at + from - position, to - from);
    Arrays.fill(columns, at + to - position, at + size, 0);
  }

  /// Adds columns to the inputs they were read from, as [FloatConvolutionFolding#fold] does: for
  /// each kw the taps are added up from the first kh to the last, then those sums from the first kw
  /// to the last.
  static void fold(
      ConvolutionGeometry g,
      int channels,
      int position,
      int size,
      float[] columns,
      int linesAt,
      float[] dx,
      int dxAt) {
    int firstLine = firstLine(g, position);
    int lastLine = lastLine(g, position + size - 1);
    int start = linesAt + firstLine * g.width.output;
    int end = Math.max(start, linesAt + (lastLine + 1) * g.width.output);
    for (int group = 0; group < channels * g.width.kernel; group++) {
      int kw = group % g.width.kernel;
      int channel = group / g.width.kernel;
      Arrays.fill(columns, start, end, 0);
      for (int kh = 0; kh < g.height.kernel; kh++) {
        int row = channel * g.kernelSize + kh * g.width.kernel + kw;
        addRow(g, kh, position, size, columns, linesAt, row * size);
      }
      addLines(g, kw, firstLine, lastLine, columns, linesAt, dx, dxAt + channel * g.inputs);
    }
  }

  private static void addRow(
      ConvolutionGeometry g,
      int kh,
      int position,
      int size,
      float[] columns,
      int linesAt,
      int at) {
    int from = Math.clamp(g.height.from(kh) * g.width.output, position, position + size);
    int to = Math.clamp(g.height.to(kh) * g.width.output, from, position + size);
    int source = at + from - position;
    int target = linesAt + from + g.height.input(0, kh) * g.width.output;
    for (int i = 0; i < to - from; i++) {
      columns[target + i] += columns[source + i];
    }
  }

  private static void addLines(
      ConvolutionGeometry g,
      int kw,
      int firstLine,
      int lastLine,
      float[] lines,
      int linesAt,
      float[] dx,
      int dxAt) {
    ConvolutionAxis width = g.width;
    int from = width.from(kw);
    int length = width.to(kw) - from;
    for (int line = firstLine; line <= lastLine; line++) {
      int source = linesAt + line * width.output + from;
      int target = dxAt + line * width.input + width.input(from, kw);
      for (int i = 0; i < length; i++) {
        dx[target + i * width.stride] += lines[source + i];
      }
    }
  }

  /// The first line that exists and that a kernel at `position` or after it reads, or their number.
  private static int firstLine(ConvolutionGeometry g, int position) {
    return Math.clamp(g.height.input(position / g.width.output, 0), 0, g.height.input);
  }

  /// The last line that exists and that a kernel at `position` or before it reads.
  private static int lastLine(ConvolutionGeometry g, int position) {
    int line = g.height.input(position / g.width.output, g.height.kernel - 1);
    return Math.min(g.height.input - 1, line);
  }
}
