package io.nacre.samples.lenet;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.lenet.LeNetGraph.Data;
import io.nacre.samples.lenet.LeNetGraph.OutLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import java.io.IOException;

/// Trains [LeNet] on Fashion-MNIST; reaches more than 90 % on the full data.
public final class LeNetSample {
  private LeNetSample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how.
  public static void main(String[] args) throws IOException {
    Training.run("LeNet", Recipe.ofSystemProperties(), LeNetSample::bind);
  }

  /// The network as training sees it.
  public static Classifier bind(Device device, int batch) {
    return new Network(LeNetGraph.bind(device, batch));
  }

  private record Network(LeNetGraph net) implements Classifier {
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
