package io.nacre.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import io.nacre.processor.golden.ModelBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/// Random models, and what becomes of them by a mistake: no right one is refused, each that
/// compiles computes what a plain interpreter does, and each wrong one has an error at its place.
///
/// `-Dnacre.randomModels=10000` makes so many, as `-Pfull` does; `-Dnacre.randomSeed=123` begins at
/// another model. A failure shows the seed and the source of its model.
class RandomModelsTest {
  private static final int COUNT = Integer.getInteger("nacre.randomModels", 300);
  private static final long FIRST = Long.getLong("nacre.randomSeed", 0);
  private static final int AT_ONCE = 100;
  private static final int LAYERS = 7;
  private static final String AS_MADE = "as made";

  private record Model(String name, ModelText text, Verdict verdict, String change) {
    String source() {
      return text.source(name);
    }

    String told() {
      return "%s (%s): %s %s%n%s"
          .formatted(name, change, verdict.kind(), verdict.why(), source());
    }
  }

  @Test
  void rightOnesRunAndWrongOnesAreTold() {
    List<String> failures = new ArrayList<>();
    Map<Verdict.Kind, Integer> counts = new HashMap<>();
    for (long seed = FIRST; seed < FIRST + COUNT; seed += AT_ONCE) {
      List<Model> models = new ArrayList<>();
      for (long each = seed; each < Math.min(seed + AT_ONCE, FIRST + COUNT); each++) {
        models.add(model(each));
      }
      models.forEach(model -> counts.merge(model.verdict().kind(), 1, Integer::sum));
      check(models, failures);
    }
    failures.sort(Comparator.comparingInt(String::length));
    assertTrue(
        failures.isEmpty(),
        () -> failures.size() + " failures, the shortest first\n" + String.join("\n\n", failures));
    int wrong = counts.getOrDefault(Verdict.Kind.WRONG, 0);
    int right = counts.getOrDefault(Verdict.Kind.RIGHT, 0);
    assertTrue(COUNT < AT_ONCE || wrong >= COUNT / 2 && right >= COUNT / 5, counts::toString);
  }

  /// Some are as they were made, most are changed once.
  private static Model model(long seed) {
    String name = "Model" + seed;
    ModelText right = RandomModel.of(seed, LAYERS);
    if (seed % 5 == 0) {
      return new Model(name, right, Verdict.of(right), AS_MADE);
    }
    Random random = new Random(seed);
    while (true) {
      Mutation mutation = Mutation.pick(List.of(Mutation.values()), random);
      Optional<ModelText> changed = mutation.change(right, random);
      if (changed.isPresent()) {
        Verdict verdict = Verdict.of(changed.get());
        // few, since those that are right are compiled and run
        if (verdict.kind() == Verdict.Kind.WRONG || random.nextInt(3) == 0) {
          return new Model(name, changed.get(), verdict, mutation.toString());
        }
      }
    }
  }

  private static void check(List<Model> models, List<String> failures) {
    List<Model> wrong =
        models.stream().filter(model -> model.verdict().kind() == Verdict.Kind.WRONG).toList();
    List<Model> others = models.stream().filter(model -> !wrong.contains(model)).toList();
    if (!wrong.isEmpty()) {
      told(wrong, failures);
    }
    Map<String, String> sources = new LinkedHashMap<>();
    others.forEach(model -> sources.put("random." + model.name(), model.source()));
    ModelBatch batch = ModelBatch.compile(sources, "-Anacre.vector=off");
    for (Model model : others) {
      Optional<String> error = batch.error("random." + model.name());
      if (error.isPresent()) {
        if (model.verdict().kind() == Verdict.Kind.RIGHT || !error.get().startsWith("[nacre/")) {
          failures.add(model.told() + "\nis refused: " + error.get());
        }
        continue;
      }
      try {
        checkSinks(model.text(), batch.warnings("random." + model.name()));
        Comparison comparison =
            new Comparison(model.text(), batch.graph("random." + model.name()));
        comparison.check();
        if (model.change().equals(AS_MADE)) {
          comparison.checkGradients();
        }
      } catch (AssertionError | RuntimeException e) {
        failures.add(model.told() + "\n" + e);
      }
    }
  }

  /// A sink too many is no error, but told.
  private static void checkSinks(ModelText text, List<String> warnings) {
    boolean told = warnings.stream().anyMatch(warning -> warning.startsWith("[nacre/SecondSink]"));
    assertEquals(!text.marksHeads() && text.sinks().size() > 1, told, "warned of a second sink");
  }

  /// Each of them has an error of ours, in its source, and none that follows from another.
  private static void told(List<Model> models, List<String> failures) {
    List<SourceText> files =
        models.stream()
            .map(model -> new SourceText("random." + model.name(), model.source()))
            .toList();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off", "-Xmaxerrs", "10000", "-Xmaxwarns", "10000")
            .compile(files);
    Map<String, List<Diagnostic<? extends JavaFileObject>>> errors = new HashMap<>();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      String file = error.getSource() == null ? "" : error.getSource().getName();
      errors.computeIfAbsent(file, key -> new ArrayList<>()).add(error);
    }
    for (Model model : models) {
      List<Diagnostic<? extends JavaFileObject>> own =
          errors.getOrDefault("/random/" + model.name() + ".java", List.of());
      mistake(model, own)
          .ifPresent(
              mistake ->
                  failures.add(
                      model.told()
                          + "\n"
                          + mistake
                          + own.stream()
                              .map(error -> "\n" + error)
                              .collect(Collectors.joining())));
    }
  }

  private static Optional<String> mistake(
      Model model, List<Diagnostic<? extends JavaFileObject>> errors) {
    if (errors.isEmpty()) {
      return Optional.of("compiles");
    }
    List<String> lines = model.source().lines().toList();
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      String message = error.getMessage(Locale.ROOT);
      if (!message.startsWith("[nacre/") || message.contains("nacre/Internal")) {
        return Optional.of("has an error that is not about it");
      }
      String line = lines.get((int) error.getLineNumber() - 1);
      if (error.getColumnNumber() < 1 || error.getColumnNumber() > line.length()) {
        return Optional.of("has an error without a place");
      }
    }
    return consequence(model.text(), errors.stream().map(RandomModelsTest::node).toList());
  }

  /// The name at the start of a message; empty if there is none.
  private static String node(Diagnostic<? extends JavaFileObject> error) {
    Matcher name =
        Pattern.compile("\\[nacre/\\w+] (\\w+): .*", Pattern.DOTALL)
            .matcher(error.getMessage(Locale.ROOT));
    return name.matches() ? name.group(1) : "";
  }

  /// An error of a node that depends on another one with an error.
  private static Optional<String> consequence(ModelText text, List<String> nodes) {
    for (String node : nodes) {
      Set<String> before = text.sourcesOf(node);
      for (String other : nodes) {
        if (!other.equals(node) && before.contains(other)) {
          return Optional.of("has an error of " + node + " that may follow from " + other);
        }
      }
    }
    return Optional.empty();
  }
}
