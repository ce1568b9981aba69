package io.nacre.samples;

import io.nacre.runtime.Device;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.data.Batches;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.lenet.LeNetSample;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.FashionMnist;
import java.io.IOException;
import java.util.Iterator;

/// The first steps of LeNet, from a fixed seed.
final class LeNetSteps {
  private final Classifier net;
  private final Iterator<Batch> batches;
  private final Sgd sgd = new Sgd(0.05).momentum(0.9).weightDecay(0.0005);

  LeNetSteps(Device device, int batch) throws IOException {
    net = LeNetSample.bind(device, batch);
    net.graph().initialize(Xavier.uniform(), 42);
    FashionMnist data = FashionMnist.carried();
    batches = Batches.shuffled(data.trainImages(), data.trainLabels(), batch, 42).iterator();
  }

  /// Prints the hash after some steps.
  ///
  /// @param args how many steps, of how many images, by how many threads
  public static void main(String[] args) throws IOException {
    System.out.println(
        hash(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])));
  }

  /// The hash of all parameters after some steps.
  static String hash(int steps, int batch, int threads) throws IOException {
    try (Device device = Device.cpu(threads)) {
      LeNetSteps lenet = new LeNetSteps(device, batch);
      for (int i = 0; i < steps; i++) {
        lenet.step(lenet.batches.next());
      }
      return lenet.net.graph().parameters().hash();
    }
  }

  /// Takes the next images.
  Batch next() {
    return batches.next();
  }

  /// Trains with some images.
  void step(Batch batch) {
    net.forward(batch);
    net.backward();
    sgd.update(net.graph());
  }
}
