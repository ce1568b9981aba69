package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/recipes/add-an-elementwise-operator.md` shows a commit of four places: they are still so.
class ElementwiseRecipeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern PLACE =
      Pattern.compile("```diff\n\\+\\+\\+ b/(\\S+)\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void placesAreAsShown() throws IOException {
    Matcher place =
        PLACE.matcher(Files.readString(ROOT.resolve("docs/recipes/add-an-elementwise-operator.md")));
    List<String> files = new ArrayList<>();
    while (place.find()) {
      files.add(place.group(1).substring(place.group(1).lastIndexOf('/') + 1));
      String shown =
          place.group(2).lines().map(line -> line.substring(1) + "\n").reduce("", String::concat);
      String file = Files.readString(ROOT.resolve(place.group(1)));
      assertTrue(file.contains(shown), () -> files.getLast() + " lacks\n" + shown);
    }
    assertEquals(
        List.of(
            "HardSigmoid.java",
            "ElementwiseLayers.java",
            "ElementwiseRows.java",
            "PointwiseVariationsTest.java"),
        files);
  }
}
