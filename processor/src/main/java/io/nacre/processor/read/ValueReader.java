package io.nacre.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/// Turns an annotation value into plain Java, or null if it is not of the type that it should be.
///
/// Compilers hand out placeholders for values that they could not understand: javac the string
/// `<error>`, ECJ null.
final class ValueReader extends SimpleAnnotationValueVisitor14<Object, TypeMirror> {
  private static final ValueReader INSTANCE = new ValueReader();

  private ValueReader() {}

  static Object read(AnnotationValue value, TypeMirror expected) {
    if (value == null || value.getValue() == null) {
      return null;
    }
    if (expected instanceof ArrayType array && !(value.getValue() instanceof List<?>)) {
      Object single = value.accept(INSTANCE, array.getComponentType());
      return single == null ? null : List.of(single);
    }
    return value.accept(INSTANCE, expected);
  }

  @Override
  protected Object defaultAction(Object value, TypeMirror expected) {
    return null;
  }

  @Override
  public Object visitBoolean(boolean value, TypeMirror expected) {
    return expected.getKind() == TypeKind.BOOLEAN ? value : null;
  }

  @Override
  public Object visitByte(byte value, TypeMirror expected) {
    return (int) value;
  }

  @Override
  public Object visitShort(short value, TypeMirror expected) {
    return (int) value;
  }

  @Override
  public Object visitInt(int value, TypeMirror expected) {
    return switch (expected.getKind()) {
      case INT -> value;
      case FLOAT, DOUBLE -> (double) value;
      default -> null;
    };
  }

  /// The float's decimal digits, not its exact value: 0.1f is 0.1.
  @Override
  public Object visitFloat(float value, TypeMirror expected) {
    return Double.valueOf(Float.toString(value));
  }

  @Override
  public Object visitDouble(double value, TypeMirror expected) {
    return value;
  }

  @Override
  public Object visitString(String value, TypeMirror expected) {
    return isText(expected) && !value.equals("<error>") ? value : null;
  }

  @Override
  public Object visitEnumConstant(VariableElement constant, TypeMirror expected) {
    return constant.getKind() == ElementKind.ENUM_CONSTANT
        ? constant.getSimpleName().toString()
        : null;
  }

  @Override
  public Object visitType(TypeMirror type, TypeMirror expected) {
    return type.getKind() == TypeKind.ERROR ? null : type.toString();
  }

  @Override
  public Object visitArray(List<? extends AnnotationValue> values, TypeMirror expected) {
    if (!(expected instanceof ArrayType array)) {
      return null;
    }
    List<Object> elements = new ArrayList<>();
    for (AnnotationValue value : values) {
      elements.add(read(value, array.getComponentType()));
    }
    return elements.stream().allMatch(Objects::nonNull) ? List.copyOf(elements) : null;
  }

  private static boolean isText(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getSimpleName().contentEquals("String");
  }
}
