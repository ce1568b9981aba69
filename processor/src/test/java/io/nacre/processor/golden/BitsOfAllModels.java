package io.nacre.processor.golden;

import io.nacre.runtime.Device;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A hash of all results of all [AwkwardModels]; the program prints it, for another JVM to compare.
final class BitsOfAllModels {
  private static final int N = 3;

  private BitsOfAllModels() {}

  public static void main(String[] arguments) {
    System.out.println(hash());
  }

  static String hash() {
    Map<String, String> sources = new LinkedHashMap<>(AwkwardModels.sources("FLOAT32"));
    sources.putAll(AwkwardModels.sources("FLOAT64"));
    ModelBatch batch = ModelBatch.compile(sources);
    long hash = 0;
    for (String type : sources.keySet()) {
      try (BoundModel model =
          BoundModel.bind(batch.graph(type), Device.cpu(), OptionalInt.of(N))) {
        Map<String, double[]> results = new TreeMap<>(Example.of(model, N, 5).run(model));
        for (double[] result : results.values()) {
          hash = hash * 31 + Arrays.hashCode(result);
        }
      }
    }
    return "%016x".formatted(hash);
  }
}
