package io.nacre.processor.library;

import io.nacre.processor.NacreProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/// Compilers that read and write files on the disk, as builds do: neither keeps the names of
/// parameters in class files.
enum Compilers {
  JAVAC {
    @Override
    List<Message> compile(List<Path> files, List<String> options, boolean process)
        throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
      try (StandardJavaFileManager manager =
          compiler.getStandardFileManager(found, Locale.ROOT, null)) {
        Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(files);
        JavaCompiler.CompilationTask task =
            compiler.getTask(new StringWriter(), manager, found, options, null, sources);
        task.setProcessors(process ? List.of(new NacreProcessor()) : List.of());
        task.call();
      }
      return found.getDiagnostics().stream()
          .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
          .filter(message -> process || message.getKind() == Diagnostic.Kind.ERROR)
          .map(message -> new Message(message.getLineNumber(), message.getMessage(Locale.ROOT)))
          .toList();
    }
  },

  /// By its command line, since its other interface knows no module path.
  ECLIPSE {
    @Override
    List<Message> compile(List<Path> files, List<String> options, boolean process) {
      List<String> line = new ArrayList<>(options);
      line.addAll(List.of("-warn:none", "-proceedOnError"));
      if (!options.contains("-classpath")) {
        // else it is that of this JVM, and what is on it counts for no module
        line.addAll(List.of("-classpath", ""));
      }
      line.addAll(
          process
              ? List.of(
                  "-processorpath",
                  System.getProperty("java.class.path"),
                  "-processor",
                  NacreProcessor.class.getName())
              : List.of("-proc:none"));
      files.forEach(file -> line.add(file.toString()));
      StringWriter output = new StringWriter();
      PrintWriter writer = new PrintWriter(output);
      BatchCompiler.compile(line.toArray(String[]::new), writer, writer, null);
      List<Message> messages = new ArrayList<>();
      Matcher message = ECLIPSE_MESSAGE.matcher(output.toString());
      while (message.find()) {
        messages.add(new Message(Long.parseLong(message.group(1)), message.group(2)));
      }
      return messages;
    }
  };

  private static final Pattern ECLIPSE_MESSAGE =
      Pattern.compile(
          "^\\d+\\. (?:ERROR|WARNING) in .*? \\(at line (\\d+)\\)\n(.*?)^----------",
          Pattern.MULTILINE | Pattern.DOTALL);

  abstract List<Message> compile(List<Path> files, List<String> options, boolean process)
      throws IOException;

  /// What a compilation says, without notes.
  ///
  /// @param sources each text by its path: `lib/Net.java`
  /// @param folder where the sources and what is made of them go
  /// @param process whether Nacre takes part
  /// @param path `-classpath` or `--module-path`, and its value
  List<Message> compile(
      Map<String, String> sources, Path folder, boolean process, List<String> path) {
    try {
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve("src").resolve(source.getKey());
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.getValue()));
      }
      Path generated = Files.createDirectories(folder.resolve("generated"));
      Path classes = Files.createDirectories(classes(folder));
      List<String> options =
          new ArrayList<>(List.of("--release", "25", "-Anacre.vector=off", "-d"));
      options.addAll(List.of(classes.toString(), "-s", generated.toString()));
      options.addAll(path);
      return compile(files, options, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param line the line in the source; less than 1 for none
  record Message(long line, String text) {}

  static Path classes(Path folder) {
    return folder.resolve("classes");
  }

  /// The text of a generated source.
  static String generated(Path folder, String path) {
    try {
      return Files.readString(folder.resolve("generated").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A path as compilers take it.
  static String path(List<Path> parts) {
    return parts.stream()
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }
}
