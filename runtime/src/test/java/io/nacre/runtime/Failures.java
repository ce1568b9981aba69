package io.nacre.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Asserts that something fails with a message that says why.
public final class Failures {
  /// Something that should fail.
  @FunctionalInterface
  public interface Attempt {
    /// Does it.
    void run() throws Throwable;
  }

  private Failures() {}

  /// Demands an exception of this kind whose message has all `fragments`.
  public static void assertFails(
      Class<? extends Throwable> kind, Attempt attempt, String... fragments) {
    Throwable thrown = assertThrows(kind, attempt::run);
    for (String fragment : fragments) {
      assertTrue(
          thrown.getMessage().contains(fragment),
          () -> "'" + fragment + "' is not in: " + thrown.getMessage());
    }
  }
}
