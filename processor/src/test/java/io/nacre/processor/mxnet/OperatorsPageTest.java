package io.nacre.processor.mxnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/operators.md` lists what can be imported.
class OperatorsPageTest {
  private static final Path PAGE = Path.of("../docs/operators.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `@(\\w+)` \\| (.*) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void listsAllNames() throws IOException {
    Set<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      Matcher name = NAME.matcher(row.group(2));
      while (name.find()) {
        listed.add(name.group(1) + " is @" + row.group(1));
      }
    }
    Set<String> known = new TreeSet<>();
    Operators.all().forEach((name, operator) -> known.add(name + " is @" + operator.annotation()));
    assertEquals(Set.of(), without(known, listed), "rows that the page lacks");
    assertEquals(Set.of(), without(listed, known), "rows that the table of operators lacks");
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
