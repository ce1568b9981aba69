package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.HyperParameter.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// Reads the elements of a block's annotation type as its hyper-parameters.
final class HyperParameterReader {
  private final Annotations annotations;
  private final SetsCheck check;
  private final Map<String, NodeDeclaration> nodes = new LinkedHashMap<>();
  private boolean broken;

  /// @param nodes those of the block's body
  HyperParameterReader(Annotations annotations, List<NodeDeclaration> nodes, Problems problems) {
    this.annotations = annotations;
    nodes.forEach(node -> this.nodes.putIfAbsent(node.name(), node));
    this.check = new SetsCheck(this.nodes, problems);
  }

  /// Whether the compiler found the source broken.
  boolean broken() {
    return broken;
  }

  List<HyperParameter> read(TypeElement block) {
    List<HyperParameter> parameters = new ArrayList<>();
    for (ExecutableElement element : ElementFilter.methodsIn(block.getEnclosedElements())) {
      parameters.add(read(element));
    }
    nodes.values().forEach(check::unset);
    return parameters;
  }

  private HyperParameter read(ExecutableElement element) {
    String name = element.getSimpleName().toString();
    AttributeType type = AttributeType.of(element.getReturnType());
    AnnotationUse sets =
        annotations.find(element, "Sets").orElse(AnnotationUse.none(ElementPlace.of(element)));
    AttributeValue value = sets.attributes().get("value");
    List<Target> targets = new ArrayList<>();
    if (type.broken() || sets.broken()) {
      broken = true;
    } else if (check.type(name, type, ElementPlace.of(element))) {
      List<?> paths = value != null && value.value() instanceof List<?> list ? list : List.of();
      for (int i = 0; i < paths.size(); i++) {
        Place place = i < value.elements().size() ? value.elements().get(i) : value.place();
        target(name, type, paths.get(i).toString(), place).ifPresent(targets::add);
      }
      if (paths.isEmpty()) {
        check.setsNothing(name, value == null ? sets.place() : value.place());
      }
    }
    return new HyperParameter(name, type, targets);
  }

  /// What `node`, `node.attribute` or `node.repeat` stands for.
  private Optional<Target> target(String parameter, AttributeType type, String path, Place place) {
    int dot = path.lastIndexOf('.');
    Target target =
        dot < 0
            ? new Target(path, parameter)
            : new Target(path.substring(0, dot), path.substring(dot + 1));
    NodeDeclaration node = nodes.get(target.node());
    if (node == null) {
      check.unknownNode(parameter, target, place);
      return Optional.empty();
    }
    if (node.broken() || node.layer().name().isEmpty()) {
      broken = true;
      return Optional.empty();
    }
    Optional<AttributeValue> value = attribute(node, target.attribute());
    if (value.isEmpty()) {
      check.unknownAttribute(parameter, node, target, place);
      return Optional.empty();
    }
    return check.sets(parameter, type, target, value.get(), place)
        ? Optional.of(target)
        : Optional.empty();
  }

  private static Optional<AttributeValue> attribute(NodeDeclaration node, String name) {
    Optional<AttributeValue> own = Optional.ofNullable(node.layer().attributes().get(name));
    return own.isEmpty() && name.equals(HyperParameter.REPEAT)
        ? node.repeat().map(repeat -> repeat.attributes().get("value"))
        : own;
  }
}
