package io.nacre.processor.inline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The models of `docs/blocks.md` are right, and the message on it is the one that is printed.
class BlocksPageTest {
  private static final Path PAGE = Path.of("../docs/blocks.md");
  private static final Pattern MODEL = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern MESSAGE =
      Pattern.compile("Towers.java:(\\d+): error: (.*?)\n.*?\\^\n(.*?)```", Pattern.DOTALL);

  @Test
  void modelsAreRight() throws IOException {
    Compilation compilation = compile(models());
    assertEquals(Compilation.Status.SUCCESS, compilation.status(), compilation::toString);
    assertTrue(compilation.warnings().isEmpty(), () -> compilation.warnings().toString());
  }

  @Test
  void printsWhatThePageSays() throws IOException {
    var said = MESSAGE.matcher(Files.readString(PAGE));
    assertTrue(said.find());
    Compilation compilation = compile(models().replace("kernel = 3, stride", "kernel = 30, stride"));
    assertEquals(1, compilation.errors().size());
    var error = compilation.errors().getFirst();
    assertEquals(
        said.group(2) + "\n" + said.group(3).stripTrailing(), error.getMessage(Locale.ROOT).strip());
    // the imports are one line more than on the page
    assertEquals(Integer.parseInt(said.group(1)) + 1, error.getLineNumber());
  }

  private static String models() throws IOException {
    return MODEL
        .matcher(Files.readString(PAGE))
        .results()
        .map(model -> model.group(1))
        .collect(Collectors.joining("\n"));
  }

  private static Compilation compile(String models) {
    return Compiler.javac()
        .withProcessors(new NacreProcessor())
        .withOptions("-Anacre.vector=off", "-Xlint:all,-incubating,-processing")
        .compile(new SourceText("Towers", "import io.nacre.annotations.*;\n" + models));
  }
}
