package io.nacre.processor.mxnet;

import static io.nacre.processor.ModelCompilation.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ModelCompilation;
import io.nacre.processor.problem.ProblemId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Models that come from MXNet's symbol files.
class ImportTest {
  @TempDir Path folder;

  static ModelCompilation golden(String model) {
    try {
      Path folder = Path.of(ImportTest.class.getResource("/golden/json").toURI());
      return ModelCompilation.of(model).option("-Anacre.models=" + folder);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private ModelCompilation file(String model, String text) throws IOException {
    Files.writeString(folder.resolve("net.json"), text);
    return ModelCompilation.of(model).option("-Anacre.models=" + folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1_9_attrs", "v0_9_5_attr", "v0_9_hidden_keys", "v0_8_param", "no_row_ptr", "two_heads"
      })
  void filesOfAllVersions(String name) {
    golden(
            """
            @Model
            @Import("%s.json")
            interface Net {
              @Input(5) Symbol data();
            }
            """
                .formatted(name))
        .using("net.forward(null, null);")
        .succeeds();
  }
}
