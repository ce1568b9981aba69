package io.nacre.processor.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/// The pictures that come of a source, by the names of their files.
final class Drawn {
  private static final String IMPORTS = "import io.nacre.annotations.*;\n";
  private static final Pattern TYPE = Pattern.compile("(?:interface|class) (\\w+)");

  private Drawn() {}

  /// @param option the value of `-Anacre.diagram`
  static Map<String, String> of(String source, String option) {
    Matcher type = TYPE.matcher(source);
    assertEquals(true, type.find(), "a type in the source");
    Matcher packaged = Pattern.compile("package (\\w+);").matcher(source);
    boolean named = packaged.find();
    String name = (named ? packaged.group(1) + "." : "") + type.group(1);
    String text = named ? packaged.group() + IMPORTS + packaged.replaceFirst("") : IMPORTS + source;
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off", "-Anacre.diagram=" + option)
            .compile(new SourceText(name, text));
    Map<String, String> pictures = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getName().matches(".*\\.(dot|mmd)")) {
        pictures.put(file.getName().replaceFirst("^/?SOURCE_OUTPUT/", ""), text(file));
      }
    }
    return pictures;
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
