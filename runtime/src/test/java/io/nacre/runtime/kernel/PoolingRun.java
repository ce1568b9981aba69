package io.nacre.runtime.kernel;

import io.nacre.runtime.Device;

/// Runs the pooling kernels between guards, in either precision.
record PoolingRun(Device device, boolean single, PoolingGeometry geometry, int n) {
  double[] forward(double[] x) {
    SentinelArray image = SentinelArray.input(single, x);
    SentinelArray y = SentinelArray.result(single, n * geometry.sampleOutputs());
    device.run(
        worker -> {
          if (single) {
            PoolingKernel.forward(worker, geometry, n, image.floats, image.at, y.floats, y.at);
          } else {
            PoolingKernel.forward(worker, geometry, n, image.doubles, image.at, y.doubles, y.at);
          }
        });
    image.checkUntouched();
    return y.checkWritten();
  }

  double[] gradient(double[] x, double[] y, double[] dy) {
    SentinelArray image = SentinelArray.input(single, x);
    SentinelArray result = SentinelArray.input(single, y);
    SentinelArray gradient = SentinelArray.input(single, dy);
    SentinelArray dx = SentinelArray.result(single, n * geometry.sampleInputs());
    device.run(
        worker -> {
          if (single) {
            PoolingKernel.gradient(
                worker, geometry, n, image.floats, image.at, result.floats, result.at,
                gradient.floats, gradient.at, dx.floats, dx.at);
          } else {
            PoolingKernel.gradient(
                worker, geometry, n, image.doubles, image.at, result.doubles, result.at,
                gradient.doubles, gradient.at, dx.doubles, dx.at);
          }
        });
    image.checkUntouched();
    result.checkUntouched();
    gradient.checkUntouched();
    return dx.checkWritten();
  }
}
