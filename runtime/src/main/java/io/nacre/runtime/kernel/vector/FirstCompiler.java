package io.nacre.runtime.kernel.vector;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/// Keeps HotSpot's first compiler, C1, away from classes whose large vector methods it cannot
/// compile well. C1 runs out of virtual registers in them, and a method can then stay in its
/// profiled tier for good, a hundred times slower; without it, the interpreter hands the method to
/// C2.
///
/// The wish is a compiler directive, given to the running JVM through its diagnostic commands.
/// Where there are none (another JVM, or no module `java.management`) nothing happens.
final class FirstCompiler {
  private static final Logger LOG = System.getLogger(FirstCompiler.class.getName());

  private FirstCompiler() {}

  /// Excludes all methods of `classes`. Call it before they are first used.
  static void exclude(Class<?>... classes) {
    try {
      Command.addDirective(directive(classes));
    } catch (JMException | IOException | RuntimeException | LinkageError unavailable) {
      LOG.log(Level.DEBUG, "kernels are left to C1 as well", unavailable);
    }
  }

  private static String directive(Class<?>... classes) {
    return Arrays.stream(classes)
        .map(type -> '"' + type.getName().replace('.', '/') + ".*\"")
        .collect(Collectors.joining(", ", "[{ match: [", "], c1: { Exclude: true } }]\n"));
  }

  /// In a class of its own, which fails to link where the module is missing.
  private static final class Command {
    static void addDirective(String directive) throws JMException, IOException {
      Path file = Files.createTempFile("nacre", ".json");
      try {
        Files.writeString(file, directive);
        Object[] arguments = {new String[] {file.toString()}};
        String[] types = {String[].class.getName()};
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerDirectivesAdd",
                arguments,
                types);
      } finally {
        Files.delete(file);
      }
    }
  }
}
