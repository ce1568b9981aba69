package io.nacre.samples.mlp;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.mlp.MlpGraph.Data;
import io.nacre.samples.mlp.MlpGraph.OutLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import java.io.IOException;

/// Trains [Mlp] on Fashion-MNIST.
public final class MlpSample {
  private MlpSample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how.
  public static void main(String[] args) throws IOException {
    Training.run("Mlp", Recipe.ofSystemProperties(), MlpSample::bind);
  }

  /// The network as training sees it.
  public static Classifier bind(Device device, int batch) {
    return new Network(MlpGraph.bind(device, batch));
  }

  private record Network(MlpGraph net) implements Classifier {
    @Override
    public CompiledGraph graph() {
      return net;
    }

    @Override
    public Tensor forward(Batch batch) {
      return net.forward(Data.of(batch.images()), OutLabel.of(batch.labels())).out();
    }

    @Override
    public void backward() {
      net.backward();
    }

    @Override
    public Tensor infer(Batch batch) {
      return net.infer(Data.of(batch.images())).out();
    }
  }
}
