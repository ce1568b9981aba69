package io.nacre.processor.provider;

import io.nacre.annotations.Model;
import io.nacre.processor.layer.Layer;
import io.nacre.runtime.Device;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/// Compilers as builds start them: in a process of their own, so that the annotation processor and
/// the layers of third parties come from the annotation processor path and from nowhere else.
enum ProcessorPath {
  JAVAC {
    @Override
    List<String> compiler() {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
          "-J-XX:TieredStopAtLevel=1");
    }
  },
  ECLIPSE {
    @Override
    List<String> compiler() {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-classpath",
          location(BatchCompiler.class).toString(),
          "org.eclipse.jdt.internal.compiler.batch.Main",
          "-25",
          "-warn:none");
    }
  };

  abstract List<String> compiler();

  /// Compiles sources, and returns what the compiler says.
  ///
  /// @param sources each text by its path: `app/Net.java`
  /// @param folder where sources and classes go
  /// @param path `-classpath` or `--module-path`, and what is there beside Nacre
  /// @param processors jars beside Nacre on the annotation processor path
  String compile(
      Map<String, String> sources, Path folder, String path, List<Path> library, Path... processors)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(compiler());
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> used = new ArrayList<>(library);
    used.addAll(List.of(location(Model.class), location(Device.class)));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    line.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    line.addAll(List.of(path, join(used)));
    List<Path> processor = new ArrayList<>(List.of(processors));
    processor.addAll(nacre());
    line.addAll(List.of("-processorpath", join(processor), "-Anacre.vector=off"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      line.add(Files.writeString(file, source.getValue()).toString());
    }
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the compiler does not come to an end");
    }
    return Files.readString(said);
  }

  /// A jar of classes of this test, with a list of services.
  static Path jar(Path file, String services, Class<?>... types) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Class<?> type : types) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var in = type.getResourceAsStream("/" + name)) {
          in.transferTo(jar);
        }
      }
      if (!services.isEmpty()) {
        jar.putNextEntry(new JarEntry("META-INF/services/" + Layer.class.getName()));
        jar.write(services.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /// What nacre-processor brings with it: all that this test has but the test itself.
  private static List<Path> nacre() {
    Path tests = location(ProcessorPath.class);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.equals(tests) && !path.equals(location(BatchCompiler.class)))
        .toList();
  }

  private static String join(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
