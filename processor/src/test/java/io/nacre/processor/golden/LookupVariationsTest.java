package io.nacre.processor.golden;

import io.nacre.processor.golden.Trial.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Everything that picks by indices, against its definition and differences: all modes, axes and
/// places of N, with fractions and with indices beyond the axis where they are allowed.
class LookupVariationsTest {
  private static final List<String> MODES = List.of("CLIP", "WRAP", "RAISE");

  private static int row(String mode, double index, int size) {
    int number = (int) index;
    return mode.equals("WRAP")
        ? Math.floorMod(number, size)
        : Math.max(0, Math.min(number, size - 1));
  }

  private static Given index(String mode, int size, int... shape) {
    return mode.equals("RAISE")
        ? Given.index("i", 0, size - 1, shape)
        : Given.index("i", -2 * size, 3 * size, shape);
  }

  @TestFactory
  Stream<DynamicTest> embedding() {
    List<Trial> trials = new ArrayList<>();
    for (int[] shape : new int[][] {{-1}, {-1, 4}, {5, -2}, {2, 3, 2}, {}}) {
      trials.add(
          Trial.of(
              Arrays.toString(shape),
              List.of(index("CLIP", 7, shape)),
              "@Embedding(inputDim = 7, outputDim = 5, dtype = DataType.FLOAT64) Symbol y(Symbol i);",
              in -> {
                Box i = in.get("i");
                return Box.of(
                    Box.joined(i.sizes(), new int[] {5}),
                    at ->
                        in.get("y_weight")
                            .at(
                                row("CLIP", i.at(Box.part(at, 0, i.rank())), 7),
                                at[i.rank()]));
              }));
    }
    return Trials.tests("Embedding", trials);
  }

  @TestFactory
  Stream<DynamicTest> take() {
    List<Trial> trials = new ArrayList<>();
    int[][][] shapes = {
      {{5}, {-1}}, {{5, 3}, {2, -1}}, {{-1, 3}, {4}}, {{3, -1, 2}, {2, 2}}, {{2, 4, 3}, {-2}},
      {{2, 3}, {}}, {{4, 2, 3, 2}, {1, 3, 1}}
    };
    for (String mode : MODES) {
      for (int[][] pair : shapes) {
        for (int axis = -pair[0].length; axis < pair[0].length; axis++) {
          int from = Math.floorMod(axis, pair[0].length);
          boolean batches =
              Arrays.stream(pair[1]).anyMatch(s -> s < 0)
                  && Arrays.stream(pair[0]).anyMatch(s -> s < 0);
          // an axis of N has three elements in these tests
          int size = pair[0][from] < 0 ? 3 : pair[0][from];
          if (!batches && (axis >= 0 || mode.equals("CLIP"))) {
            trials.add(take(mode, axis, from, size, pair[0], pair[1]));
          }
        }
      }
    }
    return Trials.tests("Take", trials);
  }

  private static Trial take(
      String mode, int axis, int from, int size, int[] table, int[] indices) {
    return Trial.of(
        "%s along %d of %s by %s"
            .formatted(mode, axis, Arrays.toString(table), Arrays.toString(indices)),
        List.of(Given.of("a", table), index(mode, size, indices)),
        "@Take(axis = %d, mode = IndexMode.%s) Symbol y(Symbol a, Symbol i);"
            .formatted(axis, mode),
        in -> {
          Box a = in.get("a");
          Box i = in.get("i");
          int[] before = Box.part(a.sizes(), 0, from);
          int[] after = Box.part(a.sizes(), from + 1, a.rank());
          return Box.of(
              Box.joined(before, i.sizes(), after),
              at -> {
                int[] index = Box.part(at, from, from + i.rank());
                int[] place = {row(mode, i.at(index), a.size(from))};
                return a.at(
                    Box.joined(
                        Box.part(at, 0, from),
                        place,
                        Box.part(at, from + i.rank(), at.length)));
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> pick() {
    List<Trial> trials = new ArrayList<>();
    for (String mode : MODES) {
      for (int[] shape : new int[][] {{4}, {-1, 5}, {3, -1, 2}, {2, 3, 4, 2}}) {
        for (int axis = 0; axis < shape.length; axis++) {
          for (boolean keep : new boolean[] {false, true}) {
            for (boolean kept : new boolean[] {false, true}) {
              trials.add(pick(mode, shape, axis, keep, kept));
            }
          }
        }
      }
    }
    trials.add(pick("CLIP", new int[] {-1, 4, 2}, -1, false, false));
    trials.add(pick("WRAP", new int[] {-1, 4, 2}, -2, true, false));
    return Trials.tests("Pick", trials);
  }

  private static Trial pick(String mode, int[] shape, int axis, boolean keep, boolean kept) {
    int from = Math.floorMod(axis, shape.length);
    int[] before = Box.part(shape, 0, from);
    int[] after = Box.part(shape, from + 1, shape.length);
    boolean vector = shape.length == 1;
    int[] index = kept || vector ? Box.joined(before, new int[] {1}, after) : Box.joined(before, after);
    return Trial.of(
        "%s along %d of %s, keepdims %s, index %s"
            .formatted(mode, axis, Arrays.toString(shape), keep, Arrays.toString(index)),
        List.of(Given.of("x", shape), index(mode, shape[from] < 0 ? 3 : shape[from], index)),
        "@Pick(axis = %d, keepdims = %s, mode = IndexMode.%s) Symbol y(Symbol x, Symbol i);"
            .formatted(axis, keep, mode),
        in -> {
          Box x = in.get("x");
          int[] left = Box.part(x.sizes(), 0, from);
          int[] right = Box.part(x.sizes(), from + 1, x.rank());
          Box i = in.get("i").as(Box.joined(left, right));
          return Box.of(
              Box.joined(left, right),
              at ->
                  x.at(
                      Box.joined(
                          Box.part(at, 0, from),
                          new int[] {row(mode, i.at(at), x.size(from))},
                          Box.part(at, from, at.length))));
        });
  }

  @TestFactory
  Stream<DynamicTest> batchTake() {
    List<Trial> trials = new ArrayList<>();
    int[][][] shapes = {{{-1, 5}, {-1}}, {{4, 5}, {4}}, {{2, -1, 3}, {2, -1}}, {{4, 5}, {2, 2}}};
    for (int[][] pair : shapes) {
      trials.add(
          Trial.of(
              Arrays.deepToString(pair),
              List.of(Given.of("a", pair[0]), index("CLIP", 5, pair[1])),
              "@BatchTake Symbol y(Symbol a, Symbol i);",
              in -> {
                Box a = in.get("a");
                int columns = a.size(a.rank() - 1);
                int[] row = {0};
                return Box.of(
                    in.get("i").sizes(),
                    at ->
                        a.values()[
                            row[0]++ * columns + row("CLIP", in.get("i").at(at), columns)]);
              }));
    }
    return Trials.tests("BatchTake", trials);
  }

  @TestFactory
  Stream<DynamicTest> gatherNd() {
    List<Trial> trials = new ArrayList<>();
    int[][][] shapes = {
      {{4}, {1, -1}}, {{3, 4}, {2, 5}}, {{3, 4}, {1, 2, 3}}, {{-1, 3, 4}, {2, 5}},
      {{3, -2, 2}, {3, 6}}, {{3, 4, -1}, {2, 3}}, {{2, 3, 2}, {3, 2, -1}}
    };
    for (int[][] pair : shapes) {
      trials.add(gatherNd(pair[0], pair[1]));
    }
    return Trials.tests("GatherNd", trials);
  }

  /// Indices that all indexed axes have, from both ends.
  private static Trial gatherNd(int[] data, int[] indices) {
    int least = Arrays.stream(data).limit(indices[0]).map(s -> s < 0 ? -3 * s : s).min().orElse(0);
    return Trial.of(
        Arrays.toString(data) + " by " + Arrays.toString(indices),
        List.of(Given.of("x", data), Given.index("i", -least, least - 1, indices)),
        "@GatherNd Symbol y(Symbol x, Symbol i);",
        in -> {
          Box x = in.get("x");
          Box i = in.get("i");
          int[] picks = Box.part(i.sizes(), 1, i.rank());
          return Box.of(
              Box.joined(picks, Box.part(x.sizes(), indices[0], x.rank())),
              at -> {
                int[] place = new int[indices[0]];
                for (int axis = 0; axis < place.length; axis++) {
                  int[] pick = Box.part(at, 0, picks.length);
                  double index = i.at(Box.joined(new int[] {axis}, pick));
                  place[axis] = (int) (index < 0 ? index + x.size(axis) : index);
                }
                return x.at(Box.joined(place, Box.part(at, picks.length, at.length)));
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> oneHot() {
    List<Trial> trials = new ArrayList<>();
    for (int[] shape : new int[][] {{-1}, {3, -1}, {2, 3}, {}}) {
      for (double[] values : new double[][] {{1, 0}, {-2.5, 0.25}}) {
        trials.add(
            Trial.of(
                Arrays.toString(shape) + " " + Arrays.toString(values),
                List.of(Given.index("i", -2, 7, shape)),
                String.format(
                    Locale.ROOT,
                    "@OneHot(depth = 5, onValue = %s, offValue = %s) Symbol y(Symbol i);",
                    values[0],
                    values[1]),
                in -> {
                  Box i = in.get("i");
                  return Box.of(
                      Box.joined(i.sizes(), new int[] {5}),
                      at -> {
                        int index = (int) i.at(Box.part(at, 0, i.rank()));
                        return index == at[i.rank()] ? values[0] : values[1];
                      });
                }));
      }
    }
    return Trials.tests("OneHot", trials);
  }

  @TestFactory
  Stream<DynamicTest> where() {
    List<Trial> trials = new ArrayList<>();
    int[][][] shapes = {{{4}, {4}}, {{-1, 5}, {-1, 5}}, {{-1, 5}, {-1}}, {{3, -1, 2}, {3}}};
    for (int[][] pair : shapes) {
      trials.add(
          Trial.of(
              Arrays.deepToString(pair),
              List.of(
                  new Given("c", pair[1], false, random -> random.nextInt(3) - 1),
                  Given.of("a", pair[0]),
                  Given.of("b", pair[0])),
              "@Where Symbol y(Symbol c, Symbol a, Symbol b);",
              in -> {
                Box c = in.get("c");
                return Box.of(
                    in.get("a").sizes(),
                    at -> in.get(c.at(Box.part(at, 0, c.rank())) == 0 ? "b" : "a").at(at));
              }));
    }
    return Trials.tests("Where", trials);
  }
}
