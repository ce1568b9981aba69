package io.nacre.samples.multitask;

import io.nacre.runtime.Accuracy;
import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.multitask.MultiTaskGraph.Data;
import io.nacre.samples.multitask.MultiTaskGraph.GroupLabel;
import io.nacre.samples.multitask.MultiTaskGraph.KindLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.FashionMnist;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Text;
import io.nacre.samples.support.Training;
import java.io.IOException;

/// Trains [MultiTask] on Fashion-MNIST: one step, two losses.
public final class MultiTaskSample {
  private MultiTaskSample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how. The accuracy of
  /// the groups stands before the last lines, that of the kinds in the last.
  public static void main(String[] args) throws IOException {
    Training.run("MultiTask", Recipe.ofSystemProperties(), MultiTaskSample::bind);
  }

  /// The network as training sees it: the classifier is its first head.
  public static Classifier bind(Device device, int batch) {
    return new Network(MultiTaskGraph.bind(device, batch));
  }

  /// The share of the test images whose group is named rightly.
  static double testGroups(MultiTaskGraph net, FashionMnist data) {
    Accuracy accuracy = new Accuracy();
    for (Batch batch : data.test(net.batch())) {
      accuracy.update(
          Group.labels(batch.labels()), net.infer(Data.of(batch.images())).group());
    }
    return accuracy.value();
  }

  private record Network(MultiTaskGraph net) implements Classifier {
    @Override
    public CompiledGraph graph() {
      return net;
    }

    @Override
    public Tensor forward(Batch batch) {
      return net.forward(
              Data.of(batch.images()),
              KindLabel.of(batch.labels()),
              GroupLabel.of(Group.labels(batch.labels())))
          .kind();
    }

    @Override
    public void backward() {
      net.backward();
    }

    @Override
    public Tensor infer(Batch batch) {
      return net.infer(Data.of(batch.images())).kind();
    }

    @Override
    public String report(FashionMnist data) {
      return Text.format("test accuracy of the groups: %.2f %%", 100 * testGroups(net, data));
    }
  }
}
