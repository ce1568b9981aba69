package io.nacre.processor.golden;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.NacreProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// Many models compiled by one run of the compiler, and their generated classes.
///
/// A model that does not compile fails by itself: the others are compiled again without it.
final class ModelBatch {
  private static final List<String> OPTIONS =
      List.of(
          "-Xlint:all,-incubating,-processing",
          "-Werror",
          "-parameters",
          "--add-modules",
          "jdk.incubator.vector");

  private final Map<String, String> errors = new HashMap<>();
  private final Classes classes = new Classes();

  private ModelBatch() {}

  /// @param sources each model's source by its full name
  static ModelBatch compile(Map<String, String> sources, String... options) {
    ModelBatch batch = new ModelBatch();
    Map<String, String> left = new LinkedHashMap<>(sources);
    List<String> all = new ArrayList<>(OPTIONS);
    all.addAll(List.of(options));
    while (!left.isEmpty() && !batch.tryAll(left, all)) {
      left.keySet().removeAll(batch.errors.keySet());
    }
    return batch;
  }

  private boolean tryAll(Map<String, String> sources, List<String> options) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(JavaFileObjects.forSourceString(name, text)));
    Compilation compilation =
        Compiler.javac().withProcessors(new NacreProcessor()).withOptions(options).compile(files);
    if (compilation.status() == Compilation.Status.SUCCESS) {
      compilation.generatedFiles().forEach(classes::add);
      return true;
    }
    for (String name : sources.keySet()) {
      String text =
          compilation.diagnostics().stream()
              .filter(diagnostic -> isOf(diagnostic, name))
              .map(diagnostic -> diagnostic.getMessage(Locale.ROOT) + "\n" + line(diagnostic))
              .collect(Collectors.joining("\n"));
      if (!text.isEmpty()) {
        errors.put(name, text + "\n" + sources.get(name));
      }
    }
    if (sources.keySet().stream().noneMatch(errors::containsKey)) {
      throw new AssertionError("the compiler says: " + compilation.diagnostics());
    }
    return false;
  }

  private static boolean isOf(Diagnostic<? extends JavaFileObject> diagnostic, String model) {
    if (diagnostic.getSource() == null || diagnostic.getKind() == Diagnostic.Kind.NOTE) {
      return false;
    }
    String path = "/" + model.replace('.', '/');
    String file = "/" + diagnostic.getSource().toUri().getPath();
    return file.endsWith(path + ".java") || file.endsWith(path + "Graph.java");
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      return "    at "
          + diagnostic
              .getSource()
              .getCharContent(true)
              .toString()
              .lines()
              .skip(Math.max(0, diagnostic.getLineNumber() - 1))
              .findFirst()
              .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The generated class of a model.
  ///
  /// @throws AssertionError if the model did not compile; it tells why
  Class<?> graph(String model) {
    if (errors.containsKey(model)) {
      throw new AssertionError(errors.get(model));
    }
    try {
      return classes.loadClass(model + "Graph");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /// A class loader over what the compiler wrote.
  private static final class Classes extends ClassLoader {
    private final Map<String, byte[]> bytes = new HashMap<>();

    Classes() {
      super(ModelBatch.class.getClassLoader());
    }

    void add(JavaFileObject file) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        return;
      }
      String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
      try (InputStream stream = file.openInputStream()) {
        String name = path.replaceFirst("\\.class$", "").replace('/', '.');
        bytes.put(name, stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = bytes.get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }
  }
}
