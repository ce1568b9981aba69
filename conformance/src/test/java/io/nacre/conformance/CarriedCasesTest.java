package io.nacre.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nacre.runtime.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The cases that come with the project, from their files.
class CarriedCasesTest {
  private static final Path CASES = Path.of("../processor/src/test/resources/golden");

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicTest> areMxnets() throws IOException {
    List<Case> cases = MxnetCases.in(CASES, scratch, Device.cpu());
    assertTrue(cases.size() > 100, cases.size() + " cases");
    return Runner.run(cases, 2).entrySet().stream()
        .map(each -> dynamicTest(each.getKey(), () -> check(each.getValue())));
  }

  private static void check(Verdict verdict) {
    switch (verdict) {
      case Verdict.Passed _ -> {}
      case Verdict.Failed(String why) -> fail(why);
      case Verdict.Skipped(String missing) -> Assumptions.abort("Nacre lacks " + missing);
    }
  }
}
