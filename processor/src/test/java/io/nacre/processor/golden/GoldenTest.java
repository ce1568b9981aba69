package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static io.nacre.processor.golden.Closeness.largest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.golden.SymbolTranslator.Translation;
import io.nacre.runtime.Device;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/// Models compiled, generated, bound and run, against what MXNet 1.9.1 computes.
class GoldenTest {
  private static final double RELATIVE = 1e-4;
  private static final double ABSOLUTE = 1e-5;

  /// The cases that have to pass.
  @TestFactory
  Stream<DynamicTest> firstCases() {
    return tests(GoldenCase.lines("first.txt"));
  }

  /// All others, of which those pass that can be written as a model yet.
  @TestFactory
  Stream<DynamicTest> otherCases() {
    Set<String> first = new HashSet<>(GoldenCase.lines("first.txt"));
    return tests(GoldenCase.all().stream().filter(name -> !first.contains(name)).toList())
        .map(GoldenTest::orSkip);
  }

  private static Stream<DynamicTest> tests(List<String> names) {
    Map<String, GoldenCase> cases = new TreeMap<>();
    Map<String, Translation> translations = new LinkedHashMap<>();
    Map<String, UnsupportedOperator> unsupported = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (String name : names) {
      GoldenCase golden = GoldenCase.read(name);
      for (String dtype : List.of("FLOAT32", "FLOAT64")) {
        String test = name + " " + dtype.toLowerCase(Locale.ROOT);
        cases.put(test, golden);
        try {
          Translation translation = SymbolTranslator.translate(golden, dtype);
          translations.put(test, translation);
          sources.put(translation.type(), translation.source());
        } catch (UnsupportedOperator e) {
          unsupported.put(test, e);
        }
      }
    }
    ModelBatch batch = ModelBatch.compile(sources);
    return cases.keySet().stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test,
                    () -> {
                      if (unsupported.containsKey(test)) {
                        throw unsupported.get(test);
                      }
                      check(cases.get(test), translations.get(test), batch);
                    }));
  }

  private static DynamicTest orSkip(DynamicTest test) {
    return DynamicTest.dynamicTest(
        test.getDisplayName(),
        () -> {
          try {
            test.getExecutable().execute();
          } catch (UnsupportedOperator e) {
            throw new TestAbortedException("not yet: " + e.getMessage());
          }
        });
  }

  private static void check(GoldenCase golden, Translation translation, ModelBatch batch) {
    Class<?> type = batch.graph(translation.type());
    try (BoundModel model = BoundModel.bind(type, Device.cpu(), translation.batch())) {
      assertEquals(golden.arguments(), model.graph().spec().listArguments());
      assertEquals(golden.outputs(), model.graph().spec().listOutputs());
      assertEquals(golden.auxiliaryStates(), model.graph().spec().listAuxiliaryStates());
      Map<String, double[]> arguments = golden.arrays("arg");
      model.setParameters(arguments);
      model.setStates(golden.arrays("aux"));
      if (golden.training()) {
        assertOutputs(golden, "out", model.forward(arguments));
        assertGradients(golden, model);
        assertStates(golden, model);
        model.setStates(golden.arrays("aux"));
      }
      assertOutputs(golden, evaluated(golden), model.infer(arguments));
    }
  }

  /// The role of a prediction's outputs: those of training if the case has no others.
  private static String evaluated(GoldenCase golden) {
    return golden.arrays("out_eval").isEmpty() ? "out" : "out_eval";
  }

  private static void assertOutputs(
      GoldenCase golden, String role, Map<String, double[]> outputs) {
    assertEquals(golden.arrays(role).keySet(), outputs.keySet());
    golden
        .arrays(role)
        .forEach(
            (name, expected) ->
                assertClose(
                    expected,
                    outputs.get(name),
                    RELATIVE * largest(expected) + ABSOLUTE,
                    role + " " + name));
  }

  private static void assertStates(GoldenCase golden, BoundModel model) {
    Map<String, double[]> states = model.states();
    golden
        .arrays("aux_after")
        .forEach(
            (name, expected) ->
                assertClose(
                    expected,
                    states.get(name),
                    RELATIVE * largest(expected) + ABSOLUTE,
                    "state " + name));
  }

  private static void assertGradients(GoldenCase golden, BoundModel model) {
    Map<String, double[]> expected = golden.arrays("grad");
    if (expected.isEmpty()) {
      return;
    }
    model.backward(golden.arrays("head_grad"));
    Map<String, double[]> actual = model.gradients();
    assertEquals(expected.keySet(), actual.keySet());
    double tolerance = RELATIVE * largest(expected.values()) + ABSOLUTE;
    expected.forEach(
        (name, gradient) ->
            assertClose(gradient, actual.get(name), tolerance, "gradient of " + name));
  }
}
