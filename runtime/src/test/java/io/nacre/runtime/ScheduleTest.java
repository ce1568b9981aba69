package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
  static Stream<Arguments> schedules() {
    return Stream.of(
        Arguments.of("factor", new FactorSchedule(1, 5, 0.5).stop(0.1)),
        Arguments.of("multifactor", new MultiFactorSchedule(1, 0.1, 3, 7, 8)),
        Arguments.of("poly", new PolySchedule(1, 20).end(0.01)),
        Arguments.of("cosine", new CosineSchedule(1, 20).end(0.01)),
        Arguments.of("cosine_warmup", new CosineSchedule(1, 20).warmUp(5, 0.1)),
        Arguments.of("poly_warmup_constant", new PolySchedule(1, 20).constantWarmUp(4, 0.2)));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void isMxNets(String name, Schedule schedule) {
    Object golden = GoldenJson.read("/golden-optim/schedules.json");
    assertEquals(schedules().count(), ((Map<?, ?>) GoldenJson.at(golden, "schedules")).size());
    double[] updates = GoldenJson.numbers(GoldenJson.at(golden, "num_update"));
    double[] rates = GoldenJson.numbers(GoldenJson.at(golden, "schedules", name));
    assertEquals(updates.length, rates.length);
    for (int i = 0; i < rates.length; i++) {
      assertEquals(rates[i], schedule.learningRate((long) updates[i]), 1e-12, name + " " + i);
    }
  }

  @Test
  void warmUpDoesNotMoveTheSteps() {
    Schedule factor = new FactorSchedule(1, 5, 0.5).warmUp(4, 0.2);
    assertEquals(0.2 + 0.8 / 4, factor.learningRate(1), 1e-12);
    assertEquals(1, factor.learningRate(4));
    assertEquals(1, factor.learningRate(5));
    assertEquals(0.5, factor.learningRate(6));
    Schedule multi = new MultiFactorSchedule(1, 0.5, 5).constantWarmUp(4, 0.2);
    assertEquals(0.2, multi.learningRate(3));
    assertEquals(1, multi.learningRate(5));
    assertEquals(0.5, multi.learningRate(6));
  }

  @Test
  void powerOneIsAStraightLine() {
    Schedule line = new PolySchedule(1, 10).power(1).end(0.5);
    assertEquals(0.75, line.learningRate(5), 1e-12);
    assertEquals(0.5, line.learningRate(1_000_000_000_000L), 1e-12);
  }

  @Test
  void refusesWhatMakesNoSense() {
    refuses(() -> new FactorSchedule(1, 0, 0.5), "every", "at least 1", "0");
    refuses(() -> new FactorSchedule(1, 5, 1.5), "factor", "at most 1", "1.5");
    refuses(() -> new FactorSchedule(-1, 5, 0.5), "start", "-1");
    refuses(() -> new FactorSchedule(1, 5, 0.5).stop(-1), "stop", "-1");
    refuses(() -> new MultiFactorSchedule(1, 0.5, 3, 3), "number 2 is 3, not 4 or more");
    refuses(() -> new MultiFactorSchedule(1, 0.5, 0), "number 1 is 0, not 1 or more");
    refuses(() -> new PolySchedule(1, 0), "of 0 updates none is left", "at least 1");
    refuses(() -> new PolySchedule(1, 5).power(0), "power", "0.0");
    refuses(() -> new CosineSchedule(1, 5).end(Double.NaN), "end", "NaN");
    refuses(() -> new CosineSchedule(1, 5).warmUp(5, 0), "of 5 updates", "warm-up of 5", "6");
    refuses(() -> new CosineSchedule(1, 5).warmUp(2, 3), "from 3.0 does not rise to the start 1.0");
    refuses(() -> new CosineSchedule(1, 5).constantWarmUp(-2, 0), "-2 updates");
  }

  private static void refuses(Failures.Attempt attempt, String... fragments) {
    assertFails(IllegalArgumentException.class, attempt, fragments);
  }
}
