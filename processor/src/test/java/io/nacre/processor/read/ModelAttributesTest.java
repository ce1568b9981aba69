package io.nacre.processor.read;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.ReadModel;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAttributesTest {
  private static final String BODY =
      """
       interface M {
        @Input(3) Symbol data();
        @Tanh Symbol out(Symbol data);
      }
      """;

  @Test
  void read() {
    ModelDeclaration model =
        ReadModel.of("@Model(batch = 64, memory = \"1.5 KiB\")" + BODY).declaration();
    assertEquals(64, model.batch());
    assertEquals(1536, model.memory().orElseThrow().bytes());
  }

  @Test
  void negativeBatch() {
    ModelCompilation.of("@Model(batch = ‸-3)" + BODY)
        .reports(BAD_ATTRIBUTE, "@Model: batch = -3 is not a batch size", "batch = 3");
  }

  @Test
  void noBatch() {
    ModelCompilation.of("@Model(batch = ‸0)" + BODY)
        .reports(BAD_ATTRIBUTE, "@Model: batch = 0 is not a batch size", "leave batch out");
  }

  @Test
  void unreadableMemory() {
    ModelCompilation.of("@Model(batch = 4, memory = ‸\"64mb\")" + BODY)
        .reports(BAD_ATTRIBUTE, "memory = \"64mb\" is not an amount of memory", "\"64MB\"");
  }

  @Test
  void memoryWithoutBatch() {
    ModelCompilation.of("@Model(memory = ‸\"64MB\")" + BODY)
        .reports(
            BAD_ATTRIBUTE,
            "memory = \"64MB\" limits a network whose batch size is open",
            "@Model(batch = 64, memory = \"64MB\")");
  }

  @ParameterizedTest
  @CsvSource({"64MB, 64000000", "64MiB, 67108864", "1B, 1", "0.5 KB, 500", "3GiB, 3221225472"})
  void amounts(String text, long bytes) {
    assertEquals(OptionalLong.of(bytes), MemorySize.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"64", "MB", "-1MB", "0MB", "64 mb", "64iB", "1e3KB", "99999999999999TB"})
  void noAmounts(String text) {
    assertEquals(OptionalLong.empty(), MemorySize.parse(text));
  }
}
