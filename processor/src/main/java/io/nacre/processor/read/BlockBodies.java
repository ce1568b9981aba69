package io.nacre.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Finds the bodies of blocks: nested interfaces that extend `BlockBody`.
final class BlockBodies {
  private static final String BODY = "io.nacre.annotations.BlockBody";

  private BlockBodies() {}

  /// All that the type has; a right block has one.
  static List<TypeElement> all(TypeElement block) {
    return ElementFilter.typesIn(block.getEnclosedElements()).stream()
        .filter(BlockBodies::isBody)
        .toList();
  }

  /// The body of a block; empty if there is none, or the type is no block.
  static Optional<TypeElement> of(TypeElement type) {
    return ModelTypes.isBlock(type) ? all(type).stream().findFirst() : Optional.empty();
  }

  /// The type that says what the nodes of `type` belong to: a body's block, else itself.
  static TypeElement owner(TypeElement type) {
    return isBody(type)
            && type.getEnclosingElement() instanceof TypeElement outer
            && ModelTypes.isBlock(outer)
        ? outer
        : type;
  }

  /// Whether the type extends `BlockBody`, perhaps by way of other bodies.
  static boolean isBody(TypeElement type) {
    for (TypeMirror parent : type.getInterfaces()) {
      Element element = parent instanceof DeclaredType declared ? declared.asElement() : null;
      if (element instanceof TypeElement found
          && (found.getQualifiedName().contentEquals(BODY) || isBody(found))) {
        return true;
      }
    }
    return false;
  }
}
