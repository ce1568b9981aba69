package io.nacre.processor.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.annotations.Model;
import io.nacre.processor.library.Compilers.Message;
import io.nacre.runtime.Device;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Blocks and models that come from class files, where names of parameters and the order of methods are
/// lost: what is made of them is what would be made of their sources.
class LibraryTest {
  /// The order of all methods matters, and is not that of the alphabet.
  private static final Map<String, String> LIBRARY =
      Map.of(
          "lib/Unit.java",
          """
          package lib;

          import io.nacre.annotations.*;

          @Block
          public @interface Unit {
            @Sets({"z.filters", "b.filters"}) int filters();
            @Sets("b") int[] kernel() default 1;
            @Sets("act.value") ActivationType act() default ActivationType.TANH;

            interface Body extends BlockBody {
              @Dense(filters = PARAM) Symbol z(Symbol second);
              @Conv(filters = PARAM, kernel = PARAM) Symbol b(Symbol first);
              @Minus @Name("minus-%s") Symbol y(Symbol z, Symbol b);
              @Output @Activation(ActivationType.RELU) Symbol act(Symbol y);
              @Output @Relu Symbol a(Symbol b);
            }
          }
          """,
          "lib/Dense.java",
          """
          package lib;

          import io.nacre.annotations.*;

          @Block
          @interface Dense {
            @Sets("only") int filters();

            interface Body extends BlockBody {
              @Conv(filters = PARAM, kernel = 1, noBias = true) Symbol only(Symbol x);
            }
          }
          """,
          "lib/Nets.java",
          """
          package lib;

          import io.nacre.annotations.*;

          public interface Nets {
            @Model
            abstract class Encoder {
              @Input({3, 4, 4}) protected abstract Symbol picture();
              @Variable({Symbol.BATCH, 3, 4, 4}) protected abstract Symbol mask();
              @Times protected abstract Symbol masked(Symbol mask, Symbol picture);
              @Unit(filters = 2) protected abstract Symbol unit(Symbol picture, Symbol masked);
              @Output @FullyConnected(units = 5) @Name("the code")
              protected abstract Symbol code(Symbol unit);
            }

            @Model
            interface Base {
              @Input({3, 4, 4}) Symbol zero();
              @Input({3, 4, 4}) Symbol mask();
              @Call(Encoder.class) @Name("1st") Symbol one(Symbol zero, Symbol mask);
              @Repeat(2) @FullyConnected(units = 4) Symbol more(Symbol one);
              @Output @SoftmaxOutput Symbol last(Symbol more);
            }
          }
          """);

  private static final Map<String, String> APPLICATION =
      Map.of(
          "app/Net.java",
          """
          package app;

          import io.nacre.annotations.*;
          import lib.*;

          @Model
          public interface Net extends Nets.Base {
            @FullyConnected(units = 3) Symbol more(Symbol one);
            @Unit(filters = 4) Symbol extra(Symbol zero, @From("one.unit.b") Symbol inner);
            @Output @Tanh Symbol tanh(@From(value = "extra", output = 1) Symbol a);
            @Output @SoftmaxOutput Symbol last(Symbol more);
            default void use(NetGraph net) { net.parameters().one_unit_z_only_weight(); }
          }
          """);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"JAVAC,JAVAC", "JAVAC,ECLIPSE", "ECLIPSE,JAVAC", "ECLIPSE,ECLIPSE"})
  void classPath(Compilers first, Compilers second) {
    Path library = folder.resolve("library");
    assertEquals(List.of(), first.compile(LIBRARY, library, true, classPath()));
    Path application = folder.resolve("application");
    assertEquals(
        List.of(),
        second.compile(APPLICATION, application, true, classPath(Compilers.classes(library))));
    assertEquals(inOneGo(second), Compilers.generated(application, "app/NetGraph.java"));
  }

  @ParameterizedTest
  @EnumSource(Compilers.class)
  void jar(Compilers compiler) throws IOException {
    Path library = folder.resolve("library");
    assertEquals(List.of(), Compilers.JAVAC.compile(LIBRARY, library, true, classPath()));
    Path jar = folder.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> files = Files.walk(Compilers.classes(library))) {
      for (Path path : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = Compilers.classes(library).relativize(path).toString().replace('\\', '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(path, entries);
      }
    }
    Path application = folder.resolve("application");
    assertEquals(List.of(), compiler.compile(APPLICATION, application, true, classPath(jar)));
    assertEquals(inOneGo(compiler), Compilers.generated(application, "app/NetGraph.java"));
  }

  @ParameterizedTest
  @CsvSource({"JAVAC,JAVAC", "JAVAC,ECLIPSE", "ECLIPSE,JAVAC", "ECLIPSE,ECLIPSE"})
  void modulePath(Compilers first, Compilers second) {
    Path library = folder.resolve("library");
    Map<String, String> libraryModule = new HashMap<>(LIBRARY);
    libraryModule.put(
        "module-info.java",
        """
        module lib {
          requires transitive io.nacre.annotations;
          requires io.nacre.runtime;
          requires java.compiler;
          exports lib;
        }
        """);
    assertEquals(List.of(), first.compile(libraryModule, library, true, modulePath()));
    Path application = folder.resolve("application");
    Map<String, String> applicationModule = new HashMap<>(APPLICATION);
    applicationModule.replaceAll((file, text) -> seenBy(second, text));
    applicationModule.put(
        "module-info.java",
        "module app { requires lib; requires io.nacre.runtime; requires java.compiler; }");
    assertEquals(
        List.of(),
        second.compile(
            applicationModule, application, true, modulePath(Compilers.classes(library))));
    assertEquals(inOneGo(second), Compilers.generated(application, "app/NetGraph.java"));
  }

  /// A library may keep its blocks to itself: an application sees only the model that they make.
  @Test
  void hiddenPackage() {
    Map<String, String> sources = new HashMap<>();
    sources.put(
        "module-info.java",
        "module lib { requires transitive io.nacre.annotations; requires io.nacre.runtime;"
            + " requires java.compiler; exports lib; }");
    sources.put(
        "lib/inner/Dense.java",
        LIBRARY.get("lib/Dense.java")
            .replace("package lib;", "package lib.inner;")
            .replace("@interface", "public @interface"));
    sources.put(
        "lib/Small.java",
        """
        package lib;

        import io.nacre.annotations.*;

        @Model
        public interface Small {
          @Input({3, 4, 4}) Symbol data();
          @lib.inner.Dense(filters = 2) Symbol dense(Symbol data);
        }
        """);
    Path library = folder.resolve("library");
    assertEquals(List.of(), Compilers.JAVAC.compile(sources, library, true, modulePath()));
    for (Compilers compiler : Compilers.values()) {
      Map<String, String> application =
          Map.of(
              "module-info.java",
              "module app { requires lib; requires io.nacre.runtime; requires java.compiler; }",
              "app/Large.java",
              seenBy(
                  compiler,
                  """
                  package app;

                  import io.nacre.annotations.*;

                  @Model
                  public interface Large {
                    @Input({3, 4, 4}) Symbol image();
                    @Call(lib.Small.class) Symbol small(Symbol image);
                    @FullyConnected(units = 3) Symbol fc(Symbol small);
                    default void use(LargeGraph net) { net.parameters().small_dense_only_weight(); }
                  }
                  """));
      assertEquals(
          List.of(),
          compiler.compile(
              application,
              folder.resolve(compiler.name()),
              true,
              modulePath(Compilers.classes(library))));
    }
  }

  /// Two blocks deep in a library, the caret is at the value in the application.
  @ParameterizedTest
  @EnumSource(Compilers.class)
  void mistakesStandWhereTheLibraryIsUsed(Compilers compiler) {
    Path library = folder.resolve("library");
    assertEquals(List.of(), Compilers.JAVAC.compile(LIBRARY, library, true, classPath()));
    List<Message> messages =
        compiler.compile(
            Map.of(
                "app/Net.java",
                """
                package app;
                import io.nacre.annotations.*;
                @Model interface Net {
                  @Input({3, 8, 8}) Symbol x();
                  @Input({3, 9, 9}) Symbol y();
                  @lib.Unit(filters = 4,
                      kernel = 10)
                  Symbol unit(Symbol x, @From("x") Symbol x2);
                  @lib.Unit(
                      filters = 0) Symbol other(Symbol x, @From("x") Symbol x2);
                  @Call(lib.Nets.Encoder.class) Symbol code(Symbol x,
                      Symbol y);
                  @Plus Symbol sum(Symbol unit, Symbol other, Symbol code);
                }
                """),
            folder.resolve("application"),
            true,
            classPath(Compilers.classes(library)));
    assertEquals(5, messages.size(), messages.toString());
    assertMessage(messages, 7, "[nacre/KernelTooLarge] unit.b: kernel 10x10", "where unit is @Unit(");
    assertMessage(messages, 10, "other.b: filters = 0", "where other is @Unit(filters = 0)");
    assertMessage(messages, 11, "code.picture: argument x is N x 3 x 8 x 8, but must be N x 3 x 4");
    assertMessage(messages, 12, "code.mask: argument y is N x 3 x 9 x 9, but must be N x 3 x 4 x 4");
    assertMessage(messages, 13, "sum: @Plus takes (lhs, rhs), which leaves nothing for code");
  }

  @ParameterizedTest
  @EnumSource(Compilers.class)
  void libraryThatNacreDidNotCompile(Compilers compiler) {
    Path library = folder.resolve("library");
    Map<String, String> sources =
        Map.of(
            "lib/Unit.java",
            """
            package lib;
            import io.nacre.annotations.*;
            @Block public @interface Unit {
              interface Body extends BlockBody { @Tanh Symbol tanh(Symbol x); }
            }
            """,
            "lib/Net.java",
            """
            package lib;
            import io.nacre.annotations.*;
            @Model public interface Net {
              @Input(3) Symbol data();
              @Tanh Symbol tanh(Symbol data);
            }
            """);
    assertEquals(List.of(), Compilers.JAVAC.compile(sources, library, false, classPath()));
    List<Message> messages =
        compiler.compile(
            Map.of(
                "app/Net.java",
                """
                package app;
                import io.nacre.annotations.*;
                @Model interface Net {
                  @Input(3) Symbol x();
                  @lib.Unit Symbol unit(Symbol x);
                  @Call(lib.Net.class) Symbol net(Symbol unit);
                }
                @Model interface Heir extends lib.Net {
                  @Relu Symbol relu(Symbol tanh);
                }
                """),
            folder.resolve("application"),
            true,
            classPath(Compilers.classes(library)));
    assertEquals(3, messages.size(), messages.toString());
    assertMessage(
        messages, 5, "[nacre/BadBlock] unit: Unit of a library is wrong", "compiled without Nacre");
    assertMessage(messages, 6, "[nacre/BadCall] net: Net of a library is wrong");
    assertMessage(messages, 8, "[nacre/BadModel] Heir extends Net, which was compiled without Nacre");
  }

  /// What an older compilation left on the class path does not count against a source. (ECJ writes no
  /// class that is on the class path already.)
  @Test
  void sourceCountsMoreThanAnOldClassFile() {
    Path library = folder.resolve("library");
    assertEquals(List.of(), Compilers.JAVAC.compile(LIBRARY, library, true, classPath()));
    Map<String, String> changed = new HashMap<>(LIBRARY);
    changed.computeIfPresent(
        "lib/Unit.java",
        (path, text) ->
            text.replace(
                "Symbol y(Symbol z, Symbol b);", "Symbol y(Symbol b, Symbol z);"));
    changed.putAll(APPLICATION);
    Path fresh = folder.resolve("fresh");
    assertEquals(List.of(), Compilers.JAVAC.compile(changed, fresh, true, classPath()));
    Path again = folder.resolve("again");
    assertEquals(
        List.of(),
        Compilers.JAVAC.compile(changed, again, true, classPath(Compilers.classes(library))));
    String expected = Compilers.generated(fresh, "app/NetGraph.java");
    assertEquals(expected, Compilers.generated(again, "app/NetGraph.java"));
    assertNotEquals(expected, inOneGo(Compilers.JAVAC), "the change makes no difference");
  }

  /// Eclipse's command line takes generated classes for none of the module, so that its sources do not
  /// see them, whatever generates them.
  private static String seenBy(Compilers compiler, String model) {
    return compiler == Compilers.ECLIPSE ? model.replaceAll("(?m)^ *default .*\\R", "") : model;
  }

  /// The same model made of sources alone.
  private String inOneGo(Compilers compiler) {
    Map<String, String> all = new HashMap<>(LIBRARY);
    all.putAll(APPLICATION);
    Path together = folder.resolve("together");
    assertEquals(List.of(), compiler.compile(all, together, true, classPath()));
    return Compilers.generated(together, "app/NetGraph.java");
  }

  private static void assertMessage(List<Message> messages, long line, String... fragments) {
    String text =
        messages.stream()
            .filter(message -> message.line() == line)
            .map(Message::text)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no message on line " + line + " in " + messages));
    for (String fragment : fragments) {
      assertTrue(text.contains(fragment), "'" + fragment + "' in:\n" + text);
    }
  }

  private static List<String> classPath(Path... more) {
    return List.of("-classpath", Compilers.path(nacre(more)));
  }

  private static List<String> modulePath(Path... more) {
    return List.of("--module-path", Compilers.path(nacre(more)));
  }

  /// The annotations and the runtime, as this test has them, and more.
  private static List<Path> nacre(Path... more) {
    return Stream.concat(
            Stream.of(Model.class, Device.class).map(LibraryTest::location), Stream.of(more))
        .toList();
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
