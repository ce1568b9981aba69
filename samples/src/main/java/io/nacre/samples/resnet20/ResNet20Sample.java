package io.nacre.samples.resnet20;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.resnet20.ResNet20Graph.Data;
import io.nacre.samples.resnet20.ResNet20Graph.SoftmaxLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.Colours;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import java.io.IOException;

/// Trains [ResNet20] on Fashion-MNIST, whose one channel it takes for all three colours.
public final class ResNet20Sample {
  private ResNet20Sample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how.
  public static void main(String[] args) throws IOException {
    Training.run("ResNet20", Recipe.ofSystemProperties(), ResNet20Sample::bind);
  }

  /// The network as training sees it.
  public static Classifier bind(Device device, int batch) {
    return new Network(ResNet20Graph.bind(device, batch));
  }

  private record Network(ResNet20Graph net) implements Classifier {
    @Override
    public CompiledGraph graph() {
      return net;
    }

    @Override
    public Tensor forward(Batch batch) {
      Data data = Data.of(Colours.ofGrey(batch.images(), batch.rows()));
      return net.forward(data, SoftmaxLabel.of(batch.labels())).softmax();
    }

    @Override
    public void backward() {
      net.backward();
    }

    @Override
    public Tensor infer(Batch batch) {
      return net.infer(Data.of(Colours.ofGrey(batch.images(), batch.rows()))).softmax();
    }
  }
}
