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
    int first = worker.from(runs32.length);
    int last = worker.to(runs32.length);
    for (int run = 0; run < updates32.length; run++) {
      int from = Math.max(first, runs32.start(run));
      int to = Math.min(last, runs32.end(run));
      if (from < to && !updates32[run].frozen) {
        optimizer.step(updates32[run], weights32, gradients32, state.arrays32(), from, to);
      }
    }
    first = worker.from(runs64.length);
    last = worker.to(runs64.length);
    for (int run = 0; run < updates64.length; run++) {
      int from = Math.max(first, runs64.start(run));
      int to = Math.min(last, runs64.end(run));
      if (from < to && !updates64[run].frozen) {
        optimizer.step(updates64[run], weights64, gradients64, state.arrays64(), from, to);
      }
    }
  }
}
