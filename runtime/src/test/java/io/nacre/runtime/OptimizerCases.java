package io.nacre.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The optimizers with the settings of the golden cases, and further ones.
final class OptimizerCases {
  /// A golden case.
  record Case(String text, Supplier<Optimizer<?>> optimizer, Map<?, ?> golden) {
    double[] start() {
      return GoldenJson.numbers(golden.get("start"));
    }

    double[] gradient(int step) {
      return GoldenJson.numbers(((List<?>) golden.get("gradients")).get(step));
    }

    double[] weights(int step) {
      return GoldenJson.numbers(((List<?>) golden.get("weights_after")).get(step));
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private OptimizerCases() {}

  static Stream<Case> golden() {
    List<Case> cases = new ArrayList<>();
    for (Object golden : (List<?>) GoldenJson.read("/golden-optim/optimizers.json")) {
      Map<?, ?> map = (Map<?, ?>) golden;
      String text = map.get("optimizer") + " " + map.get("arguments");
      cases.add(new Case(text, () -> optimizer(map), map));
    }
    return cases.stream();
  }

  /// Every optimizer, with settings that leave no part of it out.
  static Stream<Supplier<Optimizer<?>>> all() {
    return Stream.of(
        () -> new Sgd(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new Sgd(0.1).momentum(0.9).weightDecay(0.01).clipGradient(0.2),
        () -> new Nag(0.1).momentum(0.9).weightDecay(0.01).clipGradient(0.2),
        () -> new Adam(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new AdamW(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new AdaGrad(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new AdaDelta(0.5).weightDecay(0.01).clipGradient(0.2),
        () -> new RmsProp(0.1).weightDecay(0.01).clipGradient(0.2).clipWeights(0.7),
        () -> new RmsProp(0.1).centered(true).weightDecay(0.01).clipGradient(0.2).clipWeights(0.7),
        () -> new Ftrl(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new Adamax(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new Nadam(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new Signum(0.1).weightDecay(0.01).clipGradient(0.2).decoupledDecay(0.02),
        () -> new Signum(0.1).momentum(0).weightDecay(0.01).decoupledDecay(0.02),
        () -> new Ftml(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new Lamb(0.1).weightDecay(0.01).clipGradient(0.2),
        () -> new Lars(0.1).momentum(0.9).weightDecay(0.01).clipGradient(0.2));
  }

  private static Optimizer<?> optimizer(Map<?, ?> golden) {
    double rate = (Double) golden.get("learning_rate");
    Optimizer<?> optimizer =
        switch ((String) golden.get("optimizer")) {
          case "sgd" -> new Sgd(rate);
          case "nag" -> new Nag(rate);
          case "adam" -> new Adam(rate);
          case "adagrad" -> new AdaGrad(rate);
          case "adadelta" -> new AdaDelta(1); // MXNet's does not look at the learning rate
          case "rmsprop" -> new RmsProp(rate);
          case "ftrl" -> new Ftrl(rate);
          case "adamax" -> new Adamax(rate);
          case "nadam" -> new Nadam(rate);
          case "signum" -> new Signum(rate);
          case "ftml" -> new Ftml(rate);
          case "lamb" -> new Lamb(rate);
          default -> throw new IllegalArgumentException("optimizer " + golden.get("optimizer"));
        };
    optimizer.rescaleGradient(1);
    ((Map<?, ?>) golden.get("arguments"))
        .forEach((name, value) -> set(optimizer, rate, (String) name, value));
    return optimizer;
  }

  private static void set(Optimizer<?> optimizer, double rate, String name, Object value) {
    switch (name) {
      case "wd" -> optimizer.weightDecay((Double) value);
      case "clip_gradient" -> optimizer.clipGradient((Double) value);
      case "rescale_grad" -> optimizer.rescaleGradient((Double) value);
      case "lr_scheduler" -> optimizer.schedule(new FactorSchedule(rate, 2, 0.5));
      case "momentum" -> {
        switch (optimizer) {
          case Sgd sgd -> sgd.momentum((Double) value);
          case Nag nag -> nag.momentum((Double) value);
          case Signum signum -> signum.momentum((Double) value);
          default -> throw new IllegalArgumentException(name);
        }
      }
      case "wd_lh" -> ((Signum) optimizer).decoupledDecay((Double) value);
      case "beta1" -> ((Adam) optimizer).beta1((Double) value);
      case "beta2" -> ((Adam) optimizer).beta2((Double) value);
      case "epsilon" -> ((Adam) optimizer).epsilon((Double) value);
      case "centered" -> ((RmsProp) optimizer).centered((Boolean) value);
      default -> throw new IllegalArgumentException(name);
    }
  }
}
