package io.nacre.runtime;

/// An update in which every number is updated by itself and with the same operations, so that
/// neither the dealing out among workers nor the JIT's vector code changes a bit.
final class ElementwiseSweep extends Sweep {
  private final Optimizer<?> optimizer;

  ElementwiseSweep(Optimizer<?> optimizer, OptimizerState state, Weights weights) {
    super(state, weights);
    this.optimizer = optimizer;
  }

  @Override
  public void run(Worker worker) {
    for (int i = 0; i < floats.size(); i++) {
      run(worker, floats.get(i));
    }
    int first = worker.from(runs64.length);
    int last = worker.to(runs64.length);
    for (int run = 0; run < updates64.length; run++) {
      int from = Math.max(first, runs64.start(run));
      int to = Math.min(last, runs64.end(run));
      if (from < to && !updates64[run].frozen) {
        optimizer.step(updates64[run], weights64, gradients64, state.arrays64(), from, to);
      }
    }
  }

  private void run(Worker worker, FloatParameters part) {
    int first = worker.from(part.runs.length);
    int last = worker.to(part.runs.length);
    for (int run = 0; run < part.updates.length; run++) {
      int from = Math.max(first, part.runs.start(run));
      int to = Math.min(last, part.runs.end(run));
      if (from < to && !part.updates[run].frozen) {
        part.read(from, to);
        optimizer.step(
            part.updates[run], part.weights, part.gradients, part.states(state), from, to);
        part.write(from, to);
      }
    }
  }
}
