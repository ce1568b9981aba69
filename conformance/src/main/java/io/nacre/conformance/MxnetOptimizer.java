package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.runtime.AdaDelta;
import io.nacre.runtime.AdaGrad;
import io.nacre.runtime.Adam;
import io.nacre.runtime.AdamW;
import io.nacre.runtime.Adamax;
import io.nacre.runtime.FactorSchedule;
import io.nacre.runtime.Ftml;
import io.nacre.runtime.Ftrl;
import io.nacre.runtime.Lamb;
import io.nacre.runtime.Lars;
import io.nacre.runtime.Nadam;
import io.nacre.runtime.Nag;
import io.nacre.runtime.Optimizer;
import io.nacre.runtime.RmsProp;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Signum;
import java.util.Map;

/// Makes an optimizer of MXNet's name of it and its arguments.
final class MxnetOptimizer {
  /// Arguments that are not just spelt otherwise, such as `clip_gradient` and `clipGradient`.
  private static final Map<String, String> SETTERS =
      Map.of(
          "wd", "weightDecay",
          "rescale_grad", "rescaleGradient",
          "wd_lh", "decoupledDecay",
          "lamda1", "lambda1",
          "eps", "epsilon",
          "float_stable_eps", "epsilon");

  private MxnetOptimizer() {}

  /// @throws UnsupportedOperator if Nacre does not have it, or not that argument
  static Optimizer<?> of(String name, double rate, JsonNode arguments) {
    Optimizer<?> optimizer = of(name, rate);
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      if (argument.getKey().equals("lr_scheduler")) {
        optimizer.schedule(schedule(argument.getValue().asText(), rate));
      } else if (!argument.getKey().equals("learning_rate")) {
        set(optimizer, argument.getKey(), argument.getValue());
      }
    }
    return optimizer;
  }

  private static Optimizer<?> of(String name, double rate) {
    return switch (name) {
      case "sgd" -> new Sgd(rate);
      case "nag" -> new Nag(rate);
      case "adam" -> new Adam(rate);
      case "adamw" -> new AdamW(rate);
      case "adagrad" -> new AdaGrad(rate);
      case "adadelta" -> new AdaDelta(1); // MXNet's does not look at the learning rate
      case "rmsprop" -> new RmsProp(rate);
      case "ftrl" -> new Ftrl(rate);
      case "adamax" -> new Adamax(rate);
      case "nadam" -> new Nadam(rate);
      case "signum" -> new Signum(rate);
      case "ftml" -> new Ftml(rate);
      case "lamb" -> new Lamb(rate);
      case "lars" -> new Lars(rate);
      default -> throw new UnsupportedOperator("optimizer " + name);
    };
  }

  /// The one schedule of the golden optimizers: `FactorScheduler(step=2, factor=0.5)`.
  private static FactorSchedule schedule(String name, double rate) {
    if (!name.equals("factor")) {
      throw new UnsupportedOperator("schedule " + name + " with an optimizer");
    }
    return new FactorSchedule(rate, 2, 0.5);
  }

  private static void set(Optimizer<?> optimizer, String argument, JsonNode value) {
    String setter = SETTERS.getOrDefault(argument, ImportedModel.camelCase(argument));
    try {
      if (value.isBoolean()) {
        optimizer
            .getClass()
            .getMethod(setter, boolean.class)
            .invoke(optimizer, value.asBoolean());
      } else {
        optimizer.getClass().getMethod(setter, double.class).invoke(optimizer, value.asDouble());
      }
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperator(
          "optimizer %s with %s = %s"
              .formatted(optimizer.getClass().getSimpleName(), argument, value));
    }
  }
}
