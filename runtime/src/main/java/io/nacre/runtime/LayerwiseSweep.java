package io.nacre.runtime;

/// An update by a [LayerwiseOptimizer]. Parameters are measured in blocks of fixed size, and the
/// blocks' sums are added in order, so that norms do not depend on the number of workers.
final class LayerwiseSweep extends Sweep {
  /// How many elements are measured together, at most.
  static final int BLOCK = 4096;

  private final LayerwiseOptimizer<?> optimizer;
  private final Blocks blocks32;
  private final Blocks blocks64;

  LayerwiseSweep(LayerwiseOptimizer<?> optimizer, OptimizerState state, Weights weights) {
    super(state, weights);
    this.optimizer = optimizer;
    blocks32 = new Blocks(runs32);
    blocks64 = new Blocks(runs64);
  }

  @Override
  public void run(Worker worker) {
    measure(worker);
    worker.barrier();
    decide(worker, runs32, updates32, blocks32);
    decide(worker, runs64, updates64, blocks64);
    worker.barrier();
    step(worker);
  }

  private void measure(Worker worker) {
    for (int b = worker.from(blocks32.count()); b < worker.to(blocks32.count()); b++) {
      Update u = updates32[blocks32.run[b]];
      if (!u.frozen) {
        optimizer.measure(
            u,
            worker,
            weights32,
            gradients32,
            state.arrays32(),
            blocks32.from[b],
            blocks32.to[b],
            blocks32.sums,
            2 * b);
      }
    }
    for (int b = worker.from(blocks64.count()); b < worker.to(blocks64.count()); b++) {
      Update u = updates64[blocks64.run[b]];
      if (!u.frozen) {
        optimizer.measure(
            u,
            worker,
            weights64,
            gradients64,
            state.arrays64(),
            blocks64.from[b],
            blocks64.to[b],
            blocks64.sums,
            2 * b);
      }
    }
  }

  private void decide(Worker worker, ParameterRuns runs, Update[] updates, Blocks blocks) {
    for (int run = worker.from(runs.count()); run < worker.to(runs.count()); run++) {
      updates[run].trust =
          optimizer.trust(
              runs.variable(run).name(), updates[run], blocks.norm(run, 0), blocks.norm(run, 1));
    }
  }

  private void step(Worker worker) {
    for (int b = worker.from(blocks32.count()); b < worker.to(blocks32.count()); b++) {
      Update u = updates32[blocks32.run[b]];
      if (!u.frozen) {
        optimizer.step(
            u, weights32, gradients32, state.arrays32(), blocks32.from[b], blocks32.to[b]);
      }
    }
    for (int b = worker.from(blocks64.count()); b < worker.to(blocks64.count()); b++) {
      Update u = updates64[blocks64.run[b]];
      if (!u.frozen) {
        optimizer.step(
            u, weights64, gradients64, state.arrays64(), blocks64.from[b], blocks64.to[b]);
      }
    }
  }

  /// The blocks of all parameters, with two sums each.
  private static final class Blocks {
    final int[] run;
    final int[] from;
    final int[] to;
    final double[] sums;

    /// The first block of each parameter, and of what would come after the last.
    private final int[] first;

    Blocks(ParameterRuns runs) {
      first = new int[runs.count() + 1];
      for (int r = 0; r < runs.count(); r++) {
        first[r + 1] = first[r] + Math.ceilDiv(runs.end(r) - runs.start(r), BLOCK);
      }
      int count = first[runs.count()];
      run = new int[count];
      from = new int[count];
      to = new int[count];
      sums = new double[2 * count];
      for (int r = 0; r < runs.count(); r++) {
        for (int b = first[r]; b < first[r + 1]; b++) {
          run[b] = r;
          from[b] = runs.start(r) + (b - first[r]) * BLOCK;
          to[b] = Math.min(from[b] + BLOCK, runs.end(r));
        }
      }
    }

    int count() {
      return run.length;
    }

    double norm(int r, int which) {
      double sum = 0;
      for (int b = first[r]; b < first[r + 1]; b++) {
        sum += sums[2 * b + which];
      }
      return Math.sqrt(sum);
    }
  }
}
