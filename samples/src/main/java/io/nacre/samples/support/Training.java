package io.nacre.samples.support;

import io.nacre.runtime.Accuracy;
import io.nacre.runtime.CrossEntropy;
import io.nacre.runtime.Device;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.data.Batches;
import io.nacre.runtime.data.Batches.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Trains a classifier on Fashion-MNIST: the whole life of a network, from data to saved weights.
///
/// They go to `target/<model>.safetensors`, or to the file that the property `weights` names.
public final class Training {
  private final Classifier net;
  private final Recipe recipe;
  private final Sgd sgd;

  private Training(Classifier net, Recipe recipe) {
    this.net = net;
    this.recipe = recipe;
    this.sgd = recipe.optimizer();
  }

  /// Trains, tests, saves, and tests again what was saved; the last line printed is the accuracy.
  ///
  /// @throws WrongSetting if a system property makes no sense
  /// @throws IOException if data cannot be read, or weights not written
  public static void run(String name, Recipe recipe, Classifier.Binder binder) throws IOException {
    FashionMnist data = FashionMnist.load();
    try (Device device = Device.cpu(recipe.threads());
        Classifier net = binder.bind(device, recipe.batch())) {
      System.out.println(
          Text.format("%s, %,d parameters, on %s", name, net.graph().parameters().count(), device));
      System.out.println(data);
      train(net, data, recipe);
      double accuracy = test(net, data);
      Path file = save(net, name);
      try (Classifier loaded = binder.bind(device, recipe.batch())) {
        loaded.graph().load(file);
        requireSame(accuracy, test(loaded, data));
      }
      if (!net.report(data).isEmpty()) {
        System.out.println(net.report(data));
      }
      System.out.println("saved to " + file + "; loaded into a fresh graph, it is as accurate");
      System.out.println(Text.format("test accuracy: %.2f %%", 100 * accuracy));
    }
  }

  /// Gives a network its first weights and trains it.
  public static void train(Classifier net, FashionMnist data, Recipe recipe) {
    net.graph().initialize(Xavier.uniform(), recipe.seed());
    Batches batches = data.train(recipe.batch(), recipe.seed());
    Training training = new Training(net, recipe);
    for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
      training.epoch(epoch, batches);
    }
  }

  private void epoch(int epoch, Batches batches) {
    CrossEntropy loss = new CrossEntropy();
    Accuracy accuracy = new Accuracy();
    sgd.learningRate(recipe.learningRate(epoch));
    try (Progress progress = Progress.of(epoch, recipe.epochs(), batches.count())) {
      for (Batch batch : batches) {
        Tensor predicted = net.forward(batch);
        net.backward();
        sgd.update(net.graph());
        loss.update(batch.labels(), predicted);
        accuracy.update(batch.labels(), predicted);
        progress.step(batch.rows(), loss.value(), accuracy.value());
      }
    }
  }

  /// The share of the test images that a network names rightly.
  public static double test(Classifier net, FashionMnist data) {
    Accuracy accuracy = new Accuracy();
    for (Batch batch : data.test(net.graph().batch())) {
      accuracy.update(batch.labels(), net.infer(batch));
    }
    return accuracy.value();
  }

  private static Path save(Classifier net, String name) throws IOException {
    String ownChoice = "target/" + name.toLowerCase(Locale.ROOT) + ".safetensors";
    Path file = Path.of(Setting.text("weights").orElse(ownChoice));
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    net.graph().save(file);
    return file;
  }

  private static void requireSame(double saved, double loaded) {
    if (saved != loaded) {
      throw new IllegalStateException(
          "the accuracy was %s when saved, and %s when loaded".formatted(saved, loaded));
    }
  }
}
