package io.nacre.processor.golden;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.NacreProcessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// Many models compiled by one run of the compiler, and their generated classes.
///
/// A model that does not compile fails by itself: the others are compiled again without it. So does
/// one whose generated class makes the compiler warn; Nacre's own warnings do not matter here.
public final class ModelBatch {
  private static final List<String> OPTIONS =
      List.of(
          "-Xlint:all,-incubating,-processing",
          "-parameters",
          "--add-modules",
          "jdk.incubator.vector");

  private final Map<String, String> errors = new HashMap<>();
  private final Map<String, List<String>> warnings = new HashMap<>();
  private final Classes classes = new Classes();

  private ModelBatch() {}

  /// @param sources each model's source by its full name
  public static ModelBatch compile(Map<String, String> sources, String... options) {
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
    for (String name : sources.keySet()) {
      List<String> own =
          compilation.warnings().stream()
              .filter(warning -> isIn(warning, name))
              .map(warning -> warning.getMessage(Locale.ROOT))
              .filter(ModelBatch::isOurs)
              .toList();
      warnings.put(name, own);
      String text =
          compilation.diagnostics().stream()
              .filter(diagnostic -> isOf(diagnostic, name))
              .map(diagnostic -> diagnostic.getMessage(Locale.ROOT) + "\n" + line(diagnostic))
              .collect(Collectors.joining("\n"));
      if (!text.isEmpty()) {
        errors.put(name, text + "\n" + sources.get(name));
      }
    }
    if (compilation.status() == Compilation.Status.SUCCESS) {
      compilation.generatedFiles().forEach(classes::add);
      return true;
    }
    if (sources.keySet().stream().noneMatch(errors::containsKey)) {
      throw new AssertionError("the compiler says: " + compilation.diagnostics());
    }
    return false;
  }

  private static boolean isOf(Diagnostic<? extends JavaFileObject> diagnostic, String model) {
    boolean harmless =
        diagnostic.getKind() != Diagnostic.Kind.ERROR
            && isOurs(diagnostic.getMessage(Locale.ROOT));
    return !harmless && diagnostic.getKind() != Diagnostic.Kind.NOTE && isIn(diagnostic, model);
  }

  private static boolean isOurs(String message) {
    return message.startsWith("[nacre/");
  }

  private static boolean isIn(Diagnostic<? extends JavaFileObject> diagnostic, String model) {
    if (diagnostic.getSource() == null) {
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

  /// What the compiler said against a model.
  public Optional<String> error(String model) {
    return Optional.ofNullable(errors.get(model));
  }

  /// Nacre's warnings about a model, when it was last compiled.
  public List<String> warnings(String model) {
    return warnings.get(model);
  }

  /// The generated class of a model.
  ///
  /// @throws AssertionError if the model did not compile; it tells why
  public Class<?> graph(String model) {
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
      if (file.getKind() == JavaFileObject.Kind.SOURCE) {
        return;
      }
      String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
      try (InputStream stream = file.openInputStream()) {
        boolean type = file.getKind() == JavaFileObject.Kind.CLASS;
        String name = type ? path.replaceFirst("\\.class$", "").replace('/', '.') : path;
        bytes.put(name, stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] resource = bytes.get(name);
      return resource == null
          ? super.getResourceAsStream(name)
          : new ByteArrayInputStream(resource);
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
