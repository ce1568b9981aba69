package io.nacre.runtime.files;

import io.nacre.runtime.GoldenJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The `.params` files that MXNet 1.9.1 wrote or reads, and what is in them.
public final class GoldenParams {
  private static final Object EXPECTED = GoldenJson.read("/golden-params/expected.json");

  private GoldenParams() {}

  /// The names of all files; those that start with `bad` are to be refused.
  static List<String> files() {
    return ((Map<?, ?>) GoldenJson.at(EXPECTED, "files"))
        .keySet().stream().map(Object::toString).toList();
  }

  /// What is said of a file.
  static Map<?, ?> expected(String name) {
    return (Map<?, ?>) GoldenJson.at(EXPECTED, "files", name);
  }

  /// Copies a golden file into a folder.
  public static Path copy(String name, Path folder) throws IOException {
    return Files.write(folder.resolve(name), bytes(name));
  }

  static byte[] bytes(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            GoldenParams.class.getResourceAsStream("/golden-params/" + name), name)) {
      return stream.readAllBytes();
    }
  }

  /// The value of a weight by the rule in expected.json.
  public static float value(String name, int position, List<Long> shape) {
    int hash = 0x811C9DC5;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x01000193;
    }
    int u = position * (int) 2654435761L ^ hash;
    u = (u ^ u >>> 16) * 0x85EBCA6B;
    u = (u ^ u >>> 13) * 0xC2B2AE35;
    u ^= u >>> 16;
    double r = Integer.toUnsignedLong(u) / 0x1p32 - 0.5;
    if (name.endsWith("gamma")) {
      return (float) (1 + 0.2 * r);
    }
    if (name.endsWith("var")) {
      return (float) (1 + 0.5 * r);
    }
    if (name.endsWith("weight") && shape.size() > 1) {
      long fan = shape.stream().skip(1).reduce(1L, (a, b) -> a * b);
      return (float) (r * 2 * Math.sqrt(6.0 / fan));
    }
    return (float) (0.2 * r);
  }
}
