package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Training has the same bits for any number of threads, in vector, scalar and interpreted code,
/// and on vectors of any width.
class SameBitsTest {
  private static final int STEPS = 20;
  private static final int BATCH = 32;

  /// What one thread computes in this JVM.
  private static final String HASH = hash(1);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void threads(int threads) {
    assertEquals(HASH, hash(threads));
  }

  @Test
  void scalarCode() throws IOException {
    assertEquals(HASH, elsewhere(STEPS, BATCH, "-Dnacre.vector=off"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:MaxVectorSize=16", "-XX:UseAVX=2"})
  void narrowerVectors(String option) throws IOException {
    assumeTrue(
        !option.contains("AVX") || System.getProperty("os.arch").equals("amd64"),
        "this processor has no AVX");
    assertEquals(HASH, elsewhere(STEPS, BATCH, option));
  }

  @Test
  void interpreter() throws IOException {
    String compiled = LeNetSteps.hash(2, 2, 2);
    assertEquals(compiled, elsewhere(2, 2, "-Xint"));
    assertEquals(compiled, elsewhere(2, 2, "-Xint", "-Dnacre.vector=off"));
  }

  private static String hash(int threads) {
    try {
      return LeNetSteps.hash(STEPS, BATCH, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String elsewhere(int steps, int batch, String... options) throws IOException {
    Jvm jvm = Jvm.run(List.of(options), LeNetSteps.class, "" + steps, "" + batch, "2");
    assertEquals(0, jvm.status(), jvm.output());
    return jvm.output();
  }
}
