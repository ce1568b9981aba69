package io.nacre.samples.twolosses;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.MeanSquaredError;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.FashionMnist;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import io.nacre.samples.twolosses.TwoLossesGraph.CoverLabel;
import io.nacre.samples.twolosses.TwoLossesGraph.Data;
import io.nacre.samples.twolosses.TwoLossesGraph.KindLabel;
import java.io.IOException;
import java.util.Locale;

/// Trains [TwoLosses] on Fashion-MNIST: both losses learn in the same step.
public final class TwoLossesSample {
  /// A pixel brighter than this belongs to the clothes.
  private static final float DARK = 0.1f;

  private TwoLossesSample() {}

  /// Trains, tests and saves; [Recipe] lists the system properties that change how. Before the last
  /// lines it prints how well the second head estimates.
  public static void main(String[] args) throws IOException {
    Training.run("TwoLosses", Recipe.ofSystemProperties(), TwoLossesSample::bind);
  }

  /// The network as training sees it: the classifier is its first head.
  public static Classifier bind(Device device, int batch) {
    return new Network(TwoLossesGraph.bind(device, batch));
  }

  /// The share of each image that is not dark, which no file says: the label of the second head.
  static float[] cover(Batch batch) {
    float[] images = batch.images();
    int pixels = images.length / batch.rows();
    float[] cover = new float[batch.rows()];
    for (int i = 0; i < images.length; i++) {
      cover[i / pixels] += images[i] > DARK ? 1f / pixels : 0;
    }
    return cover;
  }

  private record Network(TwoLossesGraph net) implements Classifier {
    @Override
    public CompiledGraph graph() {
      return net;
    }

    @Override
    public Tensor forward(Batch batch) {
      return net.forward(
              Data.of(batch.images()), KindLabel.of(batch.labels()), CoverLabel.of(cover(batch)))
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
      MeanSquaredError error = new MeanSquaredError();
      for (Batch batch : data.test(net.batch())) {
        error.update(cover(batch), net.infer(Data.of(batch.images())).cover());
      }
      return String.format(
          Locale.ROOT,
          "the second head is off by %.3f of the image (root of the mean square)",
          Math.sqrt(error.value()));
    }
  }
}
