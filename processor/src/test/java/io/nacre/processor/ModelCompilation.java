package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// Compiles a model, together with a class that uses what is generated for it.
///
/// A `‸` in the model's text stands before the place where a problem is expected; it is taken out
/// before compiling. Problems are expected exactly as they are listed, and no others.
public final class ModelCompilation {
  private static final String CARET = "‸";

  private static final String HEADER =
      """
      package models;

      import static io.nacre.annotations.Symbol.BATCH;

      import io.nacre.annotations.*;

      """;

  private final String model;
  private final String text;
  private final List<JavaFileObject> others = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private String graph;
  private String use = "";
  private Compilation compilation;

  private ModelCompilation(String model, String text) {
    this.model = model;
    this.text = text;
    this.graph = model + "Graph";
  }

  /// A model of the package `models`, without package and imports.
  public static ModelCompilation of(String model) {
    return new ModelCompilation(name(model), HEADER + model);
  }

  /// A whole source file.
  public static ModelCompilation ofFile(String file) {
    return new ModelCompilation(name(file), file);
  }

  private static String name(String source) {
    Pattern declaration =
        Pattern.compile("@Model\\b.*?(?:interface|class|enum|record) (\\w+)", Pattern.DOTALL);
    Matcher matcher = declaration.matcher(source);
    assertTrue(matcher.find(), "the text holds no model");
    return matcher.group(1);
  }

  /// Compiles another class of the package `models` as well.
  public ModelCompilation with(String name, String source) {
    others.add(JavaFileObjects.forSourceString("models." + name, HEADER + source));
    return this;
  }

  /// The generated class, if it is not named after the model alone.
  public ModelCompilation graph(String name) {
    graph = name;
    return this;
  }

  /// Adds statements that use the generated class, by the name `net`.
  public ModelCompilation using(String statements) {
    use += statements;
    return this;
  }

  public ModelCompilation option(String option) {
    options.add(option);
    return this;
  }

  /// What is expected in one place.
  public record Expected(ProblemId id, List<String> fragments) {}

  public static Expected problem(ProblemId id, String... fragments) {
    return new Expected(id, List.of(fragments));
  }

  /// One problem, which is the only one.
  public ModelCompilation reports(ProblemId id, String... fragments) {
    return reports(problem(id, fragments));
  }

  /// One problem at each caret, in the order of the text, and no others.
  public ModelCompilation reports(Expected... expected) {
    List<Diagnostic<? extends JavaFileObject>> found = diagnostics();
    String all = text(found);
    assertEquals(expected.length, found.size(), all);
    List<int[]> carets = carets();
    assertEquals(expected.length, carets.size(), "as many carets as expected problems");
    for (int i = 0; i < expected.length; i++) {
      Diagnostic<? extends JavaFileObject> diagnostic = found.get(i);
      String message = diagnostic.getMessage(Locale.ROOT);
      assertTrue(message.startsWith("[nacre/" + expected[i].id().label() + "] "), all);
      assertEquals(
          expected[i].id().isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
          diagnostic.getKind(),
          all);
      assertEquals(carets.get(i)[0], diagnostic.getLineNumber(), "the line of " + message);
      assertEquals(carets.get(i)[1], diagnostic.getColumnNumber(), "the caret of " + message);
      for (String fragment : expected[i].fragments()) {
        assertTrue(message.contains(fragment), "'" + fragment + "' in:\n" + all);
      }
    }
    return this;
  }

  /// No problem at all.
  public ModelCompilation succeeds() {
    return reports();
  }

  /// The compiler has its own errors, one for each fragment, and Nacre has nothing to add.
  public void leavesErrorsToTheCompiler(String... fragments) {
    List<Diagnostic<? extends JavaFileObject>> found = diagnostics();
    String all = text(found);
    assertEquals(fragments.length, found.size(), all);
    for (String fragment : fragments) {
      assertTrue(all.contains(fragment), "'" + fragment + "' in:\n" + all);
    }
    assertTrue(!all.contains("[nacre/"), all);
  }

  /// What the compiler was asked to note.
  public String notes() {
    return compilation().notes().stream()
        .map(note -> note.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /// The files that were generated.
  public List<JavaFileObject> generated() {
    return compilation().generatedSourceFiles();
  }

  public Compilation compilation() {
    if (compilation == null) {
      List<JavaFileObject> sources = new ArrayList<>(others);
      String own = text.replace(CARET, "");
      Matcher declared = Pattern.compile("package (\\S+);").matcher(own);
      String prefix = declared.find() ? declared.group(1) + "." : "";
      sources.add(JavaFileObjects.forSourceString(prefix + model, own));
      sources.add(user(prefix));
      compilation =
          Compiler.javac()
              .withProcessors(new NacreProcessor())
              .withOptions(allOptions())
              .compile(sources);
    }
    return compilation;
  }

  /// Whether vector code is written is no matter of the model; a test that is about it says so.
  private List<String> allOptions() {
    List<String> all = new ArrayList<>(options);
    if (options.stream().noneMatch(option -> option.startsWith("-Anacre.vector"))) {
      all.add("-Anacre.vector=off");
    }
    return all;
  }

  private JavaFileObject user(String prefix) {
    String header = prefix.isEmpty() ? "" : "package " + prefix.replaceFirst("\\.$", ";");
    return JavaFileObjects.forSourceString(
        prefix + "User", "%s class User { void use(%s net) { %s } }".formatted(header, graph, use));
  }

  private List<Diagnostic<? extends JavaFileObject>> diagnostics() {
    return compilation().diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .sorted(Comparator.comparingLong(Diagnostic::getPosition))
        .toList();
  }

  private List<int[]> carets() {
    List<int[]> carets = new ArrayList<>();
    String[] lines = text.split("\n");
    for (int line = 0; line < lines.length; line++) {
      int column = lines[line].indexOf(CARET);
      for (int before = 0; column >= 0; before++) {
        carets.add(new int[] {line + 1, column + 1 - before});
        column = lines[line].indexOf(CARET, column + 1);
      }
    }
    return carets;
  }

  private static String text(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .map(
            diagnostic ->
                "%d:%d: %s"
                    .formatted(
                        diagnostic.getLineNumber(),
                        diagnostic.getColumnNumber(),
                        diagnostic.getMessage(Locale.ROOT)))
        .collect(Collectors.joining("\n", "the compiler says:\n", ""));
  }
}
