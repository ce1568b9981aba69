package io.nacre.runtime;

/// The job of one [Sgd] update. Made once for some weights; the settings are set before each run.
///
/// Every number is updated by itself and with the same operations, so neither the dealing out among
/// workers nor the JIT's vector code changes a bit.
final class SgdSweep implements Job {
  private static final String STATE = "momentum";

  double learningRate;
  double momentum;
  double weightDecay;
  double rescale;
  double clip;

  private final ParameterRuns runs32;
  private final float[] weights32;
  private final float[] gradients32;
  private final ParameterRuns runs64;
  private final double[] weights64;
  private final double[] gradients64;
  private float[] velocities32;
  private double[] velocities64;

  SgdSweep(GraphSpec spec, Weights weights) {
    runs32 = ParameterRuns.of(spec, DataType.FLOAT32);
    weights32 = weights.parameters32;
    gradients32 = weights.gradients32;
    runs64 = ParameterRuns.of(spec, DataType.FLOAT64);
    weights64 = weights.parameters64;
    gradients64 = weights.gradients64;
  }

  void keepVelocities(Weights weights) {
    if (velocities32 == null) {
      velocities32 = weights.state32(STATE);
      velocities64 = weights.state64(STATE);
    }
  }

  @Override
  public void run(Worker worker) {
    int from = worker.from(runs32.length());
    int to = worker.to(runs32.length());
    for (int run = 0; run < runs32.count(); run++) {
      step32(
          Math.max(from, runs32.start()[run]),
          Math.min(to, runs32.end()[run]),
          runs32.decays()[run] ? (float) weightDecay : 0);
    }
    from = worker.from(runs64.length());
    to = worker.to(runs64.length());
    for (int run = 0; run < runs64.count(); run++) {
      step64(
          Math.max(from, runs64.start()[run]),
          Math.min(to, runs64.end()[run]),
          runs64.decays()[run] ? weightDecay : 0);
    }
  }

  private void step32(int from, int to, float decay) {
    float rate = (float) learningRate;
    float scale = (float) rescale;
    float bound = (float) clip;
    if (momentum > 0) {
      step(
          weights32,
          gradients32,
          velocities32,
          from,
          to,
          rate,
          (float) momentum,
          decay,
          scale,
          bound);
    } else {
      step(weights32, gradients32, from, to, rate, decay, scale, bound);
    }
  }

  private void step64(int from, int to, double decay) {
    if (momentum > 0) {
      step(
          weights64,
          gradients64,
          velocities64,
          from,
          to,
          learningRate,
          momentum,
          decay,
          rescale,
          clip);
    } else {
      step(weights64, gradients64, from, to, learningRate, decay, rescale, clip);
    }
  }

  private static void step(
      float[] w, float[] g, int from, int to, float rate, float decay, float scale, float bound) {
    for (int i = from; i < to; i++) {
      float d = Math.max(-bound, Math.min(bound, scale * g[i])) + decay * w[i];
      w[i] -= rate * d;
    }
  }

  private static void step(
      float[] w,
      float[] g,
      float[] v,
      int from,
      int to,
      float rate,
      float momentum,
      float decay,
      float scale,
      float bound) {
    for (int i = from; i < to; i++) {
      float d = Math.max(-bound, Math.min(bound, scale * g[i])) + decay * w[i];
      v[i] = momentum * v[i] - rate * d;
      w[i] += v[i];
    }
  }

  private static void step(
      double[] w,
      double[] g,
      int from,
      int to,
      double rate,
      double decay,
      double scale,
      double bound) {
    for (int i = from; i < to; i++) {
      double d = Math.max(-bound, Math.min(bound, scale * g[i])) + decay * w[i];
      w[i] -= rate * d;
    }
  }

  private static void step(
      double[] w,
      double[] g,
      double[] v,
      int from,
      int to,
      double rate,
      double momentum,
      double decay,
      double scale,
      double bound) {
    for (int i = from; i < to; i++) {
      double d = Math.max(-bound, Math.min(bound, scale * g[i])) + decay * w[i];
      v[i] = momentum * v[i] - rate * d;
      w[i] += v[i];
    }
  }
}
