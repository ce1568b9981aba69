package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the README shows is what there is.
class ReadmeTest {
  private static final Path PROJECT = Path.of("src/it/shortest");

  @TempDir private Path classes;

  @ParameterizedTest
  @CsvSource({
    "xml, 0, pom.xml",
    "java, 2, src/main/java/com/example/Xor.java",
    "java, 3, src/main/java/com/example/Main.java"
  })
  void showsTheProjectThatIsBuilt(String language, int number, String file) throws IOException {
    assertEquals(Files.readString(PROJECT.resolve(file)), block(language, number));
  }

  @Test
  void modelIsRight() throws IOException {
    assertEquals("", compile(block("java", 0)));
  }

  @Test
  void wrongModelPrintsWhatItSays() throws IOException {
    String model = block("java", 0);
    String wrong = model.replace("50, kernel = 5)", "50, kernel = 13)");
    assertEquals(block("", 0), compile(wrong).replaceFirst("1 error\n$", ""));
  }

  @Test
  void moduleNeedsNoFlags() throws IOException {
    List<String> options =
        List.of("--module-path", System.getProperty("java.class.path"), "-Anacre.vector=require");
    String printed =
        compile(
            options,
            source(
                "module-info",
                "module m { requires static io.nacre.annotations; requires io.nacre.runtime; }"),
            source("Xor", block("java", 2)),
            source("Main", block("java", 3)));
    assertFalse(printed.contains("error"), printed);
    assertTrue(Files.exists(classes.resolve("com/example/XorGraph.class")), printed);
  }

  /// A block of code, counted from 0 among those of a language.
  private static String block(String language, int number) throws IOException {
    List<String> blocks =
        Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../README.md")))
            .results()
            .filter(block -> block.group(1).equals(language))
            .map(block -> block.group(2))
            .toList();
    assertTrue(number < blocks.size(), "only %d blocks of %s".formatted(blocks.size(), language));
    return blocks.get(number);
  }

  /// What javac prints for `LeNet.java`.
  private String compile(String text) {
    return compile(List.of("-proc:only", "-Anacre.vector=off"), source("LeNet", text))
        .replace("/LeNet.java:", "LeNet.java:");
  }

  private String compile(List<String> options, JavaFileObject... files) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes.toString()));
    StringWriter printed = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(printed, null, null, all, null, List.of(files));
    task.setProcessors(ServiceLoader.load(Processor.class));
    task.call();
    return printed.toString();
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
