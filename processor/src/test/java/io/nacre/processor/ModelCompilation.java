package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final String HEADER =
      """
      package models;

      import static io.nacre.annotations.Symbol.BATCH;

      import io.nacre.annotations.*;

      """;

  /// A fragment of javac's message about a name that does not exist.
  private static final Pattern MISSING = Pattern.compile("(?:class|variable|method) (\\w+).*");

  private final String model;
  private final String text;
  private final List<JavaFileObject> others = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private String graph;
  private String use = "";
  private boolean eclipse = true;
  private boolean placelessUnderEclipse;
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
    others.add(new SourceText("models." + name, HEADER + source));
    return this;
  }

  /// Compiles another file as well, which is whole.
  public ModelCompilation withFile(String name, String source) {
    others.add(new SourceText(name, source));
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

  /// What is expected holds for javac alone, for a reason that lies with ECJ.
  public ModelCompilation notUnderEclipse(String reason) {
    assertFalse(reason.isEmpty());
    eclipse = false;
    return this;
  }

  /// ECJ shows this model's problem without a place, for a reason that lies with ECJ.
  public ModelCompilation placelessUnderEclipse(String reason) {
    assertFalse(reason.isEmpty());
    placelessUnderEclipse = true;
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
    check(expected, javac(), Caret.javac(text));
    if (eclipse) {
      List<Caret> carets =
          placelessUnderEclipse
              ? Collections.nCopies(expected.length, Caret.NONE)
              : Caret.eclipse(text);
      check(expected, eclipse(), carets);
    }
    return this;
  }

  /// No problem at all.
  public ModelCompilation succeeds() {
    return reports();
  }

  private static void check(
      Expected[] expected, List<Diagnostic<? extends JavaFileObject>> found, List<Caret> carets) {
    String all = text(found);
    assertEquals(expected.length, found.size(), all);
    assertEquals(expected.length, carets.size(), "as many carets as expected problems");
    for (int i = 0; i < expected.length; i++) {
      Diagnostic<? extends JavaFileObject> diagnostic = found.get(i);
      String message = diagnostic.getMessage(Locale.ROOT);
      assertTrue(message.startsWith("[nacre/" + expected[i].id().label() + "] "), all);
      assertEquals(
          expected[i].id().isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
          diagnostic.getKind(),
          all);
      Caret caret = new Caret(diagnostic.getLineNumber(), diagnostic.getColumnNumber());
      assertEquals(carets.get(i), caret, () -> "the caret of " + message);
      for (String fragment : expected[i].fragments()) {
        assertTrue(message.contains(fragment), "'" + fragment + "' in:\n" + all);
      }
    }
  }

  /// The compiler has its own errors, and Nacre has nothing to add.
  ///
  /// javac has one for each fragment, such as `class Missing`. ECJ words and counts them otherwise,
  /// but names what is missing. Neither complains that there is no generated class.
  public void leavesErrorsToTheCompiler(String... fragments) {
    String all = checkLeft(javac(), fragments);
    String eclipse = text(eclipse());
    assertFalse(all.contains(graph), all);
    assertFalse(eclipse.contains(graph), eclipse);
  }

  /// As before, but with an error after which javac runs no processor: it is none about a name that
  /// does not exist, which a processor might have made. So the generated class is missing too. ECJ
  /// does the same after a syntax error.
  public void stopsTheCompiler(String... fragments) {
    checkLeft(javac().stream().filter(problem -> !isMissingGraph(problem)).toList(), fragments);
  }

  private boolean isMissingGraph(Diagnostic<?> problem) {
    String message = problem.getMessage(Locale.ROOT);
    return message.contains("class " + graph) || message.contains(graph + " cannot be resolved");
  }

  private String checkLeft(
      List<Diagnostic<? extends JavaFileObject>> found, String... fragments) {
    String all = text(found);
    assertEquals(fragments.length, found.size(), all);
    String eclipse = text(eclipse());
    assertTrue(eclipse.contains("ERROR"), eclipse);
    for (String fragment : fragments) {
      assertTrue(all.contains(fragment), "'" + fragment + "' in:\n" + all);
      Matcher missing = MISSING.matcher(fragment);
      if (missing.matches()) {
        assertTrue(eclipse.contains(missing.group(1)), fragment + " in:\n" + eclipse);
      }
    }
    assertFalse(all.contains("[nacre/"), all);
    assertFalse(eclipse.contains("[nacre/"), eclipse);
    return all;
  }

  /// What the compiler was asked to note.
  public String notes() {
    return compilation().notes().stream()
        .map(note -> note.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /// The graph classes that were generated.
  public List<JavaFileObject> generated() {
    return compilation().generatedSourceFiles().stream()
        .filter(file -> !file.getName().endsWith("_Nodes.java"))
        .toList();
  }

  public Compilation compilation() {
    if (compilation == null) {
      compilation =
          Compiler.javac()
              .withProcessors(new NacreProcessor())
              .withOptions(allOptions())
              .compile(sources());
    }
    return compilation;
  }

  private List<JavaFileObject> sources() {
    List<JavaFileObject> sources = new ArrayList<>(others);
    String own = Caret.unmarked(text);
    Matcher declared = Pattern.compile("package (\\S+);").matcher(own);
    String prefix = declared.find() ? declared.group(1) + "." : "";
    sources.add(new SourceText(prefix + model, own));
    sources.add(user(prefix));
    return sources;
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
    return new SourceText(
        prefix + "User",
        "%s @SuppressWarnings(\"all\") class User { void use(%s net) { %s } }"
            .formatted(header, graph, use));
  }

  private List<Diagnostic<? extends JavaFileObject>> javac() {
    return problems(compilation().diagnostics());
  }

  private List<Diagnostic<? extends JavaFileObject>> eclipse() {
    return problems(
        EclipseCompilation.of(sources(), allOptions(), new NacreProcessor()).diagnostics());
  }

  private static List<Diagnostic<? extends JavaFileObject>> problems(
      List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .sorted(Comparator.comparingLong(Diagnostic::getPosition))
        .toList();
  }

  private static String text(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .map(
            diagnostic ->
                "%s %d:%d: %s"
                    .formatted(
                        diagnostic.getKind(),
                        diagnostic.getLineNumber(),
                        diagnostic.getColumnNumber(),
                        diagnostic.getMessage(Locale.ROOT)))
        .collect(Collectors.joining("\n", "the compiler says:\n", ""));
  }
}
