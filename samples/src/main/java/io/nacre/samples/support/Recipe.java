package io.nacre.samples.support;

import io.nacre.runtime.Sgd;

/// The numbers that a training run depends on, each with a system property that changes it.
///
/// | property | | default |
/// | --- | --- | --- |
/// | `epochs` | how often all images are seen | 8 |
/// | `batch` | how many images make a step | 64 |
/// | `learningRate` | how far the first steps go | 0.05 |
/// | `seed` | of the first weights and of the order of the images | 42 |
/// | `threads` | how many threads work; no number changes any result | one per processor |
///
/// Momentum, weight decay and the decay of the learning rate are constants below. Where images come
/// from is a matter of [FashionMnist], and where weights go, of [Training].
public record Recipe(int epochs, int batch, double learningRate, long seed, int threads) {
  /// The defaults of the table above.
  public static final Recipe DEFAULT =
      new Recipe(8, 64, 0.05, 42, Runtime.getRuntime().availableProcessors());

  private static final double MOMENTUM = 0.9;
  private static final double WEIGHT_DECAY = 0.0005;

  /// What the learning rate is multiplied by after each epoch.
  private static final double LEARNING_RATE_DECAY = 0.7;

  /// The defaults, save for what system properties say.
  ///
  /// @throws WrongSetting if one is no number, or too small
  public static Recipe ofSystemProperties() {
    return ofSystemProperties(DEFAULT);
  }

  /// A sample's own defaults, save for what system properties say.
  ///
  /// @throws WrongSetting if one is no number, or too small
  public static Recipe ofSystemProperties(Recipe defaults) {
    return new Recipe(
        Setting.count("epochs", defaults.epochs),
        Setting.count("batch", defaults.batch),
        Setting.rate("learningRate", defaults.learningRate),
        Setting.seed("seed", defaults.seed),
        Setting.count("threads", defaults.threads));
  }

  /// The same with another number of epochs.
  public Recipe epochs(int epochs) {
    return new Recipe(epochs, batch, learningRate, seed, threads);
  }

  /// The optimizer at its first learning rate.
  Sgd optimizer() {
    return new Sgd(learningRate).momentum(MOMENTUM).weightDecay(WEIGHT_DECAY);
  }

  /// The learning rate of an epoch, counted from 1.
  double learningRate(int epoch) {
    return learningRate * Math.pow(LEARNING_RATE_DECAY, epoch - 1);
  }
}
