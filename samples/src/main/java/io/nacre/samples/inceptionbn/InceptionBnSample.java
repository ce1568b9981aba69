package io.nacre.samples.inceptionbn;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.inceptionbn.InceptionBnGraph.Data;
import io.nacre.samples.inceptionbn.InceptionBnGraph.SoftmaxLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.Colours;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import java.io.IOException;

/// Trains [InceptionBn] on Fashion-MNIST, whose one channel it takes for all three colours.
public final class InceptionBnSample {
  private InceptionBnSample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how.
  public static void main(String[] args) throws IOException {
    Training.run("InceptionBn", Recipe.ofSystemProperties(), InceptionBnSample::bind);
  }

  /// The network as training sees it.
  public static Classifier bind(Device device, int batch) {
    return new Network(InceptionBnGraph.bind(device, batch));
  }

  private record Network(InceptionBnGraph net) implements Classifier {
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
