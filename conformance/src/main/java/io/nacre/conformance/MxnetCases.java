package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    Path params = root.resolve("params").resolve("expected.json");
    if (Files.exists(params)) {
      Json.read(params)
          .path("files")
          .properties()
          .forEach(each -> cases.add(new ParamsCase(root, each.getKey(), each.getValue())));
    }
    cases.addAll(training(root.resolve("optim"), device));
    return cases;
  }

  /// Optimizers, schedules, metrics and initializers.
  private static List<Case> training(Path folder, Device device) {
    List<Case> cases = new ArrayList<>();
    read(folder, "optimizers.json")
        .forEach(each -> cases.add(new OptimizerCase(cases.size(), each, device)));
    JsonNode schedules = read(folder, "schedules.json");
    schedules
        .path("schedules")
        .fieldNames()
        .forEachRemaining(name -> cases.add(ScheduleCase.of(name, schedules)));
    JsonNode metrics = read(folder, "metrics.json");
    metrics
        .path("metrics")
        .fieldNames()
        .forEachRemaining(name -> cases.add(new MetricCase(name, metrics)));
    cases.addAll(InitializerCase.of(read(folder, "initializers.json"), device));
    return cases;
  }

  private static JsonNode read(Path folder, String file) {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Json.read(path) : MissingNode.getInstance();
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
