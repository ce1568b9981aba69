package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every result has the same bits as vector and as scalar code, and for any number of threads.
class SameBitsTest {
  private static final List<Device> DEVICES =
      List.of(Device.cpu(1), Device.cpu(2), Device.cpu(3), Device.cpu(7));

  @AfterAll
  static void close() {
    DEVICES.forEach(Device::close);
  }

  @TestFactory
  Stream<DynamicTest> agree() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.putAll(AwkwardModels.sources("FLOAT32"));
    sources.putAll(AwkwardModels.sources("FLOAT64"));
    ModelBatch vector = ModelBatch.compile(sources, "-Anacre.vector=require");
    ModelBatch scalar = ModelBatch.compile(sources, "-Anacre.vector=off");
    List<DynamicTest> tests = new ArrayList<>();
    for (String type : sources.keySet()) {
      for (int batch : new int[] {1, 3, 5}) {
        tests.add(
            DynamicTest.dynamicTest(
                type + ", N = " + batch,
                () -> check(scalar.graph(type), vector.graph(type), batch)));
      }
    }
    return tests.stream();
  }

  /// Other JVMs: the runtime's kernels as scalar code, and without C2, narrow vectors.
  @ParameterizedTest
  @ValueSource(strings = {"-Dnacre.vector=off", "-XX:MaxVectorSize=16"})
  void otherJvmsAgree(String option) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:TieredStopAtLevel=1",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                BitsOfAllModels.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertEquals(BitsOfAllModels.hash(), output.lines().collect(Collectors.joining()));
    }
  }

  private static void check(Class<?> scalar, Class<?> vector, int batch) {
    Map<String, double[]> expected = run(scalar, DEVICES.getFirst(), batch);
    for (Device device : DEVICES) {
      assertSameBits(expected, run(scalar, device, batch), "scalar code on " + device);
      assertSameBits(expected, run(vector, device, batch), "vector code on " + device);
    }
  }

  private static Map<String, double[]> run(Class<?> type, Device device, int batch) {
    try (BoundModel model = BoundModel.bind(type, device, OptionalInt.of(batch))) {
      return Example.of(model, batch, 5).run(model);
    }
  }

  static void assertSameBits(
      Map<String, double[]> expected, Map<String, double[]> actual, String where) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (name, numbers) -> {
          double[] others = actual.get(name);
          assertEquals(numbers.length, others.length, name);
          for (int i = 0; i < numbers.length; i++) {
            if (Double.doubleToLongBits(numbers[i]) != Double.doubleToLongBits(others[i])) {
              assertEquals(numbers[i], others[i], "%s[%d], %s".formatted(name, i, where));
            }
          }
        });
  }
}
