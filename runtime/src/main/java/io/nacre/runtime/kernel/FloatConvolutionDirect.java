package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

/// A convolution with one filter a group (depthwise, when a group has one channel too), tap by tap
/// along the output rows, without columns.
///
/// y: each output is one FMA chain over the taps inside the image, in their order. dx: each input adds
/// its outputs in row-major order, one FMA each. dw: each tap keeps one FMA chain for each output
/// column, over samples and rows, and adds the chains from the left. The workers share the planes of
/// y and dx, and the taps of dw.
final class FloatConvolutionDirect {
  private FloatConvolutionDirect() {}

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
    int rows = g.depth.output * g.height.output;
    int planes = n * g.filters;
    for (int plane = worker.from(planes); plane < worker.to(planes); plane++) {
      int filter = wAt + plane % g.filters * g.taps;
      int image = xAt + plane * g.groupChannels * g.inputs;
      int result = yAt + plane * g.positions;
      Arrays.fill(y, result, result + g.positions, 0);
      for (int row = 0; row < rows; row++) {
        int at = result + row * g.width.output;
        for (int c = 0; c < g.groupChannels; c++) {
          int weight = filter + c * g.kernelSize;
          forwardRow(g, row, x, image + c * g.inputs, w, weight, y, at);
        }
      }
    }
  }

  private static void forwardRow(
      ConvolutionGeometry g, int row, float[] x, int xAt, float[] w, int wAt, float[] y, int yAt) {
    for (int line = 0; line < g.depth.kernel * g.height.kernel; line++) {
      int at = inputLine(g, row, line);
      if (at < 0) {
        continue;
      }
      int weight = wAt + line * g.width.kernel;
      FloatConvolutionTaps.gather(g.width, x, xAt + at, w, weight, y, yAt);
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
    int rows = g.depth.output * g.height.output;
    int planes = n * g.channels;
    for (int plane = worker.from(planes); plane < worker.to(planes); plane++) {
      int weight = wAt + plane % g.channels * g.kernelSize; // w[F, C/F, K] is [C, K]
      int gradient = dyAt + plane / g.groupChannels * g.positions;
      int result = dxAt + plane * g.inputs;
      Arrays.fill(dx, result, result + g.inputs, 0);
      for (int row = 0; row < rows; row++) {
        gradientRow(g, row, dy, gradient + row * g.width.output, w, weight, dx, result);
      }
    }
  }

  private static void gradientRow(
      ConvolutionGeometry g,
      int row,
      float[] dy,
      int dyAt,
      float[] w,
      int wAt,
      float[] dx,
      int dxAt) {
    for (int line = 0; line < g.depth.kernel * g.height.kernel; line++) {
      int at = inputLine(g, row, line);
      if (at < 0) {
        continue;
      }
      int weight = wAt + line * g.width.kernel;
      if (g.width.stride == 1) {
        FloatConvolutionTaps.gather(g.mirroredWidth, dy, dyAt, w, weight, dx, dxAt + at);
      } else {
        FloatConvolutionTaps.scatter(g.width, dy, dyAt, w, weight, dx, dxAt + at);
      }
    }
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
    int weights = g.filters * g.taps;
    float[] chains = worker.floats(0, g.width.output);
    for (int weight = worker.from(weights); weight < worker.to(weights); weight++) {
      int channel = weight / g.kernelSize;
      int kernel = weight % g.kernelSize;
      Arrays.fill(chains, 0, g.width.output, 0);
      for (int sample = 0; sample < n; sample++) {
        int image = xAt + (sample * g.channels + channel) * g.inputs;
        int gradient = dyAt + (sample * g.filters + weight / g.taps) * g.positions;
        addPlane(g, kernel, x, image, dy, gradient, chains);
      }
      float sum = 0;
      for (int o = 0; o < g.width.output; o++) {
        sum += chains[o];
      }
      dw[dwAt + weight] = sum;
    }
  }

  private static void addPlane(
      ConvolutionGeometry g, int kernel, float[] x, int xAt, float[] dy, int dyAt, float[] chains) {
    int kw = kernel % g.width.kernel;
    for (int row = 0; row < g.depth.output * g.height.output; row++) {
      int at = inputLine(g, row, kernel / g.width.kernel);
      if (at >= 0) {
        int gradient = dyAt + row * g.width.output;
        FloatConvolutionTaps.multiply(g.width, kw, x, xAt + at, dy, gradient, chains);
      }
    }
  }

  /// Where the input line under output row (od, oh) and kernel line (kd, kh) starts in its channel, or
  /// -1 if that line is padding.
  private static int inputLine(ConvolutionGeometry g, int row, int line) {
    int od = row / g.height.output;
    int oh = row % g.height.output;
    int kd = line / g.height.kernel;
    int kh = line % g.height.kernel;
    if (!g.depth.reads(od, kd) || !g.height.reads(oh, kh)) {
      return -1;
    }
    return (g.depth.input(od, kd) * g.height.input + g.height.input(oh, kh)) * g.width.input;
  }
}
