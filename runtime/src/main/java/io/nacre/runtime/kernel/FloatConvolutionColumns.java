package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

/// Convolution as matrix products with the column matrix u[T, P] of a sample and group, T = taps
/// (C/groups * KD * KH * KW), P = positions, made for a tile of positions at a time:
///
///     y[F, P]  = w[F, T] . u[T, P]
///     dx       = fold(w[F, T]^T . dy[F, P])
///     dw[F, T] = sum over samples of dy[F, P] . u[T, P]^T
///
/// A pointwise convolution reads the image as its own column matrix. The workers share the samples,
/// groups and tiles of y; the samples, groups and channels of dx; the taps of dw.
final class FloatConvolutionColumns {
  private FloatConvolutionColumns() {}

  static void forward(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] w,
      int wAt,
      float[] y,
      int yAt) {
    int tiles = Math.ceilDiv(g.positions, g.tile);
    int items = n * g.groups * tiles;
    boolean pointwise = g.isPointwise();
    float[] columns = pointwise ? x : worker.floats(0, g.columnScratch());
    for (int item = worker.from(items); item < worker.to(items); item++) {
      int group = item / tiles % g.groups; // image and result: [N * groups, ...]
      int position = item % tiles * g.tile;
      int size = Math.min(g.tile, g.positions - position);
      int image = xAt + item / tiles * g.groupChannels * g.inputs;
      int result = yAt + item / tiles * g.groupFilters * g.positions + position;
      if (!pointwise) {
        FloatConvolutionFolding.unfold(g, 0, g.taps, position, size, x, image, columns);
      }
      int columnsAt = pointwise ? image + position : 0;
      int columnsPitch = pointwise ? g.inputs : size;
      int filter = wAt + group * g.groupFilters * g.taps;
      MatMulKernel.nnAlone(
          worker, g.groupFilters, size, g.taps, w, filter, g.taps, columns, columnsAt,
          columnsPitch, y, result, g.positions, false);
    }
  }

  static void dataGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] dy,
      int dyAt,
      float[] w,
      int wAt,
      float[] dx,
      int dxAt) {
    int blocks = channelBlocks(worker, g, n);
    int items = n * g.groups * blocks;
    for (int item = worker.from(items); item < worker.to(items); item++) {
      int image = item / blocks; // of [N * groups]
      int block = item % blocks;
      int channel = block * g.groupChannels / blocks;
      int channels = (block + 1) * g.groupChannels / blocks - channel;
      int filter = wAt + image % g.groups * g.groupFilters * g.taps + channel * g.kernelSize;
      int gradient = dyAt + image * g.groupFilters * g.positions;
      int result = dxAt + (image * g.groupChannels + channel) * g.inputs;
      if (g.isPointwise()) {
        MatMulKernel.tnAlone(
            worker, channels, g.positions, g.groupFilters, w, filter, g.taps, dy, gradient,
            g.positions, dx, result, g.inputs, false);
      } else {
        addColumns(worker, g, channels, dy, gradient, w, filter, dx, result);
      }
    }
  }

  /// Computes the gradient of some channels of one image.
  private static void addColumns(
      Worker worker,
      ConvolutionGeometry g,
      int channels,
      float[] dy,
      int dyAt,
      float[] w,
      int wAt,
      float[] dx,
      int dxAt) {
    Arrays.fill(dx, dxAt, dxAt + channels * g.inputs, 0);
    int taps = channels * g.kernelSize;
    float[] columns = worker.floats(0, g.columnScratch());
    for (int position = 0; position < g.positions; position += g.tile) {
      int size = Math.min(g.tile, g.positions - position);
      MatMulKernel.tnAlone(
          worker, taps, size, g.groupFilters, w, wAt, g.taps, dy, dyAt + position, g.positions,
          columns, 0, size, false);
      FloatConvolutionFolding.fold(g, channels, position, size, columns, dx, dxAt);
    }
  }

  /// Into how many parts the channels of an image are cut, so that all workers have equal work.
  private static int channelBlocks(Worker worker, ConvolutionGeometry g, int n) {
    int images = n * g.groups;
    boolean even = images % worker.parts() == 0 || images >= 4 * worker.parts();
    return even ? 1 : Math.min(g.groupChannels, worker.parts());
  }

  static void weightGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] dy,
      int dyAt,
      float[] dw,
      int dwAt) {
    int last = worker.to(g.groups * g.taps);
    for (int from = worker.from(g.groups * g.taps), to; from < last; from = to) {
      int group = from / g.taps;
      to = Math.min(last, (group + 1) * g.taps);
      int image = xAt + group * g.groupChannels * g.inputs;
      int gradient = dyAt + group * g.groupFilters * g.positions;
      int weight = dwAt + group * g.groupFilters * g.taps;
      int tap = from - group * g.taps;
      sumOverSamples(worker, g, n, tap, to - from, x, image, dy, gradient, dw, weight);
    }
  }

  /// Computes the gradient of the weights of one group, at `taps` of its taps from `tap` on.
  private static void sumOverSamples(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      int tap,
      int taps,
      float[] x,
      int xAt,
      float[] dy,
      int dyAt,
      float[] dw,
      int dwAt) {
    boolean pointwise = g.isPointwise();
    float[] columns = pointwise ? x : worker.floats(0, g.columnScratch());
    boolean more = false;
    for (int sample = 0; sample < n; sample++) {
      int image = xAt + sample * g.channels * g.inputs;
      int gradient = dyAt + sample * g.filters * g.positions;
      for (int position = 0; position < g.positions; position += g.tile) {
        int size = Math.min(g.tile, g.positions - position);
        if (!pointwise) {
          FloatConvolutionFolding.unfold(g, tap, taps, position, size, x, image, columns);
        }
        int columnsAt = pointwise ? image + tap * g.inputs + position : 0;
        int columnsPitch = pointwise ? g.inputs : size;
        MatMulKernel.ntAlone(
            worker, g.groupFilters, taps, size, dy, gradient + position, g.positions, columns,
            columnsAt, columnsPitch, dw, dwAt + tap, g.taps, more);
        more = true;
      }
    }
  }
}
