package io.nacre.samples.layers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Adam;
import io.nacre.runtime.Device;
import io.nacre.runtime.Xavier;
import io.nacre.samples.layers.WavesGraph.X;
import io.nacre.samples.layers.WavesGraph.YLabel;
import org.junit.jupiter.api.Test;

/// Layers of a library, whose jar Maven puts on the class path and on the annotation processor
/// path.
class LibraryLayersTest {
  private static final int N = 32;

  @Test
  void learn() {
    float[] x = new float[N];
    float[] y = new float[N];
    for (int i = 0; i < N; i++) {
      x[i] = 4f * i / N - 2;
      y[i] = (float) Math.sin(2 * x[i]);
    }
    try (WavesGraph net = WavesGraph.bind(Device.cpu(), N)) {
      net.initialize(Xavier.uniform(), 1);
      Adam adam = new Adam(0.02);
      double before = error(net, x, y);
      for (int step = 0; step < 400; step++) {
        net.forward(X.of(x), YLabel.of(y));
        net.backward();
        adam.update(net);
      }
      double after = error(net, x, y);
      assertTrue(after < 0.1 * before, before + " becomes " + after);
    }
  }

  /// The mean absolute error.
  private static double error(WavesGraph net, float[] x, float[] y) {
    float[] found = net.infer(X.of(x)).y().toFloats();
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += Math.abs(found[i] - y[i]);
    }
    return sum / N;
  }
}
