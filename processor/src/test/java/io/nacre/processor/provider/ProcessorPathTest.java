package io.nacre.processor.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.layers.Tracked;
import com.example.layers.TrackedLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Layers of third parties as builds use them: the annotation in a jar on the class path or module
/// path, the layer in another on the annotation processor path.
class ProcessorPathTest {
  private static final String LAYER = TrackedLayer.class.getName();

  private static final Map<String, String> MODEL =
      Map.of(
          "app/Net.java",
          """
          package app;
          import com.example.layers.Tracked;
          import io.nacre.annotations.*;
          @Model public interface Net {
            @Variable({Symbol.BATCH}) Symbol data();
            @Tracked Symbol out(Symbol data);
            default void use(NetGraph net) { net.parameters().out_gamma(); }
          }
          """);

  @TempDir private Path folder;

  private Path annotations() throws IOException {
    return ProcessorPath.jar(folder.resolve("tracked.jar"), "", Tracked.class);
  }

  private Path layers(String services) throws IOException {
    return ProcessorPath.jar(folder.resolve("layers-1.0.jar"), services, TrackedLayer.class);
  }

  @Test
  void eclipse() throws IOException, InterruptedException {
    assertEquals("", compileModel(ProcessorPath.ECLIPSE, folder));
    assertTrue(Files.exists(folder.resolve("classes/app/NetGraph.class")));
    // MXNet could not run it
    assertTrue(Files.notExists(folder.resolve("classes/app/NetGraph-symbol.json")));
  }

  private String compileModel(ProcessorPath compiler, Path to)
      throws IOException, InterruptedException {
    return compiler.compile(MODEL, to, "-classpath", List.of(annotations()), layers(LAYER));
  }

  /// The jar with the annotation is an automatic module, `tracked`.
  @Test
  void modulePath() throws IOException, InterruptedException {
    Map<String, String> sources =
        Map.of(
            "app/Net.java",
            MODEL.get("app/Net.java"),
            "module-info.java",
            """
            module app {
              requires io.nacre.annotations;
              requires io.nacre.runtime;
              requires java.compiler;
              requires tracked;
            }
            """);
    String said =
        ProcessorPath.JAVAC.compile(
            sources, folder, "--module-path", List.of(annotations()), layers(LAYER));
    assertFalse(said.contains("error"), said);
    assertTrue(Files.exists(folder.resolve("classes/app/NetGraph.class")));
  }

  @Test
  void thatCannotBeLoaded() throws IOException, InterruptedException {
    String said =
        ProcessorPath.JAVAC.compile(
            MODEL, folder, "-classpath", List.of(annotations()), layers("com.example.Gone"));
    assertTrue(said.contains("[nacre/ProviderFailed] out: nothing on the"), said);
    assertTrue(said.contains("      Provider com.example.Gone not found"), said);
  }

  /// Those who call a model of a library learn what they lack, and not that the library is wrong.
  @Test
  void inALibrary() throws IOException, InterruptedException {
    Path library = Files.createDirectories(folder.resolve("library"));
    assertEquals("", compileModel(ProcessorPath.JAVAC, library));
    Map<String, String> user =
        Map.of(
            "user/Whole.java",
            """
            package user;
            import io.nacre.annotations.*;
            @Model interface Whole {
              @Variable({Symbol.BATCH}) Symbol data();
              @Call(app.Net.class) Symbol net(Symbol data);
            }
            """);
    List<Path> used = List.of(annotations(), library.resolve("classes"));
    String said = ProcessorPath.JAVAC.compile(user, folder, "-classpath", used);
    assertTrue(said.contains("Whole.java:5: error: [nacre/BadCall] net: Net of a library"), said);
    assertTrue(said.contains("says what com.example.layers.Tracked means"), said);
    assertTrue(said.contains("put the jar that has its layer there"), said);
    assertEquals(
        "", ProcessorPath.JAVAC.compile(user, folder, "-classpath", used, layers(LAYER)));
  }
}
