package io.nacre.runtime;

import java.util.List;

/// The job of one update by an [Optimizer]. Made once for some weights and prepared before each
/// run, so that a step allocates nothing.
///
/// It keeps no reference to the [Weights] themselves, by which it is found.
abstract sealed class Sweep implements Job permits ElementwiseSweep, LayerwiseSweep {
  final OptimizerState state;
  final List<FloatParameters> floats;
  final ParameterRuns runs64;
  final double[] weights64;
  final double[] gradients64;
  final Update[] updates64;

  Sweep(OptimizerState state, Weights weights) {
    this.state = state;
    floats = List.of(FloatParameters.of32(weights), FloatParameters.of16(weights));
    runs64 = weights.runs64;
    weights64 = weights.parameters64;
    gradients64 = weights.gradients64;
    updates64 = updates(runs64);
  }

  /// Works out what the next run means to each parameter.
  final void prepare(long number, double rate, double decay, double rescale, double clip) {
    for (int i = 0; i < floats.size(); i++) {
      FloatParameters part = floats.get(i);
      for (int run = 0; run < part.updates.length; run++) {
        set(part.updates[run], part.runs, run, number, rate, decay, rescale, clip);
      }
    }
    for (int run = 0; run < updates64.length; run++) {
      set(updates64[run], runs64, run, number, rate, decay, rescale, clip);
    }
  }

  private static void set(
      Update update,
      ParameterRuns runs,
      int run,
      long number,
      double rate,
      double decay,
      double rescale,
      double clip) {
    update.number = number;
    update.rate = rate * runs.lrMult(run);
    update.decay = decay * runs.wdMult(run);
    update.rescale = rescale;
    update.clip = clip;
    update.frozen = runs.lrMult(run) == 0;
  }

  static Update[] updates(ParameterRuns runs) {
    Update[] updates = new Update[runs.count()];
    for (int run = 0; run < updates.length; run++) {
      updates[run] = new Update();
    }
    return updates;
  }
}
