package io.nacre.samples.tutorial;

import io.nacre.annotations.Operator;
import io.nacre.runtime.kernel.FloatView;

/// The operator of MXNet's tutorial on custom operators: softmax, with the gradient of the
/// cross-entropy loss.
@Operator(value = "data: n k, label: n -> n k", loss = true)
@interface MySoftmax {
  /// What it computes.
  final class Kernel {
    private Kernel() {}

    static void forward(FloatView data, FloatView label, FloatView y) {
      for (int n = 0; n < data.dim(0); n++) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < data.dim(1); k++) {
          max = Math.max(max, data.get(n, k));
        }
        double sum = 0;
        for (int k = 0; k < data.dim(1); k++) {
          y.set(n, k, (float) Math.exp(data.get(n, k) - max));
          sum += y.get(n, k);
        }
        for (int k = 0; k < data.dim(1); k++) {
          y.set(n, k, (float) (y.get(n, k) / sum));
        }
      }
    }

    static void backwardData(FloatView data, FloatView label, FloatView y, FloatView dData) {
      for (int n = 0; n < data.dim(0); n++) {
        for (int k = 0; k < data.dim(1); k++) {
          dData.add(n, k, y.get(n, k) - (k == (int) label.at(n) ? 1 : 0));
        }
      }
    }
  }
}
