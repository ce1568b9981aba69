package io.nacre.samples.autoencoder;

import io.nacre.runtime.Adam;
import io.nacre.runtime.Device;
import io.nacre.runtime.MeanSquaredError;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.data.Batches;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.autoencoder.AutoencoderGraph.Data;
import io.nacre.samples.autoencoder.AutoencoderGraph.ImageLabel;
import io.nacre.samples.support.FashionMnist;
import io.nacre.samples.support.Recipe;
import java.io.IOException;
import java.util.Locale;

/// Trains [Autoencoder] on Fashion-MNIST by Adam; no label is looked at.
public final class AutoencoderSample {
  private static final double LEARNING_RATE = 0.01;

  private AutoencoderSample() {}

  /// Trains and tests; [Recipe] lists the system properties that change how, of which the learning
  /// rate and where weights go do not matter here.
  public static void main(String[] args) throws IOException {
    FashionMnist data = FashionMnist.load();
    System.out.println(data);
    double error = train(data, Recipe.ofSystemProperties());
    System.out.println(line("test error: %.4f (mean square of a pixel from 0 to 1)", error));
  }

  /// Trains, and tells the mean square error on the test images.
  public static double train(FashionMnist data, Recipe recipe) {
    try (Device device = Device.cpu(recipe.threads());
        AutoencoderGraph net = AutoencoderGraph.bind(device, recipe.batch())) {
      net.initialize(Xavier.uniform(), recipe.seed());
      Adam adam = new Adam(LEARNING_RATE);
      Batches batches = data.train(recipe.batch(), recipe.seed());
      for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
        MeanSquaredError error = new MeanSquaredError();
        for (Batch batch : batches) {
          float[] images = batch.images();
          error.update(images, net.forward(Data.of(images), ImageLabel.of(images)).image());
          net.backward();
          adam.update(net);
        }
        System.out.println(
            line("epoch %d/%d  error %.4f", epoch, recipe.epochs(), error.value()));
      }
      return test(net, data);
    }
  }

  private static double test(AutoencoderGraph net, FashionMnist data) {
    MeanSquaredError error = new MeanSquaredError();
    for (Batch batch : data.test(net.batch())) {
      error.update(batch.images(), net.infer(Data.of(batch.images())).image());
    }
    return error.value();
  }

  private static String line(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}
