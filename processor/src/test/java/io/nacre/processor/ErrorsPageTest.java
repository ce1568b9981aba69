package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.problem.ProblemId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `docs/errors.md` has a section for each problem, and its models print what it says they print. A
/// section may have several models.
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final Pattern MODEL = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OUTPUT = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("With the file `(.*?)`.*?```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("With the option `(.*?)`");

  /// What a reader of the page has above the model, on one line.
  private static final String IMPORTS =
      "import static io.nacre.annotations.Symbol.BATCH; import io.nacre.annotations.*; "
          + "import io.nacre.runtime.kernel.*;\n";

  private record Section(String id, String text) {
    @Override
    public String toString() {
      return id;
    }

    boolean hasModel() {
      return MODEL.matcher(text).find();
    }
  }

  private static Stream<Section> sections() {
    try {
      return Arrays.stream(Files.readString(PAGE).split("(?m)^## "))
          .skip(1)
          .map(text -> new Section(text.lines().findFirst().orElseThrow(), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each model, with what stands between it and the next.
  private static Stream<Section> models() {
    return sections()
        .flatMap(
            section ->
                Arrays.stream(section.text().split("(?=```java\n)"))
                    .map(text -> new Section(section.id(), text)))
        .filter(Section::hasModel);
  }

  @Test
  void everyProblemHasASectionInAlphabeticalOrder() {
    List<String> labels = Arrays.stream(ProblemId.values()).map(ProblemId::label).sorted().toList();
    assertEquals(labels, sections().map(Section::id).toList());
  }

  @Test
  void everySectionHasAModelButThatOfOurOwnMistakes() {
    assertEquals(
        List.of(ProblemId.INTERNAL.label()),
        sections().filter(section -> !section.hasModel()).map(Section::id).toList());
  }

  /// Beside the shapes of its layers, each construct has at least three mistakes on the page.
  @ParameterizedTest
  @CsvSource({
    "BadBlock BadSets SetTwice UnsetParam Recursion, @Block",
    "BadName, @Name",
    "BadRepeat, @Repeat",
    "BadCall, @Call",
    "WrongArguments ShapeMismatch, @Call",
    "BadModel BadNode NameClash Overload, extends (Small|First|Runnable)",
    "BadFormula, @Formula",
    "BadOperator, @Operator",
    "TypeMismatch NotFloat, DataType",
    "BadOption, -Anacre.diagram"
  })
  void showsThreeMistakesOfEachConstruct(String ids, String written) {
    Pattern construct = Pattern.compile(written);
    List<String> about = List.of(ids.split(" "));
    long shown =
        models()
            .filter(model -> about.contains(model.id()))
            .filter(model -> construct.matcher(model.text()).find())
            .count();
    assertTrue(shown >= 3, written + ": " + shown);
  }

  @ParameterizedTest
  @MethodSource("models")
  void printsWhatThePageSays(Section section, @TempDir Path classes) {
    Matcher model = MODEL.matcher(section.text());
    assertTrue(model.find());
    Matcher output = OUTPUT.matcher(section.text());
    Matcher file = FILE.matcher(section.text());
    assertTrue(output.find(file.find() ? file.end() : model.end()), "no output");
    Matcher option = OPTION.matcher(section.text());
    String choice = option.find() ? option.group(1) : "";
    writeFile(section, classes);
    String printed = print(model.group(1), choice, classes);
    assertEquals(output.group(1), printed.replace(classes.toString(), "models"));
    assertTrue(output.group(1).contains("[nacre/" + section.id() + "]"));
  }

  private static void writeFile(Section section, Path folder) {
    Matcher file = FILE.matcher(section.text());
    if (file.find()) {
      try {
        Files.writeString(folder.resolve(file.group(1)), file.group(2));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String print(String model, String option, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter text = new StringWriter();
    List<String> options =
        new ArrayList<>(
            List.of("-proc:only", "-d", classes.toString(), "-Anacre.models=" + classes));
    if (!option.isEmpty()) {
      options.add(option);
    }
    if (!option.startsWith("-Anacre.vector")) {
      options.add("-Anacre.vector=off");
    }
    JavaCompiler.CompilationTask task =
        compiler.getTask(text, null, null, options, null, List.of(new ModelFile(model)));
    task.setProcessors(List.of(new NacreProcessor()));
    task.call();
    String printed =
        text.toString()
            .replaceAll("(?m)^/(\\w+\\.java):", "$1:")
            .replaceAll("(?m)^\\d+ (errors?|warnings?)\\R", "");
    return Pattern.compile("(?m)^(\\w+\\.java):(\\d+):")
        .matcher(printed)
        .replaceAll(line -> line.group(1) + ":" + (Integer.parseInt(line.group(2)) - 1) + ":");
  }

  private static final class ModelFile extends SimpleJavaFileObject {
    private final String text;

    private ModelFile(String model) {
      super(URI.create("string:///" + name(model) + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = IMPORTS + model;
    }

    private static String name(String model) {
      Matcher name = Pattern.compile("(?:interface|record) (\\w+)").matcher(model);
      assertTrue(name.find(), "no type in the model");
      return name.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
