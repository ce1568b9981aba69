package io.nacre.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

/// A rule that turns gradients into better weights. Its words and formulas are MXNet 1.9.1's.
///
/// In the formulas of the optimizers w is a weight, g its gradient, lr the learning rate, wd the
/// weight decay and t the number of the update, from 1. Two things they all do are called
///
///     clipped(x) = the number from -clipGradient to clipGradient that is closest to x
///     G          = rescaleGradient * g
///
/// A parameter has multipliers of its own: lr stands for the learning rate times its
/// [Parameter#lrMult], wd for the weight decay times its [Parameter#wdMult]. A parameter with an
/// lrMult of 0 is frozen: neither it nor what the optimizer remembers of it changes.
///
/// Each number is computed in the parameter's type, and for float16 in float32, in which the optimizer
/// also remembers what belongs to it; the weight is rounded after each update. All threads of the graph's device take part,
/// and the result has the same bits for any number of them.
///
/// What an optimizer remembers, such as momentum, is its own and belongs to a graph's weights:
/// graphs bound with `bindSharing` share it. Settings may change between updates.
///
/// @param <S> the optimizer's own type, which its settings return
public abstract sealed class Optimizer<S extends Optimizer<S>>
    permits AdaDelta,
        AdaGrad,
        Adam,
        AdamW,
        Adamax,
        Ftml,
        Ftrl,
        LayerwiseOptimizer,
        Nadam,
        Nag,
        RmsProp,
        Sgd,
        Signum {
  private final Map<Weights, Sweep> sweeps = new WeakHashMap<>();
  private Schedule schedule;
  private double learningRate;
  private double weightDecay;
  private double clipGradient = Double.POSITIVE_INFINITY;

  /// NaN stands for 1 / batch.
  private double rescaleGradient = Double.NaN;

  Optimizer(double learningRate) {
    learningRate(learningRate);
  }

  /// The learning rate of the last update, or of the next if it has been set since.
  public final double learningRate() {
    return learningRate;
  }

  /// Sets the learning rate, also between updates, in place of a [#schedule].
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public final S learningRate(double learningRate) {
    this.learningRate = Arguments.requireNotNegative("learningRate", learningRate);
    schedule = null;
    return self();
  }

  /// Lets the learning rate follow a schedule. Update t of some weights has the rate
  /// `schedule.learningRate(t)`.
  public final S schedule(Schedule schedule) {
    this.schedule = Objects.requireNonNull(schedule, "schedule");
    learningRate = scheduled(1);
    return self();
  }

  /// Sets how strongly weights are drawn towards 0; at first not at all.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public final S weightDecay(double weightDecay) {
    this.weightDecay = Arguments.requireNotNegative("weightDecay", weightDecay);
    return self();
  }

  /// Sets what gradients are multiplied by. At first it is 1 / [CompiledGraph#batch], for a batch
  /// with fewer rows too, as MXNet's `Module` does: losses sum over the batch, so this averages.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public final S rescaleGradient(double rescaleGradient) {
    this.rescaleGradient = Arguments.requireNotNegative("rescaleGradient", rescaleGradient);
    return self();
  }

  /// Sets the bound that a rescaled gradient is cut to, from -bound to bound; at first there is
  /// none.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public final S clipGradient(double clipGradient) {
    this.clipGradient = Arguments.requirePositive("clipGradient", clipGradient);
    return self();
  }

  /// Takes one step along the gradients that the last backward pass left.
  ///
  /// @throws IllegalArgumentException if a schedule gives a rate that is negative, infinite or NaN
  /// @throws IllegalStateException if the graph or its device is closed
  public final synchronized void update(CompiledGraph graph) {
    graph.requireOpen();
    Sweep sweep = sweep(graph);
    long number = sweep.state.updates() + 1;
    if (schedule != null) {
      learningRate = scheduled(number);
    }
    sweep.state.keep(stateNames());
    prepare(number, sweep.state);
    double rescale = Double.isNaN(rescaleGradient) ? 1.0 / graph.batch() : rescaleGradient;
    sweep.prepare(number, learningRate, weightDecay, rescale, clipGradient);
    graph.run(sweep);
    sweep.state.updates(number);
  }

  /// How many updates the weights of a graph have had from this optimizer.
  public final synchronized long updates(CompiledGraph graph) {
    Sweep sweep = sweeps.get(graph.weights());
    return sweep == null ? 0 : sweep.state.updates();
  }

  /// Writes what the optimizer remembers of a graph's weights to a safetensors file, replacing it
  /// in one step: together with [CompiledGraph#save], training goes on from there as if it had not
  /// stopped. Settings are not part of it.
  ///
  /// @throws IOException if it cannot be written; an older file is then unchanged
  /// @throws IllegalStateException if the graph is closed
  public final synchronized void save(Path file, CompiledGraph graph) throws IOException {
    graph.requireOpen();
    OptimizerState state = sweep(graph).state;
    state.keep(stateNames());
    StateFile.save(file, getClass().getSimpleName(), state, graph.spec());
  }

  /// Reads what [#save] wrote. Nothing is changed unless all of it fits.
  ///
  /// @throws IOException if the file cannot be read or is malformed
  /// @throws IllegalArgumentException if it is of another kind of optimizer, of one with other
  ///     settings that decide what is remembered, or of another model; all differences are listed
  /// @throws IllegalStateException if the graph is closed
  public final synchronized void load(Path file, CompiledGraph graph) throws IOException {
    graph.requireOpen();
    OptimizerState state = sweep(graph).state;
    state.keep(stateNames());
    StateFile.load(file, getClass().getSimpleName(), state, graph.spec());
  }

  /// The names of what is remembered of each weight, with the present settings.
  abstract List<String> stateNames();

  /// Updates the elements from `from` to before `to` of a segment.
  ///
  /// @param states what is remembered, in the order of [#stateNames]
  abstract void step(Update u, float[] w, float[] g, float[][] states, int from, int to);

  /// As the method for floats.
  abstract void step(Update u, double[] w, double[] g, double[][] states, int from, int to);

  /// Called before each update, by one thread.
  void prepare(long number, OptimizerState state) {}

  Sweep newSweep(OptimizerState state, Weights weights) {
    return new ElementwiseSweep(this, state, weights);
  }

  @SuppressWarnings("unchecked")
  final S self() {
    return (S) this;
  }

  private Sweep sweep(CompiledGraph graph) {
    Sweep sweep = sweeps.get(graph.weights());
    if (sweep == null) {
      sweep = newSweep(new OptimizerState(graph.weights()), graph.weights());
      sweeps.put(graph.weights(), sweep);
    }
    return sweep;
  }

  private double scheduled(long number) {
    double rate = schedule.learningRate(number);
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the schedule gives update %d the learning rate %s; it has to be a finite number from 0"
              .formatted(number, rate));
    }
    return rate;
  }
}
