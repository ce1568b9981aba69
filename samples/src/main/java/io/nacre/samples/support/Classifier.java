package io.nacre.samples.support;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;

/// A bound network that says which class an image is of. The training loop knows no more of it.
public interface Classifier extends AutoCloseable {
  /// Binds a network to a device, for at most `batch` images at a time.
  interface Binder {
    /// See [Binder].
    Classifier bind(Device device, int batch);
  }

  /// The graph, to initialize, update, save and load.
  CompiledGraph graph();

  /// The probabilities that training sees, rows x classes.
  Tensor forward(Batch batch);

  /// The gradients for the last [#forward].
  void backward();

  /// The probabilities of a prediction, rows x classes.
  Tensor infer(Batch batch);

  /// What the network can do beside naming classes, in a line for people; empty if that is all.
  default String report(FashionMnist data) {
    return "";
  }

  @Override
  default void close() {
    graph().close();
  }
}
