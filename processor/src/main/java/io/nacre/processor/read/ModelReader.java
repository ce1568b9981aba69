package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Reads an annotated type as a model: syntax only, names keep their spelling.
///
/// It reports what cannot be a model or a node, and always returns what could be read.
public final class ModelReader {
  private final Elements elements;
  private final Problems problems;
  private final Annotations annotations;
  private final Sources sources;
  private final LayerProviders providers;

  private boolean broken;

  public ModelReader(
      Elements elements, Sources sources, LayerProviders providers, Problems problems) {
    this.elements = elements;
    this.sources = sources;
    this.problems = problems;
    this.providers = providers;
    this.annotations = new Annotations(elements);
  }

  public ModelDeclaration read(TypeElement model) {
    ModelCheck check = new ModelCheck(problems);
    broken = !check.check(model);
    NodesReader reader = new NodesReader(elements, sources, providers, problems);
    List<NodeDeclaration> nodes = reader.read(model, !check.isRightKind(model));
    broken |= reader.broken();

    Place place = ElementPlace.of(model);
    String typeName = Companion.typeName(model);
    Optional<ImportDeclaration> imported = imported(model);
    if (nodes.isEmpty() && imported.isEmpty() && !broken) {
      broken = true;
      problems.add(
          Problem.of(
              ProblemId.BAD_MODEL,
              place,
              "",
              model.getSimpleName() + " has no nodes",
              "a node is an abstract method: @Input(784) Symbol data();"));
    }
    AnnotationUse use = annotations.find(model, "Model").orElse(AnnotationUse.none(place));
    int batch = batch(use);
    return new ModelDeclaration(
        elements.getPackageOf(model).getQualifiedName().toString(),
        typeName,
        typeName.replace('.', '_') + "Graph",
        model.getModifiers().contains(Modifier.PUBLIC),
        batch,
        memory(use, batch),
        layers(use),
        place,
        nodes,
        ModelDeclaration.namesOf(nodes),
        imported,
        List.of(),
        Spelling.PLAIN,
        broken || nodes.stream().anyMatch(NodeDeclaration::broken));
  }

  private Optional<ImportDeclaration> imported(TypeElement model) {
    Optional<AnnotationUse> use = annotations.find(model, "Import");
    if (use.isEmpty()) {
      return Optional.empty();
    }
    AttributeValue value = use.get().attributes().get("value");
    if (value == null || !(value.value() instanceof String path)) {
      broken = true;
      return Optional.empty();
    }
    return Optional.of(new ImportDeclaration(path, value.place()));
  }

  private int batch(AnnotationUse use) {
    AttributeValue value = use.attributes().get("batch");
    if (value == null || !(value.value() instanceof Integer batch)) {
      broken = true;
      return 0;
    }
    if (batch < 0 || (batch == 0 && value.written())) {
      bad(
          value.place(),
          "batch = " + batch + " is not a batch size",
          batch == 0
              ? "write at least 1, or leave batch out to choose it at bind"
              : "write at least 1: batch = " + Math.abs((long) batch));
      return 0;
    }
    return batch;
  }

  private Optional<MemoryLimit> memory(AnnotationUse use, int batch) {
    AttributeValue value = use.attributes().get("memory");
    if (value == null || !(value.value() instanceof String text)) {
      broken = true;
      return Optional.empty();
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong bytes = MemorySize.parse(text);
    if (bytes.isEmpty()) {
      bad(
          value.place(),
          "memory = \"" + text + "\" is not an amount of memory",
          "write a number and a unit, KB, MB, GB (powers of 1000) or KiB, MiB, GiB (of 1024): "
              + "\"64MB\"");
    } else if (batch == 0 && !broken) {
      bad(
          value.place(),
          "memory = \"" + text + "\" limits a network whose batch size is open",
          "fix it, so that its memory is known: @Model(batch = 64, memory = \"" + text + "\")");
    }
    return bytes.isPresent()
        ? Optional.of(new MemoryLimit(text, bytes.getAsLong(), value.place()))
        : Optional.empty();
  }

  private boolean layers(AnnotationUse use) {
    AttributeValue value = use.attributes().get("layers");
    if (value == null || !(value.value() instanceof Boolean layers)) {
      broken = true;
      return false;
    }
    return layers;
  }

  private void bad(Place place, String fact, String hint) {
    broken = true;
    problems.add(Problem.of(ProblemId.BAD_ATTRIBUTE, place, "@Model", fact, hint));
  }
}
