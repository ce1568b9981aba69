package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.EclipseCompilation;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Under ECJ all models have the classes that they have under javac, and ECJ has nothing against them.
class EclipseTest {
  private static final List<String> OPTIONS =
      List.of("--add-modules", "jdk.incubator.vector", "-Anacre.vector=require");

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT32", "FLOAT64"})
  void sameClassesAndNoWarnings(String type) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    AwkwardModels.sources(type).forEach((name, text) -> sources.add(new SourceText(name, text)));
    EclipseCompilation eclipse =
        EclipseCompilation.of(sources, OPTIONS, new NacreProcessor());
    List<String> complaints =
        eclipse.diagnostics().stream()
            .filter(EclipseTest::isNoLint)
            .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
            .toList();
    assertEquals(List.of(), complaints);
    // a graph class and a companion each
    assertEquals(2 * sources.size(), eclipse.generated().size());
    assertEquals(underJavac(sources), eclipse.generated());
  }

  /// Nacre's own warnings do not matter here.
  private static boolean isNoLint(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR
        || !diagnostic.getMessage(Locale.ROOT).startsWith("[nacre/");
  }

  private static Map<String, String> underJavac(List<JavaFileObject> sources) throws IOException {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-proc:only");
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions(options)
            .compile(sources);
    Map<String, String> texts = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String name = file.getName().replaceFirst("^/?SOURCE_OUTPUT/", "");
      texts.put(name, file.getCharContent(true).toString());
    }
    return texts;
  }
}
