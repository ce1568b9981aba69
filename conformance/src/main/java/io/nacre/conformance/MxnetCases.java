package io.nacre.conformance;

import io.nacre.runtime.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The cases of a folder that is laid out like `processor/src/test/resources/golden`.
final class MxnetCases {
  private MxnetCases() {}

  /// @param scratch a folder to write symbol files into
  static List<Case> in(Path root, Path scratch, Device device) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String kind : List.of("seed", "op", "model")) {
      for (String name : folders(root, kind)) {
        cases.add(new GraphCase(root, name, device));
      }
    }
    Path infer = root.resolve("infer").resolve("cases.json");
    if (Files.exists(infer)) {
      Json.read(infer).forEach(each -> cases.add(new InferCase(each, scratch)));
    }
    Path json = root.resolve("json").resolve("expected.json");
    if (Files.exists(json)) {
      Json.read(json)
          .properties()
          .forEach(each -> cases.add(new JsonCase(root, each.getKey(), each.getValue())));
    }
    for (String name : folders(root, "train")) {
      cases.add(new TrainCase(root, name, device));
    }
    for (String name : folders(root, "zoo")) {
      cases.add(new ZooCase(root, name, scratch, device));
    }
    for (String name : files(root, "params", ".params")) {
      cases.add(new FileCase(name, "files of MXNet's weights"));
    }
    for (String name : files(root, "optim", ".json")) {
      cases.add(new FileCase(name, "optimizers, schedules and metrics"));
    }
    return cases;
  }

  private static List<String> files(Path root, String kind, String ending) throws IOException {
    Path folder = root.resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .map(child -> child.getFileName().toString())
          .filter(child -> child.endsWith(ending))
          .map(child -> kind + "/" + child)
          .sorted()
          .toList();
    }
  }

  /// `op/act_sigmoid`, ...; none if there is no such kind.
  private static List<String> folders(Path root, String kind) throws IOException {
    Path folder = root.resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.exists(child.resolve("case.json")))
          .map(child -> kind + "/" + child.getFileName())
          .sorted()
          .toList();
    }
  }
}
