package io.nacre.processor.read;

import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Symbol;
import io.nacre.processor.read.AttributeValue.Kind;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Writes an annotation the way a person would: `@Conv(filters = 20, kernel = 5)`.
final class AnnotationText {
  private AnnotationText() {}

  /// The annotation with the attributes that were written.
  static String of(AnnotationUse use) {
    StringJoiner attributes = new StringJoiner(", ", "(", ")").setEmptyValue("");
    long written = use.attributes().values().stream().filter(AttributeValue::written).count();
    use.attributes()
        .forEach(
            (name, value) -> {
              if (value.written()) {
                boolean bare = written == 1 && name.equals("value");
                attributes.add((bare ? "" : name + " = ") + value(value));
              }
            });
    return "@" + use.name() + attributes;
  }

  private static String value(AttributeValue attribute) {
    if (attribute.value() instanceof List<?> list && list.size() != 1) {
      return list.stream()
          .map(element -> element(element, attribute.kind()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Object value = attribute.value() instanceof List<?> list ? list.get(0) : attribute.value();
    return element(value, attribute.kind());
  }

  private static String element(Object value, Kind kind) {
    if (value == null) {
      return "?";
    }
    return switch (kind) {
      case TEXT -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case CLASS -> value.toString().substring(value.toString().lastIndexOf('.') + 1) + ".class";
      case NUMBER -> number((Number) value);
      case FLAG, CONSTANT, ANNOTATION -> value.toString();
    };
  }

  /// A multiple of `Symbol.BATCH` stands for that many times N.
  private static String number(Number value) {
    if (value.doubleValue() == BlockBody.PARAM) {
      return "PARAM";
    }
    if (!(value instanceof Integer number)) {
      return value.toString();
    }
    if (number < 0 && number % Symbol.BATCH == 0) {
      return number == Symbol.BATCH ? "BATCH" : number / Symbol.BATCH + " * BATCH";
    }
    return Integer.toString(number);
  }
}
