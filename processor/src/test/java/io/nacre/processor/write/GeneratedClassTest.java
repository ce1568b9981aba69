package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.NacreProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/// The whole class of LeNet, kept to be read: a change of what is generated shows up here.
class GeneratedClassTest {
  private static final Path GOLDEN = Path.of("src/test/resources/generated/LeNetGraph.java");

  private static final Pattern OURS =
      Pattern.compile("import (io\\.nacre\\.runtime|java|jdk\\.incubator\\.vector)\\..*");

  private static final JavaFileObject LENET =
      JavaFileObjects.forSourceString(
          "demo.LeNet",
          """
          package demo;

          import io.nacre.annotations.*;

          @Model
          interface LeNet {
            @Input({1, 28, 28})                   Symbol data();
            @Conv(filters = 20, kernel = 5)       Symbol conv1(Symbol data);
            @Tanh                                 Symbol tanh1(Symbol conv1);
            @MaxPool(kernel = 2, stride = 2)      Symbol pool1(Symbol tanh1);
            @Conv(filters = 50, kernel = 5)       Symbol conv2(Symbol pool1);
            @Tanh                                 Symbol tanh2(Symbol conv2);
            @MaxPool(kernel = 2, stride = 2)      Symbol pool2(Symbol tanh2);
            @FullyConnected(units = 500)          Symbol fc1(Symbol pool2);
            @Tanh                                 Symbol tanh3(Symbol fc1);
            @FullyConnected(units = 10)           Symbol fc2(Symbol tanh3);
            @SoftmaxOutput                        Symbol out(Symbol fc2);
          }
          """);

  @Test
  void isTheOneThatIsKept() throws IOException {
    String generated = generate(LENET);
    if (!Files.exists(GOLDEN)) {
      fail("there is no " + GOLDEN.toAbsolutePath() + "; if this is right, make it:\n" + generated);
    }
    assertEquals(Files.readString(GOLDEN), generated, () -> "differs from " + GOLDEN);
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    assertEquals(generate(LENET), generate(LENET));
  }

  @Test
  void isAsNarrowAsWhatPeopleWrite() throws IOException {
    List<String> wide = generate(LENET).lines().filter(line -> line.length() > 120).toList();
    assertTrue(wide.isEmpty(), () -> String.join("\n", wide));
  }

  @Test
  void callsTheRuntimeOnly() throws IOException {
    List<String> others =
        generate(LENET)
            .lines()
            .filter(line -> line.startsWith("import "))
            .filter(line -> !OURS.matcher(line).matches())
            .toList();
    assertEquals(List.of("import javax.annotation.processing.Generated;"), others);
  }

  @Test
  void offersFewMembersToCompletion() throws IOException {
    List<String> members =
        generate(LENET)
            .lines()
            .filter(line -> line.startsWith("  public ") && line.contains("("))
            .filter(line -> !line.contains(" static "))
            .toList();
    assertTrue(members.size() <= 8, () -> String.join("\n", members));
  }

  /// The source text, which must compile without a warning.
  private static String generate(JavaFileObject model) throws IOException {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions(
                "--add-modules",
                "jdk.incubator.vector",
                "-Anacre.vector=require",
                "-Xlint:all,-incubating,-processing",
                "-Werror")
            .compile(model);
    assertEquals(Compilation.Status.SUCCESS, compilation.status(), compilation.errors()::toString);
    JavaFileObject file = compilation.generatedSourceFile("demo.LeNetGraph").orElseThrow();
    return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
