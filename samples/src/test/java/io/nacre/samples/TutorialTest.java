package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nacre.samples.tutorial.Tutorial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [Tutorial] prints what MXNet's tutorial prints. The resources are the tutorial's results,
/// letter by letter; where Nacre's are others by design, the test of the section says how.
class TutorialTest {
  private static final String FOLDER = "/io/nacre/samples/tutorial/";
  private static final Path DRAWN =
      Path.of("target/generated-sources/annotations" + FOLDER);
  private static final Pattern PICTURE =
      Pattern.compile("^```mermaid\n(.*?)^```\n", Pattern.DOTALL | Pattern.MULTILINE);

  /// What each section prints, in the order in which they run.
  private static final Map<String, String> PRINTED = new LinkedHashMap<>();

  @BeforeAll
  static void runTheWholeTutorial() throws IOException {
    Jvm jvm = Jvm.run(List.of(), Samples.class, "Tutorial");
    assertEquals(0, jvm.status(), jvm.output());
    for (String section : jvm.output().split("(?m)^== ")) {
      if (!section.isEmpty()) {
        String[] parts = section.split("\n", 2);
        PRINTED.put(parts[0], parts[1].strip() + "\n");
      }
    }
  }

  @Test
  void sectionsHaveTheOrderOfTheTutorial() {
    assertEquals(
        List.of(
            "BasicSymbols",
            "BasicNetwork",
            "Composition",
            "Prefixes",
            "Modules",
            "Groups",
            "TensorsAndSymbols",
            "ShapeInference",
            "Evaluation",
            "SavingAndLoading",
            "CustomSymbol",
            "Casts",
            "SharedVariables"),
        List.copyOf(PRINTED.keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BasicSymbols", "BasicNetwork", "Prefixes", "Groups"})
  void printsTheSame(String section) throws IOException {
    assertEquals(tutorial(section), text(section));
  }

  /// What is called has the name of its call before its own.
  @Test
  void composes() throws IOException {
    assertEquals(
        tutorial("Composition").replace("'fc2_", "'composed_fc2_"), text("Composition"));
  }

  /// Dictionaries have no order, and types are not NumPy's classes.
  @ParameterizedTest
  @ValueSource(strings = {"ShapeInference", "Casts"})
  void infersTheSame(String section) throws IOException {
    assertEquals(dictionaries(tutorial(section)), dictionaries(text(section)));
  }

  /// Older versions of NumPy leave room for a sign, and Python shows an array as a call.
  @ParameterizedTest
  @ValueSource(strings = {"Evaluation", "SharedVariables"})
  void computesTheSame(String section) throws IOException {
    assertEquals(arrays(tutorial(section)), arrays(text(section)));
  }

  /// The JSON has another version of MXNet, and the shape that is written.
  @Test
  void savesTheSame() throws IOException {
    String printed = text("SavingAndLoading");
    ObjectNode ours = json(printed);
    ObjectNode theirs = json(tutorial("SavingAndLoading"));
    assertEquals("(2, 3)", ours.at("/nodes/0/attrs/__shape__").asText());
    ((ObjectNode) ours.at("/nodes/0")).remove("attrs");
    ours.remove("attrs");
    theirs.remove("attrs");
    assertEquals(theirs, ours);
    assertTrue(printed.endsWith("\nTrue\n"), printed);
    Path file = Path.of("src/main/java" + FOLDER + "symbol-c.json");
    assertEquals(Files.readString(file).strip() + "\nTrue\n", printed);
  }

  @Test
  void trainsWithACustomOperator() {
    assertEquals(
        """
        ['data', 'fc_weight', 'fc_bias', 'softmax_label']
        the same probabilities: True
        the same weights after a step: True
        """,
        text("CustomSymbol"));
  }

  @Test
  void pageShowsEverySection() throws IOException {
    String page = Files.readString(Path.of("../docs/tutorial.md"));
    for (String section : PRINTED.keySet()) {
      assertTrue(page.contains("tutorial/" + section + ".java)"), section);
    }
  }

  @Test
  void computesWithTensorsAsWithSymbols() {
    String[] lines = text("TensorsAndSymbols").split("\n");
    assertEquals(6, lines.length);
    for (int i = 0; i < 3; i++) {
      assertEquals(lines[i], lines[i + 3]);
    }
    assertTrue(lines[1].contains("-1.3648"), lines[1]); // tanh(2 * 3 / 8) - 2
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BasicSymbols_Operations",
        "BasicNetwork_Net",
        "Modules_ConvComp",
        "Modules_In3a"
      })
  void keepsThePicturesThatAreDrawn(String model) throws IOException {
    String section = model.substring(0, model.indexOf('_'));
    for (String ending : List.of(".dot", ".mmd")) {
      String kept = resource(model + ending);
      assertEquals(Files.readString(DRAWN.resolve(model + ending)), kept);
      assertTrue(ending.equals(".dot") || pictures(section).contains(kept), PRINTED.get(section));
    }
  }

  /// In the tutorial's picture the convolution has an output of 64 channels of 11 x 11.
  @Test
  void drawsTheShapes() {
    assertTrue(pictures("Modules").getFirst().contains("\"N x 64 x 11 x 11\""));
    assertEquals(2, pictures("Modules").size());
    assertEquals("\n", text("Modules"));
  }

  /// What a section prints beside pictures.
  private static String text(String section) {
    String text = PICTURE.matcher(PRINTED.get(section)).replaceAll("");
    return text.isEmpty() ? "\n" : text;
  }

  private static List<String> pictures(String section) {
    return PICTURE.matcher(PRINTED.get(section)).results().map(found -> found.group(1)).toList();
  }

  private static String tutorial(String section) throws IOException {
    return resource(section + ".txt");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Tutorial.class.getResourceAsStream(FOLDER + name)) {
      assertNotNull(in, "missing: samples/src/test/resources" + FOLDER + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Each line is a dictionary.
  private static List<JsonNode> dictionaries(String text) throws IOException {
    List<JsonNode> dictionaries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String json =
          line.replaceAll("(?:<class 'numpy\\.)?\\b(u?int\\d+|float\\d+)\\b(?:'>)?", "'$1'")
              .replace('\'', '"')
              .replace('(', '[')
              .replace(')', ']');
      dictionaries.add(new ObjectMapper().readTree(json));
    }
    return dictionaries;
  }

  private static String arrays(String text) {
    return Pattern.compile("array\\((.*?), dtype=float32\\)", Pattern.DOTALL)
        .matcher(text)
        .replaceAll(array -> array.group(1))
        .replace(",", " ")
        .lines()
        .map(line -> line.strip().replaceAll("\\[ +", "[").replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }

  /// The object at the start of a text.
  private static ObjectNode json(String text) throws IOException {
    MatchResult object =
        Pattern.compile("^\\{.*^\\}", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(text)
            .results()
            .findFirst()
            .orElseThrow();
    return (ObjectNode) new ObjectMapper().readTree(object.group());
  }
}
