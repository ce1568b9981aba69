package io.nacre.processor.mxnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nacre.processor.layer.Layers;
import io.nacre.processor.resolve.MapAttributes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The table of operators, against what MXNet 1.9.1 says of itself and against our annotations.
class OperatorsTest {
  private static final Map<String, MxnetOperator> MXNET =
      MxnetOperator.all().stream().collect(Collectors.toMap(MxnetOperator::name, each -> each));

  /// What MXNet leaves open, and we do not: for the others our default is MXNet's.
  private static final Map<String, String> OPEN =
      Map.of(
          "Pooling p_value", "needed by lp only, where we take 2",
          "Pooling count_include_pad", "None is true",
          "_arange stop", "without it MXNet counts from 0 to start",
          "Reshape shape", "without it MXNet takes target_shape, which we do not know",
          "broadcast_to shape", "MXNet's default is no shape",
          "broadcast_axis axis", "MXNet's default does nothing",
          "broadcast_axis size", "MXNet's default does nothing");

  private static Stream<DynamicTest> each(Consumer<Operator> test) {
    return new LinkedHashSet<>(Operators.all().values())
        .stream().map(row -> dynamicTest(row.name(), () -> test.accept(row)));
  }

  @TestFactory
  Stream<DynamicTest> namesAreMxnets() {
    return each(
        row -> {
          MxnetOperator mxnet = MXNET.get(row.name());
          assertTrue(mxnet != null, "MXNet has no operator " + row.name());
          assertTrue(mxnet.names().containsAll(row.aliases()), mxnet.names()::toString);
        });
  }

  @TestFactory
  Stream<DynamicTest> allAttributesAreKnown() {
    return each(
        row -> {
          MxnetOperator mxnet = MXNET.get(row.name());
          Set<String> known = new TreeSet<>(mxnet.attributes().keySet());
          if (!mxnet.counter().isEmpty()) {
            known.add(mxnet.counter());
          }
          assertEquals(known, row.knownAttributes());
        });
  }

  @TestFactory
  Stream<DynamicTest> annotationsHaveTheAttributes() {
    return each(
        row -> {
          assertTrue(Layers.of(row.annotation()).isPresent(), row.annotation());
          Set<String> members = members(row.annotation());
          row.attributes()
              .keySet()
              .forEach(
                  attribute ->
                      assertTrue(members.contains(row.javaName(attribute)), attribute));
        });
  }

  @TestFactory
  Stream<DynamicTest> defaultsAreMxnets() {
    return each(
        row ->
            row.attributes()
                .forEach((attribute, kind) -> compareDefaults(row, attribute, kind)));
  }

  private static void compareDefaults(Operator row, String attribute, Attribute kind) {
    String what = row.name() + " " + attribute;
    Object ours = ourDefault(row.annotation(), row.javaName(attribute));
    Optional<String> mxnets = MXNET.get(row.name()).defaultOf(attribute);
    if (mxnets.isEmpty()) {
      assertEquals(ours != null, row.isAlwaysWritten(attribute), what + ": required by MXNet");
      return;
    }
    if (OPEN.containsKey(what)) {
      return;
    }
    if (ours == null) {
      ours = row.decode(Map.of(), (fact, hint) -> {}).get(row.javaName(attribute));
    }
    Object expected = ours;
    assertTrue(ours != null, what + " is required, but in MXNet it is " + mxnets.get());
    Optional<Object> decoded = kind.decode(mxnets.get());
    decoded.ifPresent(
        theirs -> {
          if (theirs instanceof Double number) {
            assertEquals(number.floatValue(), ((Double) expected).floatValue(), what);
          } else {
            assertEquals(theirs, expected, what);
          }
        });
  }

  private static Object ourDefault(String annotation, String attribute) {
    try {
      Object value =
          Class.forName("io.nacre.annotations." + annotation)
              .getMethod(attribute)
              .getDefaultValue();
      return switch (value) {
        case Enum<?> constant -> constant.name();
        case int[] numbers -> Arrays.stream(numbers).boxed().toList();
        case null, default -> value;
      };
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /// What an annotation's name stands for, and what it lacks.
  @TestFactory
  Stream<DynamicTest> annotationsAreWrittenWhole() {
    return Layers.all().stream()
        .map(layer -> layer.annotation())
        .filter(annotation -> Operators.ofAnnotation(annotation).isPresent())
        .map(
            annotation ->
                dynamicTest(
                    annotation,
                    () -> {
                      ShortForm form = Operators.ofAnnotation(annotation).orElseThrow();
                      Set<String> written =
                          form.attributes().stream()
                              .map(form.row()::javaName)
                              .collect(Collectors.toCollection(TreeSet::new));
                      assertEquals(new TreeSet<>(members(annotation)), written);
                    }));
  }

  private static Set<String> members(String annotation) {
    try {
      return Arrays.stream(
              Class.forName("io.nacre.annotations." + annotation).getDeclaredMethods())
          .map(Method::getName)
          .collect(Collectors.toSet());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /// Values of all kinds go to MXNet and come back.
  @TestFactory
  Stream<DynamicTest> valuesComeBack() {
    Map<String, List<String>> texts = new HashMap<>();
    for (MxnetOperator operator : MxnetOperator.all()) {
      operator.attributes().forEach((name, type) -> texts.put(operator.name() + name, samples(type)));
    }
    return each(
        row ->
            row.attributes()
                .forEach(
                    (attribute, kind) ->
                        texts.get(row.name() + attribute).forEach(
                            text -> comesBack(row, attribute, kind, text))));
  }

  /// Texts that Python would write.
  private static List<String> samples(String type) {
    if (type.startsWith("boolean")) {
      return List.of("True", "False");
    }
    if (type.startsWith("int") || type.startsWith("long")) {
      return List.of("3", "0");
    }
    if (type.startsWith("float") || type.startsWith("double")) {
      return List.of("0.5", "1e-05", "2.0");
    }
    return type.startsWith("Shape") ? List.of("(3, 2)", "(1, 1)") : List.of();
  }

  private static void comesBack(Operator row, String attribute, Attribute kind, String text) {
    Object value = kind.decode(text).orElseThrow();
    MapAttributes attributes =
        new MapAttributes("y", row.annotation(), Map.of(row.javaName(attribute), value));
    assertEquals(text, kind.encode(attributes, row.javaName(attribute), 2), row.name() + attribute);
  }
}
