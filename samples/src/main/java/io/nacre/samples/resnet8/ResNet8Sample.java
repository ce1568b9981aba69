package io.nacre.samples.resnet8;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.resnet8.ResNet8Graph.Data;
import io.nacre.samples.resnet8.ResNet8Graph.OutLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import java.io.IOException;

/// Trains [ResNet8] on Fashion-MNIST, with batch normalization and shortcuts.
public final class ResNet8Sample {
  private ResNet8Sample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how.
  public static void main(String[] args) throws IOException {
    Training.run("ResNet8", Recipe.ofSystemProperties(), ResNet8Sample::bind);
  }

  /// The network as training sees it.
  public static Classifier bind(Device device, int batch) {
    return new Network(ResNet8Graph.bind(device, batch));
  }

  private record Network(ResNet8Graph net) implements Classifier {
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
