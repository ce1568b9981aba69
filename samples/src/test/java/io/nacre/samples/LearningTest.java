package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.samples.autoencoder.AutoencoderSample;
import io.nacre.samples.lenet.LeNetSample;
import io.nacre.samples.mlp.MlpSample;
import io.nacre.samples.resnet8.ResNet8Sample;
import io.nacre.samples.siamese.SiameseSample;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.FashionMnist;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import io.nacre.samples.twolosses.TwoLossesSample;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The samples learn from the carried images.
class LearningTest {
  @TempDir private Path folder;

  @Test
  void leNetLearns() throws IOException {
    learns(LeNetSample::bind, Recipe.DEFAULT.epochs(2), 0.8);
  }

  @Test
  void mlpLearns() throws IOException {
    learns(MlpSample::bind, Recipe.DEFAULT.epochs(4), 0.8);
  }

  @Test
  void twoLossesLearn() throws IOException {
    learns(TwoLossesSample::bind, Recipe.DEFAULT.epochs(3), 0.8);
  }

  @Test
  void resNet8Learns() throws IOException {
    learns(ResNet8Sample::bind, Recipe.DEFAULT.epochs(1), 0.65);
  }

  @Test
  void autoencoderLearns() throws IOException {
    double error = AutoencoderSample.train(FashionMnist.carried(), Recipe.DEFAULT.epochs(2));
    assertTrue(error < 0.05, "an error of " + error);
  }

  /// Of pairs of which half are of one kind, it judges half rightly without learning.
  @Test
  void siameseLearns() throws IOException {
    double right = SiameseSample.train(FashionMnist.carried(), Recipe.DEFAULT.epochs(3));
    assertTrue(right > 0.8, right + " of the pairs");
  }

  private void learns(Classifier.Binder binder, Recipe recipe, double enough)
      throws IOException {
    FashionMnist data = FashionMnist.carried();
    try (Classifier net = binder.bind(Device.cpu(), recipe.batch())) {
      Training.train(net, data, recipe);
      double accuracy = Training.test(net, data);
      assertTrue(accuracy >= enough, "an accuracy of " + accuracy);
      survivesFile(net, binder, data, accuracy);
    }
  }

  private void survivesFile(
      Classifier net, Classifier.Binder binder, FashionMnist data, double accuracy)
      throws IOException {
    Path file = folder.resolve("weights.safetensors");
    net.graph().save(file);
    try (Classifier loaded = binder.bind(Device.cpu(), 100)) {
      assertNotEquals(net.graph().parameters().hash(), loaded.graph().parameters().hash());
      loaded.graph().load(file);
      assertEquals(net.graph().parameters().hash(), loaded.graph().parameters().hash());
      assertEquals(accuracy, Training.test(loaded, data));
    }
  }
}
