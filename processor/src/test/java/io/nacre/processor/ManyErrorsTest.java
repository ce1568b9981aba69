package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A compiler shows so many errors and no more; those that it shows are the first of ours.
class ManyErrorsTest {
  private static final int MISTAKES = 300;

  private static final List<JavaFileObject> SOURCES =
      List.of(
          new SourceText("M", model()),
          new SourceText("User", "class User { MGraph.Fc0 data; MGraph net; }"));

  @ParameterizedTest
  @CsvSource({"-Xmaxerrs, 1, 1", "-Xmaxerrs, 7, 7", "-Xmaxerrs, 1000, 300", "-g, -g, 100"})
  void javac(String option, String limit, int shown) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off", option, limit)
            .compile(SOURCES);
    areOursInOrder(shown, compilation.errors());
  }

  /// It limits its own errors only.
  @Test
  void eclipse() {
    List<String> options = List.of("-Anacre.vector=off", "-maxProblems", "7");
    areOursInOrder(
        MISTAKES, EclipseCompilation.of(SOURCES, options, new NacreProcessor()).diagnostics());
  }

  @Test
  void warningsDoNotStandInTheWayOfErrors() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off", "-Xmaxwarns", "1", "-Xmaxerrs", "1")
            .compile(
                new SourceText(
                    "M",
                    """
                    import io.nacre.annotations.*;
                    @Model interface M {
                      @Input(3) Symbol data();
                      @Input(3) Symbol unused1();
                      @Input(3) Symbol unused2();
                      @FullyConnected(units = 0) Symbol fc1(Symbol data);
                      @FullyConnected(units = 0) Symbol fc2(Symbol fc1);
                    }
                    """));
    assertEquals(1, compilation.warnings().size(), compilation.diagnostics()::toString);
    assertEquals(1, compilation.errors().size(), compilation.diagnostics()::toString);
  }

  private static void areOursInOrder(
      int shown, List<? extends Diagnostic<? extends JavaFileObject>> errors) {
    assertEquals(shown, errors.size());
    for (int i = 0; i < shown; i++) {
      String message = errors.get(i).getMessage(Locale.ROOT);
      String start = "[nacre/BadAttribute] fc" + (i + 1) + ": units = 0";
      assertTrue(message.startsWith(start), () -> start + " in: " + message);
    }
  }

  private static String model() {
    String head = "import io.nacre.annotations.*; @Model interface M { @Input(3) Symbol fc0();";
    return IntStream.rangeClosed(1, MISTAKES)
        .mapToObj(i -> "@FullyConnected(units = 0) Symbol fc%d(Symbol fc%d);".formatted(i, i - 1))
        .collect(Collectors.joining("\n", head, "}"));
  }
}
