package io.nacre.processor.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pictures on the page `docs/pictures.md` are those of its models.
class PicturesPageTest {
  private static final Path PAGE = Path.of("../docs/pictures.md");
  private static final Pattern MODEL = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);

  private record Section(String title, String text) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static Stream<Section> sections() {
    try {
      return Arrays.stream(Files.readString(PAGE).split("(?m)^## "))
          .skip(1)
          .map(text -> new Section(text.lines().findFirst().orElseThrow(), text))
          .filter(section -> PICTURE.matcher(section.text()).find());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sections")
  void isThatOfItsModel(Section section) {
    Matcher model = MODEL.matcher(section.text());
    Matcher picture = PICTURE.matcher(section.text());
    assertTrue(model.find() && picture.find(model.end()), "a model, then its picture");
    String drawn = Drawn.of(model.group(1), "mermaid").values().iterator().next();
    assertEquals(picture.group(1), drawn);
  }
}
