package io.nacre.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/// The types that this compilation has in source; all others come from class files.
public final class Sources {
  private final Set<String> roots = new HashSet<>();

  /// Adds the top-level types of a round.
  public void add(Set<? extends Element> elements) {
    for (Element element : elements) {
      if (element instanceof TypeElement type) {
        roots.add(type.getQualifiedName().toString());
      }
    }
  }

  public boolean hold(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    return roots.contains(outermost.getQualifiedName().toString());
  }
}
