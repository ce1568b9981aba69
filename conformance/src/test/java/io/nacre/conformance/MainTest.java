package io.nacre.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void countsAndListsWhatIsNotRight() {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put("op/a", new Verdict.Passed());
    verdicts.put("op/b", new Verdict.Failed("out[3]: expected 1\nbut is 2"));
    verdicts.put("op/c", new Verdict.Skipped("topk"));
    verdicts.put("op/d", new Verdict.Passed());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int failed = Main.print(verdicts, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertEquals(1, failed);
    assertEquals(
        List.of(
            "failed   op/b: out[3]: expected 1",
            "         but is 2",
            "skipped  op/c: topk",
            "2 passed, 1 failed, 1 skipped"),
        bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void listsCasesOrAllOfAFolder() {
    List<String> wanted = List.of("op/a", "optim/metrics");
    assertTrue(Main.isWanted("op/a", wanted));
    assertTrue(Main.isWanted("optim/metrics/f1", wanted));
    assertFalse(Main.isWanted("op/ab", wanted));
    assertFalse(Main.isWanted("optim", wanted));
  }
}
