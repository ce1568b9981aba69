package io.nacre.processor.inline;

import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Place;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.HyperParameter;
import io.nacre.processor.read.NodeDeclaration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A node of a definition with the values that a use gives it.
///
/// Each value's place is the one from which it comes at the use: what a hyper-parameter sets stands
/// where the use gives that, and everything else at the use's annotation.
final class Substitution {
  private final Definition definition;
  private final AnnotationUse use;
  private boolean broken;

  private Substitution(Definition definition, AnnotationUse use) {
    this.definition = definition;
    this.use = use;
  }

  static NodeDeclaration of(NodeDeclaration node, Definition definition, NodeDeclaration use) {
    Substitution substitution = new Substitution(definition, use.layer());
    NodeDeclaration substituted = substitution.substitute(node, use.place());
    return use.broken() ? substituted.asBroken() : substituted;
  }

  private NodeDeclaration substitute(NodeDeclaration node, Place method) {
    Place annotation = InnerPlace.inside(use.place());
    NodeDeclaration moved = node.moved(written -> annotation);
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    moved
        .layer()
        .attributes()
        .forEach((name, value) -> attributes.put(name, set(node.name(), name, value)));
    AnnotationUse layer =
        new AnnotationUse(
            moved.layer().type(),
            moved.layer().name(),
            annotation,
            attributes,
            moved.layer().custom());
    Optional<AnnotationUse> repeat = moved.repeat().map(count -> repeat(node.name(), count));
    return new NodeDeclaration(
        node.name(),
        moved.given(),
        InnerPlace.inside(method),
        layer,
        repeat,
        moved.edges(),
        node.output(),
        node.broken() || broken || definition.broken(),
        Optional.empty());
  }

  private AnnotationUse repeat(String node, AnnotationUse repeat) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(repeat.attributes());
    attributes.computeIfPresent(
        "value", (name, value) -> set(node, HyperParameter.REPEAT, value));
    return new AnnotationUse(repeat.type(), repeat.name(), repeat.place(), attributes);
  }

  private AttributeValue set(String node, String attribute, AttributeValue value) {
    Optional<HyperParameter> setter = definition.setter(node, attribute);
    if (setter.isEmpty()) {
      return value;
    }
    AttributeValue given = use.attributes().get(setter.get().name());
    if (given == null || given.broken()) {
      broken = true;
      return value;
    }
    return value.setTo(given);
  }
}
