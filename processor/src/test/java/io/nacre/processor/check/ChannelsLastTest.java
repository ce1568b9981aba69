package io.nacre.processor.check;

import static io.nacre.processor.problem.ProblemId.CHANNELS_LAST;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// The rule `ChannelsLast`.
class ChannelsLastTest {
  @Test
  void imagesWithTheirChannelsLast() {
    model("‸{28, 28, 3}")
        .reports(
            CHANNELS_LAST,
            "data: 28 x 28 x 3 looks like height x width x channels, but conv1 takes",
            "write @Input({3, 28, 28})");
  }

  @Test
  void imagesWithTheirChannelsFirst() {
    model("{3, 28, 28}").succeeds();
  }

  @Test
  void narrowImagesOfFewChannels() {
    model("{4, 28, 3}").succeeds();
  }

  private static ModelCompilation model(String shape) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          @Input(%s) Symbol data();
          @Conv(filters = 8, kernel = 3) Symbol conv1(Symbol data);
        }
        """
            .formatted(shape));
  }
}
