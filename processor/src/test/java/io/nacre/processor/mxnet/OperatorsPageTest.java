package io.nacre.processor.mxnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// `docs/operators.md` lists what can be imported. The table follows from the rows of the operators:
/// `-Dnacre.write=true` writes it.
class OperatorsPageTest {
  private static final Path PAGE = Path.of("../docs/operators.md");
  private static final String HEAD = "| annotation | MXNet |\n| --- | --- |\n";

  @Test
  void listsAllNames() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(HEAD) + HEAD.length();
    String expected = page.substring(0, start) + table();
    if (Boolean.getBoolean("nacre.write")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE), "-Dnacre.write=true writes the table anew");
  }

  /// A line for each annotation: what it is called in MXNet, then other names.
  private static String table() {
    Map<String, Set<String>> names = new TreeMap<>();
    for (Operator operator : new LinkedHashSet<>(Operators.all().values())) {
      Set<String> all = names.computeIfAbsent(operator.annotation(), a -> new LinkedHashSet<>());
      all.add(operator.name());
      all.addAll(new TreeSet<>(operator.aliases()));
    }
    StringBuilder table = new StringBuilder();
    names.forEach(
        (annotation, all) ->
            table.append("| `@%s` | `%s` |\n".formatted(annotation, String.join("`, `", all))));
    return table.toString();
  }
}
