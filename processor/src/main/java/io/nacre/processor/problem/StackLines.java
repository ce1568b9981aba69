package io.nacre.processor.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A failure in a few lines, which are as a rule enough to find its reason: what was thrown, where,
/// and the way there through the code that is blamed.
public final class StackLines {
  private static final int FRAMES = 4;

  private StackLines() {}

  /// @param blamed how the names of the classes begin whose frames are shown beside the innermost
  public static List<String> of(Throwable failure, String blamed) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    List<String> lines = new ArrayList<>();
    lines.add(failure.getClass().getName() + message);
    frames(failure, blamed).forEach(frame -> lines.add("at " + frame));
    return lines;
  }

  private static Stream<StackTraceElement> frames(Throwable failure, String blamed) {
    StackTraceElement[] all = failure.getStackTrace();
    Stream<StackTraceElement> own =
        Arrays.stream(all).filter(frame -> frame.getClassName().startsWith(blamed));
    return Stream.concat(Arrays.stream(all).limit(1), own).distinct().limit(FRAMES);
  }
}
