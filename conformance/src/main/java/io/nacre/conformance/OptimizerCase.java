package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.runtime.Device;
import io.nacre.runtime.Optimizer;
import io.nacre.runtime.Parameter;
import java.util.Map;
import java.util.OptionalInt;

/// Some steps of an optimizer on one weight, along given gradients.
final class OptimizerCase implements Case {
  private final int number;
  private final JsonNode golden;
  private final Device device;

  OptimizerCase(int number, JsonNode golden, Device device) {
    this.number = number;
    this.golden = golden;
    this.device = device;
  }

  @Override
  public String name() {
    return "optim/optimizers/%d-%s".formatted(number, golden.get("optimizer").asText());
  }

  private String type() {
    return "OptimizerOf" + golden.get("start").size();
  }

  /// The weight itself is the head, so that the gradient of the head is its gradient.
  @Override
  public Map<String, String> models() {
    optimizer();
    return Map.of(
        "conformance." + type(),
        """
        package conformance;

        import io.nacre.annotations.*;

        @Model
        public interface %s {
          @Parameter({%d}) Symbol x_weight();
          @Identity Symbol y(Symbol x_weight);
        }
        """
            .formatted(type(), golden.get("start").size()));
  }

  private Optimizer<?> optimizer() {
    double rate = golden.get("learning_rate").asDouble();
    JsonNode arguments = golden.get("arguments");
    Optimizer<?> optimizer =
        MxnetOptimizer.of(golden.get("optimizer").asText(), rate, arguments);
    if (!arguments.has("rescale_grad")) {
      optimizer.rescaleGradient(1);
    }
    return optimizer;
  }

  @Override
  public Verdict run(ModelBatch models) {
    Class<?> type = models.graph("conformance." + type());
    Comparison comparison = new Comparison();
    try (BoundModel model = BoundModel.bind(type, device, OptionalInt.empty())) {
      Parameter weight = model.graph().parameters().iterator().next();
      weight.value().set(Json.numbers(golden.get("start")));
      Optimizer<?> optimizer = optimizer();
      for (int step = 0; step < golden.get("gradients").size(); step++) {
        model.forward(Map.of());
        model.backward(Map.of("y_output", Json.numbers(golden.get("gradients").get(step))));
        optimizer.update(model.graph());
        comparison.array(
            "weight after step " + (step + 1),
            Json.numbers(golden.get("weights_after").get(step)),
            weight.value().toDoubles());
      }
    }
    return comparison.verdict();
  }
}
