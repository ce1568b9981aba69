package io.nacre.runtime;

import java.util.List;

/// An update by a [LayerwiseOptimizer]. Parameters are measured in blocks of fixed size, and the
/// blocks' sums are added in order, so that norms do not depend on the number of workers.
final class LayerwiseSweep extends Sweep {
  /// How many elements are measured together, at most.
  static final int BLOCK = 4096;

  private final LayerwiseOptimizer<?> optimizer;

  /// Of each of the parts of [#floats].
  private final List<Blocks> floatBlocks;

  private final Blocks blocks64;

  LayerwiseSweep(LayerwiseOptimizer<?> optimizer, OptimizerState state, Weights weights) {
    super(state, weights);
    this.optimizer = optimizer;
    floatBlocks = floats.stream().map(part -> new Blocks(part.runs)).toList();
    blocks64 = new Blocks(runs64);
  }

  @Override
  public void run(Worker worker) {
    measure(worker);
    worker.barrier();
    for (int i = 0; i < floats.size(); i++) {
      decide(worker, floats.get(i).runs, floats.get(i).updates, floatBlocks.get(i));
    }
    decide(worker, runs64, updates64, blocks64);
    worker.barrier();
    step(worker);
  }

  private void measure(Worker worker) {
    for (int i = 0; i < floats.size(); i++) {
      measure(worker, floats.get(i), floatBlocks.get(i));
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
    for (int i = 0; i < floats.size(); i++) {
      step(worker, floats.get(i), floatBlocks.get(i));
    }
    for (int b = worker.from(blocks64.count()); b < worker.to(blocks64.count()); b++) {
      Update u = updates64[blocks64.run[b]];
      if (!u.frozen) {
        optimizer.step(
            u, weights64, gradients64, state.arrays64(), blocks64.from[b], blocks64.to[b]);
      }
    }
  }

  private void measure(Worker worker, FloatParameters part, Blocks blocks) {
    for (int b = worker.from(blocks.count()); b < worker.to(blocks.count()); b++) {
      Update u = part.updates[blocks.run[b]];
      if (!u.frozen) {
        part.read(blocks.from[b], blocks.to[b]);
        optimizer.measure(
            u,
            worker,
            part.weights,
            part.gradients,
            part.states(state),
            blocks.from[b],
            blocks.to[b],
            blocks.sums,
            2 * b);
      }
    }
  }

  /// Of what has been read to be measured.
  private void step(Worker worker, FloatParameters part, Blocks blocks) {
    for (int b = worker.from(blocks.count()); b < worker.to(blocks.count()); b++) {
      Update u = part.updates[blocks.run[b]];
      if (!u.frozen) {
        optimizer.step(
            u, part.weights, part.gradients, part.states(state), blocks.from[b], blocks.to[b]);
        part.write(blocks.from[b], blocks.to[b]);
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
