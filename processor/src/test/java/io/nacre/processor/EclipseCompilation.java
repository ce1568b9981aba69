package io.nacre.processor;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/// A compilation in memory by ECJ, the compiler of Eclipse and VS Code.
///
/// @param diagnostics what it found
/// @param generated the text of each source that a processor wrote: `models/MGraph.java`
public record EclipseCompilation(
    List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, String> generated) {
  /// Class paths stay open, which makes a compilation four times as fast.
  private static final JavaFileManager CLASS_PATH =
      new EclipseCompiler().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /// Compiles for the newest release.
  public static EclipseCompilation of(
      List<JavaFileObject> sources, List<String> options, Processor... processors) {
    List<String> all = new ArrayList<>(List.of("-25", "-g", "-warn:-unusedImport"));
    all.addAll(options);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles files = new MemoryFiles(CLASS_PATH);
    StringWriter output = new StringWriter();
    JavaCompiler.CompilationTask task =
        new EclipseCompiler().getTask(output, files, diagnostics, all, null, sources);
    task.setProcessors(List.of(processors));
    task.call();
    return new EclipseCompilation(List.copyOf(diagnostics.getDiagnostics()), files.texts("SOURCE_OUTPUT"));
  }
}
