package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// `@Sort`, `@ArgSort` and `@TopK` along every axis, in both directions, with every result: values and
/// gradients against a sort of the JDK's.
class SortingVariationsTest {
  private static final int[] SHAPE = {2, 5, 3};
  private static final int SIZE = 30;

  /// One layer; k = 0 sorts all.
  private record Variation(String layer, String result, int axis, int k, boolean ascend) {
    String name() {
      return (layer + result + (axis < 0 ? "All" : axis) + "K" + k + ascend).replace(" ", "");
    }

    String source() {
      String axes = axis < 0 ? "{}" : axis == 2 ? "-1" : String.valueOf(axis);
      String top =
          layer.equals("TopK")
              ? ", k = %d, result = TopKResult.%s".formatted(k, result)
              : "";
      String second = "";
      if (result.equals("BOTH")) {
        second =
            "@Output @Identity Symbol values(Symbol y);\n"
                + "@Output @Identity Symbol places(@From(value = \"y\", output = 1) Symbol y);\n";
      }
      return """
          package sorting;
          import io.nacre.annotations.*;
          @Model
          public interface %s {
            @Variable(value = {2, 5, 3}, gradient = true) Symbol x();
            @%s(axis = %s, ascend = %s%s) Symbol y(Symbol x);
            %s
          }
          """
          .formatted(name(), layer, axes, ascend, top, second);
    }

    /// The places of each list of the data, in order, as positions in the data.
    List<List<Integer>> lists(double[] x) {
      List<List<Integer>> lists = new ArrayList<>();
      int inner = axis < 0 ? 1 : IntStream.range(axis + 1, 3).map(i -> SHAPE[i]).reduce(1, (a, b) -> a * b);
      int size = axis < 0 ? SIZE : SHAPE[axis];
      for (int list = 0; list < SIZE / size; list++) {
        int start = list / inner * size * inner + list % inner;
        int step = inner;
        Comparator<Integer> byElement = Comparator.comparingDouble(at -> x[at]);
        lists.add(
            IntStream.range(0, size)
                .mapToObj(i -> start + i * step)
                .sorted(ascend ? byElement : byElement.reversed())
                .limit(k == 0 ? size : k)
                .toList());
      }
      return lists;
    }

    int inner() {
      return axis < 0 ? 1 : IntStream.range(axis + 1, 3).map(i -> SHAPE[i]).reduce(1, (a, b) -> a * b);
    }
  }

  private static List<Variation> variations() {
    List<Variation> variations = new ArrayList<>();
    for (int axis = -1; axis < 3; axis++) {
      for (boolean ascend : new boolean[] {true, false}) {
        variations.add(new Variation("Sort", "", axis, 0, ascend));
        variations.add(new Variation("ArgSort", "", axis, 0, ascend));
        for (String result : List.of("VALUE", "INDICES", "MASK", "BOTH")) {
          variations.add(new Variation("TopK", result, axis, 2, ascend));
        }
        variations.add(new Variation("TopK", "VALUE", axis, 0, ascend));
      }
    }
    return variations;
  }

  @Test
  void allAgree() {
    Map<String, String> sources = new LinkedHashMap<>();
    variations().forEach(each -> sources.put("sorting." + each.name(), each.source()));
    ModelBatch models = ModelBatch.compile(sources);
    double[] x = new Random(7).ints(SIZE, -9, 9).asDoubleStream().toArray();
    for (Variation each : variations()) {
      try (BoundModel model =
          BoundModel.bind(
              models.graph("sorting." + each.name()), Device.cpu(2), OptionalInt.empty())) {
        check(each, model, x);
      }
    }
  }

  private static void check(Variation each, BoundModel model, double[] x) {
    List<List<Integer>> lists = each.lists(x);
    int count = lists.getFirst().size();
    int inner = each.inner();
    double[] values = new double[lists.size() * count];
    double[] places = new double[values.length];
    double[] mask = new double[SIZE];
    int[] from = new int[values.length];
    for (int list = 0; list < lists.size(); list++) {
      for (int k = 0; k < count; k++) {
        int at = list / inner * count * inner + list % inner + k * inner;
        from[at] = lists.get(list).get(k);
        values[at] = x[from[at]];
        places[at] = from[at] / inner % (each.axis() < 0 ? SIZE : SHAPE[each.axis()]);
        mask[from[at]] = 1;
      }
    }
    Map<String, double[]> expected = new LinkedHashMap<>();
    boolean both = each.result().equals("BOTH");
    boolean valued = each.layer().equals("Sort") || each.result().equals("VALUE");
    if (both) {
      expected.put("values_output", values);
      expected.put("places_output", places);
    } else if (valued) {
      expected.put("y_output0", values);
    } else {
      expected.put("y_output", each.result().equals("MASK") ? mask : places);
    }
    Map<String, double[]> actual = model.forward(Map.of("x", x));
    assertEquals(expected.keySet(), actual.keySet(), each.name());
    expected.forEach((name, array) -> assertArrayEquals(array, actual.get(name), each.name()));

    double[] dy = new Random(8).doubles(values.length, -1, 1).map(g -> (float) g).toArray();
    double[] dx = new double[SIZE];
    Map<String, double[]> headGradients = new LinkedHashMap<>();
    expected.keySet().forEach(name -> headGradients.put(name, new double[expected.get(name).length]));
    if (both || valued) {
      headGradients.put(both ? "values_output" : "y_output0", dy);
      for (int at = 0; at < from.length; at++) {
        dx[from[at]] += dy[at];
      }
    }
    model.backward(headGradients);
    assertArrayEquals(dx, model.gradients().get("x"), each.name());
  }
}
