package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

/// Deals out the planes of a pooling to the workers; see [PoolingKernel] for the formulas.
final class FloatPooling {
  private FloatPooling() {}

  static void forward(
      Worker worker, PoolingGeometry g, int n, float[] x, int xAt, float[] y, int yAt) {
    int planes = n * g.channels;
    for (int plane = worker.from(planes); plane < worker.to(planes); plane++) {
      int image = xAt + plane * g.inputs;
      int result = yAt + plane * g.outputs;
      switch (g.type) {
        case MAX -> FloatPoolingMax.forward(g, x, image, y, result);
        case SUM, AVERAGE -> FloatPoolingSum.forward(g, x, image, y, result);
        case LP -> FloatPoolingNorm.forward(g, x, image, y, result);
      }
    }
  }

  static void gradient(
      Worker worker,
      PoolingGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      float[] dy,
      int dyAt,
      float[] dx,
      int dxAt) {
    int planes = n * g.channels;
    for (int plane = worker.from(planes); plane < worker.to(planes); plane++) {
      int image = plane * g.inputs;
      int result = plane * g.outputs;
      Arrays.fill(dx, dxAt + image, dxAt + image + g.inputs, 0);
      switch (g.type) {
        case MAX ->
            FloatPoolingMax.gradient(
                g, x, xAt + image, y, yAt + result, dy, dyAt + result, dx, dxAt + image);
        case SUM, AVERAGE ->
            FloatPoolingSum.gradient(g, dy, dyAt + result, dx, dxAt + image);
        case LP ->
            FloatPoolingNorm.gradient(
                g, x, xAt + image, y, yAt + result, dy, dyAt + result, dx, dxAt + image);
      }
    }
  }
}
