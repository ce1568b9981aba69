package io.nacre.processor.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Tells models from other types.
public final class ModelTypes {
  private ModelTypes() {}

  public static boolean isModel(TypeElement type) {
    return Annotations.isMarked(type, "Model");
  }

  public static boolean isBlock(TypeElement type) {
    return Annotations.isMarked(type, "Block");
  }

  /// The models that a model extends, and those that they extend.
  public static List<TypeElement> above(TypeElement model) {
    Set<TypeElement> above = new LinkedHashSet<>();
    collect(model, above);
    above.removeIf(type -> !isModel(type));
    return List.copyOf(above);
  }

  private static void collect(TypeElement type, Set<TypeElement> above) {
    parent(type.getSuperclass(), above);
    type.getInterfaces().forEach(parent -> parent(parent, above));
  }

  private static void parent(TypeMirror mirror, Set<TypeElement> above) {
    if (mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement parent
        && above.add(parent)) {
      collect(parent, above);
    }
  }
}
