package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.runtime.CosineSchedule;
import io.nacre.runtime.FactorSchedule;
import io.nacre.runtime.MultiFactorSchedule;
import io.nacre.runtime.PolySchedule;
import io.nacre.runtime.Schedule;
import java.util.Map;

/// The learning rates of a schedule, whose settings go by its name.
///
/// @param schedule the name
/// @param updates the numbers of updates
/// @param rates what MXNet gives for each
record ScheduleCase(String schedule, double[] updates, double[] rates) implements Case {

  static ScheduleCase of(String schedule, JsonNode file) {
    return new ScheduleCase(
        schedule,
        Json.numbers(file.get("num_update")),
        Json.numbers(file.get("schedules").get(schedule)));
  }

  @Override
  public String name() {
    return "optim/schedules/" + schedule;
  }

  @Override
  public Map<String, String> models() {
    return Map.of();
  }

  private Schedule ours() {
    return switch (schedule) {
      case "factor" -> new FactorSchedule(1, 5, 0.5).stop(0.1);
      case "multifactor" -> new MultiFactorSchedule(1, 0.1, 3, 7, 8);
      case "poly" -> new PolySchedule(1, 20).end(0.01);
      case "cosine" -> new CosineSchedule(1, 20).end(0.01);
      case "cosine_warmup" -> new CosineSchedule(1, 20).warmUp(5, 0.1);
      case "poly_warmup_constant" -> new PolySchedule(1, 20).constantWarmUp(4, 0.2);
      default -> throw new UnsupportedOperator("schedule " + schedule);
    };
  }

  @Override
  public Verdict run(ModelBatch models) {
    Schedule ours = ours();
    double[] actual = new double[updates.length];
    for (int i = 0; i < actual.length; i++) {
      actual[i] = ours.learningRate((long) updates[i]);
    }
    Comparison comparison = new Comparison();
    comparison.array("learning rate", rates, actual);
    return comparison.verdict();
  }
}
