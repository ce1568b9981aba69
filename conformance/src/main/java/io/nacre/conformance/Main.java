package io.nacre.conformance;

import io.nacre.runtime.Device;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs another framework's cases: `Main mxnet FOLDER`, with `-Dlist=FILE` only those that the file
/// lists, one name on a line; `optim/metrics` stands for all below it.
///
/// Prints each case that failed or was skipped, and at last `N passed, N failed, N skipped`. Exits with
/// 1 if any failed.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].equals("mxnet")) {
      System.err.println(
          "-Dconformance=mxnet -Dcases=FOLDER: the framework, and the folder of its cases");
      System.exit(2);
    }
    Path folder = Path.of(arguments[1]);
    if (!Files.isDirectory(folder)) {
      System.err.println("-Dcases=" + folder + ": there is no such folder");
      System.exit(2);
    }
    Path scratch = Files.createTempDirectory("nacre-conformance");
    List<Case> cases = MxnetCases.in(folder, scratch, Device.cpu());
    String list = System.getProperty("list", "");
    if (!list.isEmpty()) {
      List<String> wanted = Files.readAllLines(Path.of(list));
      cases = cases.stream().filter(each -> isWanted(each.name(), wanted)).toList();
    }
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int failed = print(Runner.run(cases, threads), out);
    delete(scratch);
    System.exit(failed == 0 ? 0 : 1);
  }

  static boolean isWanted(String name, List<String> wanted) {
    return wanted.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "/"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /// @return how many failed
  static int print(Map<String, Verdict> verdicts, PrintStream out) {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    for (Map.Entry<String, Verdict> each : verdicts.entrySet()) {
      switch (each.getValue()) {
        case Verdict.Passed _ -> passed++;
        case Verdict.Failed(String why) -> {
          failed++;
          out.println("failed   " + each.getKey() + ": " + why.replace("\n", "\n         "));
        }
        case Verdict.Skipped(String missing) -> {
          skipped++;
          out.println("skipped  " + each.getKey() + ": " + missing);
        }
      }
    }
    out.println("%d passed, %d failed, %d skipped".formatted(passed, failed, skipped));
    return failed;
  }
}
