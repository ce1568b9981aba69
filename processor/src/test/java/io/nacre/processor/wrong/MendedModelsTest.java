package io.nacre.processor.wrong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/// Each mistake has one message, from which alone it can be mended: what it says is done, with the
/// numbers that it says, and the model compiles without a word.
class MendedModelsTest {
  @Test
  void whatTheMessageSaysCompiles() {
    Map<String, WrongModels.Case> cases = new LinkedHashMap<>();
    WrongModels.all().forEach(each -> cases.put("Wrong" + cases.size(), each));
    List<SourceText> wrong = new ArrayList<>();
    cases.forEach((type, each) -> wrong.add(source(type, each.batch(), each.nodes())));
    Map<String, List<String>> messages = messages(wrong);
    Map<String, String> mended = new LinkedHashMap<>();
    List<SourceText> right = new ArrayList<>();
    cases.forEach(
        (type, each) -> {
          String message = only(each, messages.getOrDefault(type, List.of()));
          for (WrongModels.Way way : each.ways()) {
            String nodes = changed(each, way, message);
            String name = "Mended" + mended.size();
            mended.put(name, each + " by " + way.hint() + ":\n" + nodes);
            right.add(source(name, each.batch(), nodes));
          }
        });
    messages(right)
        .forEach((type, problems) -> assertEquals(List.of(), problems, mended.get(type)));
  }

  private static SourceText source(String type, int batch, String nodes) {
    return new SourceText(
        type,
        """
        import static io.nacre.annotations.Symbol.BATCH;
        import io.nacre.annotations.*;
        @Model%s
        interface %s {
        %s}
        """
            .formatted(batch == 0 ? "" : "(batch = " + batch + ")", type, nodes));
  }

  /// What is said against each type.
  private static Map<String, List<String>> messages(List<SourceText> sources) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off")
            .compile(sources);
    Map<String, List<String>> messages = new HashMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      if (diagnostic.getKind() != Diagnostic.Kind.NOTE && diagnostic.getSource() != null) {
        String type = diagnostic.getSource().getName().replaceAll("^/|\\.java$", "");
        messages
            .computeIfAbsent(type, key -> new ArrayList<>())
            .add(diagnostic.getMessage(Locale.ROOT));
      }
    }
    return messages;
  }

  private static String only(WrongModels.Case wrong, List<String> messages) {
    assertEquals(1, messages.size(), () -> wrong + " has one message, not " + messages);
    String message = messages.getFirst();
    assertTrue(message.startsWith("[nacre/" + wrong.label() + "] "), () -> wrong + ": " + message);
    for (String fact : wrong.facts()) {
      assertTrue(message.contains(fact), () -> wrong + " lacks '" + fact + "': " + message);
    }
    return message;
  }

  private static String changed(WrongModels.Case wrong, WrongModels.Way way, String message) {
    Matcher hint = Pattern.compile(way.hint()).matcher(message);
    assertTrue(hint.find(), () -> wrong + " lacks '" + way.hint() + "': " + message);
    String nodes = wrong.nodes();
    for (int i = 0; i < way.changes().size(); i += 2) {
      String old = filled(way.changes().get(i), hint);
      String before = nodes;
      assertTrue(before.contains(old), () -> wrong + " has no " + old);
      nodes = nodes.replace(old, filled(way.changes().get(i + 1), hint));
    }
    return nodes;
  }

  private static String filled(String text, Matcher hint) {
    return hint.groupCount() == 0 ? text : text.replace("$1", hint.group(1));
  }
}
