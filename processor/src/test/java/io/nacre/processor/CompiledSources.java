package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/// Classes compiled from text without the processor, and loaded.
public final class CompiledSources extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();

  private CompiledSources() {
    super(CompiledSources.class.getClassLoader());
  }

  /// Compiles sources by the names of their classes; a warning is a failure.
  public static CompiledSources of(Map<String, String> sources) {
    Compilation compilation =
        Compiler.javac()
            .withOptions(
                "--add-modules", "jdk.incubator.vector", "-Xlint:all,-incubating", "-Werror")
            .compile(
                sources.entrySet().stream()
                    .map(e -> JavaFileObjects.forSourceString(e.getKey(), e.getValue()))
                    .toList());
    assertEquals(
        Compilation.Status.SUCCESS, compilation.status(), compilation.diagnostics()::toString);
    CompiledSources loader = new CompiledSources();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
        String name = path.replaceFirst("\\.class$", "").replace('/', '.');
        try (var in = file.openInputStream()) {
          loader.classes.put(name, in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return loader;
  }

  public Class<?> load(String name) throws ClassNotFoundException {
    return loadClass(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
