package io.nacre.processor.mxnet;

import io.nacre.processor.NacreProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles a source file that is a file, so that the compiler can tell where it is.
final class Javac {
  private Javac() {}

  /// What the compiler prints.
  static String compile(Path source, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Files.createDirectories(classes);
    StringWriter text = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              text,
              files,
              null,
              List.of("-d", classes.toString(), "-Anacre.vector=off"),
              null,
              files.getJavaFileObjects(source));
      task.setProcessors(List.of(new NacreProcessor()));
      task.call();
    }
    return text.toString();
  }
}
