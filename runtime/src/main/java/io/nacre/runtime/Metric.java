package io.nacre.runtime;

/// A measure of how good predictions are, collected over batches. Definitions are MXNet 1.9.1's.
public interface Metric {
  /// Its name, as MXNet spells it, for instance `top_k_accuracy_5`.
  String name();

  /// Takes in one batch.
  ///
  /// @param labels the right answers, in row-major order
  /// @param predictions what the graph computed for the same rows
  /// @throws IllegalArgumentException if there are more or fewer labels than predictions need
  void update(float[] labels, Tensor predictions);

  /// Takes in one batch; see [#update(float\[\], Tensor)].
  default void update(Tensor labels, Tensor predictions) {
    update(labels.toFloats(), predictions);
  }

  /// The measure over all batches since the last [#reset]; NaN if there were none.
  double value();

  /// Forgets all batches.
  void reset();
}
