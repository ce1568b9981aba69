package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.picture.Pictures;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import io.nacre.processor.read.ModelReader;
import io.nacre.processor.read.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports symbol files that were right before something in them changed. Whatever it was, the network
/// is compiled, or refused with errors that name the file or the input which the model declares, and
/// reading costs no more memory than the length of the file explains.
///
/// The system property `nacre.fuzz` says how many files; it is set in the profile `full`.
class SymbolFuzzTest {
  private static final int FILES = Integer.getInteger("nacre.fuzz", 1000);

  /// Of so many files one goes through all stages, if it can be read.
  private static final int COMPILED = 5;

  /// What reading takes at most: for buffers, and for each byte of the file.
  private static final long MOST_BYTES = 1 << 20;

  private static final long MOST_PER_BYTE = 400;

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+.\\w]+|[\\[\\]{},:]");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final List<String> ODD =
      List.of(
          "0", "-1", "1", "2", "255", "65536", "2147483647", "-2147483648", "4294967296", "1e308",
          "9223372036854775807", "99999999999999999999", "0.5", "NaN", "null", "true", "[", "]", "{",
          "}", "\"\"", "\"None\"", "\"(0, 0)\"", "\"\\u0000\"", "\"nodes\"", "[[", "{\"a\":", ",");

  @TempDir private Path folder;

  @Test
  void changedFilesAreImportedOrRefused() throws IOException {
    List<String> originals = originals();
    assertTrue(originals.size() >= 10, originals.size() + " files");
    Fuzz fuzz = new Fuzz(originals);
    Compiler.javac()
        .withProcessors(fuzz)
        .compile(
            JavaFileObjects.forSourceString(
                "M",
                """
                import io.nacre.annotations.*;
                @Model @Import("net.json") interface M {
                  @Input({3, 8, 8}) Symbol data();
                }
                """));
    assertEquals(FILES, fuzz.files, "an error ended it");
    assertTrue(fuzz.read > FILES / 20, "only " + fuzz.read + " of " + FILES + " could be read");
    assertTrue(fuzz.read < FILES, "nothing was ever wrong");
    assertTrue(fuzz.compiled > 0, "no network could be compiled");
  }

  /// Golden files that MXNet takes, with an input `data`.
  private static List<String> originals() throws IOException {
    Path golden = Path.of("src/test/resources/golden");
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(golden, 3)) {
      for (Path file : files.sorted().toList()) {
        boolean symbol = file.endsWith("symbol.json") && file.startsWith(golden.resolve("seed"));
        boolean saved = file.startsWith(golden.resolve("json")) && file.toString().endsWith(".json");
        String text = symbol || saved ? Files.readString(file) : "";
        if (text.contains("\"name\": \"data\"") && !file.getFileName().toString().startsWith("bad")) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private final class Fuzz extends AbstractProcessor {
    private final List<String> originals;
    private final Sources sources = new Sources();
    private int files;
    private int read;
    private int compiled;

    private Fuzz(List<String> originals) {
      this.originals = originals;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("io.nacre.annotations.Model");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      sources.add(round.getRootElements());
      for (TypeElement annotation : annotations) {
        for (TypeElement model :
            ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
          for (; files < FILES; files++) {
            one(model);
          }
        }
      }
      return false;
    }

    private void one(TypeElement model) {
      SplittableRandom random = new SplittableRandom(files);
      byte[] changed = change(originals.get(files % originals.size()), random);
      try {
        Files.write(folder.resolve("net.json"), changed);
        if (isRead(model, changed.length)) {
          read++;
          if (read % COMPILED == 0) {
            compile(model);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RuntimeException | Error e) {
        String text = new String(changed, StandardCharsets.UTF_8);
        throw new AssertionError("file " + files + ":\n" + text, e);
      }
    }

    private boolean isRead(TypeElement model, int length) {
      Elements elements = processingEnv.getElementUtils();
      Problems problems = new Problems();
      Importer importer = new Importer(elements, folder.toString());
      long before = allocated();
      ModelReader reader = new ModelReader(elements, sources, new LayerProviders(), problems);
      importer.complete(reader.read(model), model, problems);
      long bytes = allocated() - before;
      // the first files load classes
      assertTrue(files < 20 || bytes < MOST_BYTES + MOST_PER_BYTE * length, bytes + " bytes");
      check(problems);
      return !problems.hasErrors();
    }

    private void compile(TypeElement model) {
      Elements elements = processingEnv.getElementUtils();
      Problems problems = new Problems();
      Dump dump = new Dump(null, processingEnv.getMessager());
      Importer importer = new Importer(elements, folder.toString());
      new ModelCompiler(
              new FrontEnd(elements, sources, new LayerProviders(), importer, dump),
              dump,
              new VectorOption("off", elements),
              new Pictures(null))
          .compile(model, problems);
      check(problems);
      compiled += problems.hasErrors() ? 0 : 1;
    }

    private void check(Problems problems) {
      for (Problem problem : problems.all()) {
        assertTrue(problem.id() != ProblemId.INTERNAL, problem::message);
        String where = problem.message();
        assertTrue(where.contains("net.json") || where.contains("data"), where);
      }
    }
  }

  private static long allocated() {
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return bean.getCurrentThreadAllocatedBytes();
  }

  /// One or two changes of words, or of bytes.
  private static byte[] change(String original, SplittableRandom random) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(original);
    while (token.find()) {
      tokens.add(token.group());
    }
    boolean ofBytes = random.nextInt(5) == 0;
    for (int changes = ofBytes ? 0 : random.nextInt(1, 3); changes > 0; changes--) {
      change(tokens, random);
    }
    byte[] bytes = String.join(" ", tokens).getBytes(StandardCharsets.UTF_8);
    for (int changes = ofBytes ? random.nextInt(1, 4) : 0; changes > 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void change(List<String> tokens, SplittableRandom random) {
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    String odd = ODD.get(random.nextInt(ODD.size()));
    switch (random.nextInt(12)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(other));
      case 2 -> tokens.set(at, tokens.get(other));
      case 3 -> tokens.set(at, odd);
      case 4 -> tokens.add(at, odd);
      case 5 -> tokens.subList(at, tokens.size()).clear();
      case 6 -> tokens.add(at, "[".repeat(random.nextInt(1, 5000)));
      case 7, 8 -> number(tokens, at, odd);
      default -> number(tokens, at, Integer.toString(random.nextInt(12)));
    }
    if (tokens.isEmpty()) {
      tokens.add(odd);
    }
  }

  /// Changes the next number, also one within a text.
  private static void number(List<String> tokens, int from, String odd) {
    for (int i = 0; i < tokens.size(); i++) {
      int at = (from + i) % tokens.size();
      Matcher number = NUMBER.matcher(tokens.get(at));
      if (number.find()) {
        String value = odd.replace("\"", "").replace("\\", "");
        tokens.set(at, number.replaceFirst(Matcher.quoteReplacement(value)));
        return;
      }
    }
  }
}
