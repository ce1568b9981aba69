package io.nacre.processor.read;

import io.nacre.processor.read.AttributeValue.Kind;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// The type of an annotation's attribute.
///
/// @param name the type, or that of an array's elements: `int`, `String`, an enum's qualified name;
///     empty if the source is broken there
public record AttributeType(String name, Kind kind, boolean array) {

  static AttributeType of(TypeMirror type) {
    if (type instanceof ArrayType list) {
      return new AttributeType(of(list.getComponentType()).name(), kind(type), true);
    }
    if (type.getKind() == TypeKind.ERROR) {
      return new AttributeType("", kind(type), false);
    }
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      String name = element.getQualifiedName().toString();
      return new AttributeType(
          name.startsWith("java.lang.") ? element.getSimpleName().toString() : name,
          kind(type),
          false);
    }
    return new AttributeType(
        type.getKind().name().toLowerCase(Locale.ROOT), kind(type), false);
  }

  private static Kind kind(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return kind(array.getComponentType());
    }
    if (type.getKind() == TypeKind.BOOLEAN) {
      return Kind.FLAG;
    }
    if (type instanceof DeclaredType declared) {
      Element element = declared.asElement();
      if (element.getKind() == ElementKind.ENUM) {
        return Kind.CONSTANT;
      }
      if (element.getKind() == ElementKind.ANNOTATION_TYPE) {
        return Kind.ANNOTATION;
      }
      return element.getSimpleName().contentEquals("Class") ? Kind.CLASS : Kind.TEXT;
    }
    return Kind.NUMBER;
  }

  /// Whether a value of type `other` can be written here: of the same type, one for an array of one,
  /// or an `int` for a `double`.
  boolean takes(AttributeType other) {
    boolean same = name.equals(other.name) || (name.equals("double") && other.name.equals("int"));
    return same && (array || !other.array);
  }

  /// Whether the compiler did not find the type.
  boolean broken() {
    return name.isEmpty();
  }

  /// As it is written in a source that imports it: `int[]`, `PoolingType`.
  String text() {
    return name.substring(name.lastIndexOf('.') + 1) + (array ? "[]" : "");
  }
}
