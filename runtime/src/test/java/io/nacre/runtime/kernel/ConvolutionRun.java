package io.nacre.runtime.kernel;

import io.nacre.runtime.Device;

/// Runs the convolution kernels between guards, in either precision.
record ConvolutionRun(Device device, boolean single, ConvolutionGeometry geometry, int n) {
  double[] forward(double[] x, double[] w) {
    SentinelArray image = SentinelArray.input(single, x);
    SentinelArray weights = SentinelArray.input(single, w);
    SentinelArray y = SentinelArray.result(single, n * geometry.sampleOutputs());
    device.run(
        worker -> {
          if (single) {
            ConvolutionKernel.forward(
                worker, geometry, n, image.floats, image.at, weights.floats, weights.at, y.floats,
                y.at);
          } else {
            ConvolutionKernel.forward(
                worker, geometry, n, image.doubles, image.at, weights.doubles, weights.at,
                y.doubles, y.at);
          }
        });
    image.checkUntouched();
    weights.checkUntouched();
    return y.checkWritten();
  }

  double[] dataGradient(double[] dy, double[] w) {
    SentinelArray gradient = SentinelArray.input(single, dy);
    SentinelArray weights = SentinelArray.input(single, w);
    SentinelArray dx = SentinelArray.result(single, n * geometry.sampleInputs());
    device.run(
        worker -> {
          if (single) {
            ConvolutionKernel.dataGradient(
                worker, geometry, n, gradient.floats, gradient.at, weights.floats, weights.at,
                dx.floats, dx.at);
          } else {
            ConvolutionKernel.dataGradient(
                worker, geometry, n, gradient.doubles, gradient.at, weights.doubles, weights.at,
                dx.doubles, dx.at);
          }
        });
    gradient.checkUntouched();
    weights.checkUntouched();
    return dx.checkWritten();
  }

  double[] weightGradient(double[] x, double[] dy) {
    SentinelArray image = SentinelArray.input(single, x);
    SentinelArray gradient = SentinelArray.input(single, dy);
    SentinelArray dw = SentinelArray.result(single, geometry.weights());
    device.run(
        worker -> {
          if (single) {
            ConvolutionKernel.weightGradient(
                worker, geometry, n, image.floats, image.at, gradient.floats, gradient.at,
                dw.floats, dw.at);
          } else {
            ConvolutionKernel.weightGradient(
                worker, geometry, n, image.doubles, image.at, gradient.doubles, gradient.at,
                dw.doubles, dw.at);
          }
        });
    image.checkUntouched();
    gradient.checkUntouched();
    return dw.checkWritten();
  }
}
