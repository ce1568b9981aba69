package io.nacre.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs a class of this class path in a JVM of its own.
///
/// @param output what it printed, save the JVM's own warnings
record Jvm(int status, String output) {
  /// Runs `main`.
  ///
  /// @param options of the JVM, in addition to the vector module
  static Jvm run(List<String> options, Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(options);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Jvm(
          process.waitFor(),
          output
              .lines()
              .filter(line -> !line.contains("incubator modules"))
              .collect(Collectors.joining("\n")));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
