package io.nacre.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// Whether a type is `Symbol`.
enum SymbolType {
  SYMBOL,
  /// The compiler did not find the type, and says so.
  BROKEN,
  OTHER;

  static SymbolType of(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return BROKEN;
    }
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getQualifiedName().contentEquals("io.nacre.annotations.Symbol")
        ? SYMBOL
        : OTHER;
  }
}
