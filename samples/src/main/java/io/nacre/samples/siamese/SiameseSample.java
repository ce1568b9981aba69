package io.nacre.samples.siamese;

import io.nacre.runtime.Adam;
import io.nacre.runtime.Device;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.data.Batches;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.siamese.SiameseGraph.First;
import io.nacre.samples.siamese.SiameseGraph.SameLabel;
import io.nacre.samples.siamese.SiameseGraph.Second;
import io.nacre.samples.support.FashionMnist;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Text;
import java.io.IOException;

/// Trains [Siamese] on pairs of images of Fashion-MNIST by Adam.
public final class SiameseSample {
  private static final double LEARNING_RATE = 0.002;

  private SiameseSample() {}

  /// Trains and tests; [Recipe] lists the system properties that change how, of which the learning
  /// rate and where weights go do not matter here.
  public static void main(String[] args) throws IOException {
    FashionMnist data = FashionMnist.load();
    System.out.println(data);
    double right = train(data, Recipe.ofSystemProperties());
    System.out.println(Text.format("pairs judged rightly: %.2f %%", 100 * right));
  }

  /// Trains, and tells the share of the test pairs that are judged rightly.
  public static double train(FashionMnist data, Recipe recipe) {
    try (Device device = Device.cpu(recipe.threads());
        SiameseGraph net = SiameseGraph.bind(device, recipe.batch())) {
      net.initialize(Xavier.uniform(), recipe.seed());
      Adam adam = new Adam(LEARNING_RATE);
      Batches batches = data.train(recipe.batch(), recipe.seed());
      for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
        long right = 0;
        long seen = 0;
        for (Batch batch : batches) {
          Pairs pairs = Pairs.of(batch);
          float[] same =
              net.forward(
                      First.of(pairs.first()),
                      Second.of(pairs.second()),
                      SameLabel.of(pairs.same()))
                  .same()
                  .toFloats();
          net.backward();
          adam.update(net);
          right += right(pairs, same);
          seen += pairs.rows();
        }
        System.out.println(
            Text.format("epoch %d/%d  right %.3f", epoch, recipe.epochs(), right / (double) seen));
      }
      return test(net, data);
    }
  }

  private static double test(SiameseGraph net, FashionMnist data) {
    long right = 0;
    long seen = 0;
    for (Batch batch : data.test(net.batch())) {
      Pairs pairs = Pairs.of(batch);
      float[] same =
          net.infer(First.of(pairs.first()), Second.of(pairs.second())).same().toFloats();
      right += right(pairs, same);
      seen += pairs.rows();
    }
    return right / (double) seen;
  }

  private static long right(Pairs pairs, float[] same) {
    long right = 0;
    for (int i = 0; i < pairs.rows(); i++) {
      right += (same[i] > 0.5) == (pairs.same()[i] > 0.5) ? 1 : 0;
    }
    return right;
  }
}
