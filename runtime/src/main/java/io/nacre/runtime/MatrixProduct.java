package io.nacre.runtime;

import io.nacre.runtime.kernel.MatMulKernel;

/// Products of matrices, by the kernel that graphs use.
final class MatrixProduct {
  private MatrixProduct() {}

  static Tensor of(Tensor x, Tensor y) {
    Elementwise.requireOneType("matmul", x, y);
    Elementwise.requireFloat("matmul", x);
    if (x.shape().rank() != 2 || y.shape().rank() != 2 || x.shape().dim(1) != y.shape().dim(0)) {
      boolean turned =
          x.shape().rank() == 2 && y.shape().rank() == 2 && x.shape().dim(1) == y.shape().dim(1);
      throw new IllegalArgumentException(
          "matmul needs m x k and k x n, not %s and %s%s"
              .formatted(x.shape(), y.shape(), turned ? "; y.transpose() fits" : ""));
    }
    int m = x.shape().dim(0);
    int k = x.shape().dim(1);
    int n = y.shape().dim(1);
    Shape shape = Shape.of(m, n);
    int size = Layouts.size(shape);
    switch (x.dataType()) {
      case FLOAT32 -> {
        float[] a = x.toFloats();
        float[] b = y.toFloats();
        float[] c = new float[size];
        Device.cpu()
            .run(worker -> MatMulKernel.nn(worker, m, n, k, a, 0, k, b, 0, n, c, 0, n, false));
        return Tensor.view(c, 0, shape);
      }
      case FLOAT64 -> {
        double[] a = x.toDoubles();
        double[] b = y.toDoubles();
        double[] c = new double[size];
        Device.cpu()
            .run(worker -> MatMulKernel.nn(worker, m, n, k, a, 0, k, b, 0, n, c, 0, n, false));
        return Tensor.view(c, 0, shape);
      }
      case FLOAT16 -> {
        return of(x.cast(DataType.FLOAT32), y.cast(DataType.FLOAT32)).cast(DataType.FLOAT16);
      }
      case INT8, UINT8, INT32, INT64 -> throw new AssertionError(x.dataType());
    }
    throw new AssertionError(x.dataType());
  }
}
