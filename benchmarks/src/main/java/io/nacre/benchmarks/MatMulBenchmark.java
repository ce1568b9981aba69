package io.nacre.benchmarks;

import io.nacre.runtime.Device;
import io.nacre.runtime.Job;
import io.nacre.runtime.kernel.MatMulKernel;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Products of two square float matrices by one thread.
@State(Scope.Benchmark)
public class MatMulBenchmark {
  @Param({"256", "512", "1024"})
  int size;

  private Device device;
  private Job product;
  private float[] c;

  @Setup
  public void fill() {
    int n = size;
    float[] a = random(n * n, 1);
    float[] b = random(n * n, 2);
    float[] result = new float[n * n];
    c = result;
    device = Device.cpu(1);
    product = worker -> MatMulKernel.nn(worker, n, n, n, a, 0, n, b, 0, n, result, 0, n, false);
  }

  @TearDown
  public void close() {
    device.close();
  }

  @Benchmark
  public float[] product(CpuTime time) {
    device.run(product);
    time.count();
    return c;
  }

  /// The additions and multiplications in one product.
  static double operations(int size) {
    return 2.0 * size * size * size;
  }

  private static float[] random(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
