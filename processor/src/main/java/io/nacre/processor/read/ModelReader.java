package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/// Reads an annotated type as a model: syntax only, names keep their spelling.
///
/// It reports what cannot be a model or a node, and always returns what could be read.
public final class ModelReader {
  private final Elements elements;
  private final Problems problems;
  private final Annotations annotations;

  private boolean broken;

  public ModelReader(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
    this.annotations = new Annotations(elements);
  }

  public ModelDeclaration read(TypeElement model) {
    ModelCheck check = new ModelCheck(elements, problems);
    broken = !check.check(model);
    List<NodeDeclaration> nodes = nodes(model, check);

    Place place = ElementPlace.of(model);
    String typeName = typeName(model);
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
        place,
        nodes,
        imported,
        List.of(),
        Spelling.PLAIN,
        broken || nodes.stream().anyMatch(NodeDeclaration::broken));
  }

  /// All nodes in source order, after inherited ones, which are reported and only count for names.
  private List<NodeDeclaration> nodes(TypeElement model, ModelCheck check) {
    NodeReader reader = new NodeReader(annotations, problems);
    Map<String, ExecutableElement> methods = new LinkedHashMap<>();
    List<NodeDeclaration> nodes = new ArrayList<>();
    NodeReader silent = new NodeReader(annotations, new Problems());
    for (ExecutableElement method : check.inherited(model)) {
      silent.read(method, true).map(NodeDeclaration::asBroken).ifPresent(nodes::add);
    }
    for (ExecutableElement method : ElementFilter.methodsIn(model.getEnclosedElements())) {
      reader
          .read(method, !check.isRightKind(model))
          .ifPresent(
              node -> {
                ExecutableElement first = methods.putIfAbsent(node.name(), method);
                nodes.add(node);
                if (first != null) {
                  overload(node, first, method);
                }
              });
    }
    return nodes;
  }

  private void overload(NodeDeclaration node, ExecutableElement first, ExecutableElement second) {
    broken = true;
    problems.add(
        Problem.of(
            ProblemId.OVERLOAD,
            node.place(),
            node.name(),
            signature(second) + " has the name of " + signature(first),
            "a node is one method: rename one of them; to share weights, write a @Parameter and "
                + "give it to both by @Weight"));
  }

  private static String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.asType() + " " + parameter.getSimpleName())
        .map(parameter -> parameter.substring(parameter.lastIndexOf('.') + 1))
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
  }

  private static String typeName(TypeElement model) {
    String name = model.getSimpleName().toString();
    return model.getEnclosingElement() instanceof TypeElement outer
        ? typeName(outer) + "." + name
        : name;
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

  private void bad(Place place, String fact, String hint) {
    broken = true;
    problems.add(Problem.of(ProblemId.BAD_ATTRIBUTE, place, "@Model", fact, hint));
  }
}
