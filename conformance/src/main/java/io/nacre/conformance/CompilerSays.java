package io.nacre.conformance;

import java.util.List;
import java.util.stream.Collectors;

/// What a model's errors mean for its case.
final class CompilerSays {
  private CompilerSays() {}

  /// Whether all that is wrong is that something does not follow from what is given.
  static boolean isUndetermined(String errors) {
    List<String> firstLines = errors.lines().filter(line -> line.startsWith("[nacre/")).toList();
    return !firstLines.isEmpty()
        && firstLines.stream().allMatch(line -> line.startsWith("[nacre/UndeterminedShape]"));
  }

  /// Skipped if all that is wrong is something that Nacre lacks; else failed.
  static Verdict verdict(String errors) {
    List<String> firstLines = errors.lines().filter(line -> line.startsWith("[nacre/")).toList();
    boolean lacking =
        !firstLines.isEmpty()
            && firstLines.stream()
                .allMatch(
                    line ->
                        line.startsWith("[nacre/UnknownOperator]")
                            || line.contains("not supported"));
    return lacking
        ? new Verdict.Skipped(
            firstLines.stream()
                .map(line -> line.substring(line.indexOf("] ") + 2))
                .distinct()
                .collect(Collectors.joining("; ")))
        : new Verdict.Failed(errors);
  }
}
