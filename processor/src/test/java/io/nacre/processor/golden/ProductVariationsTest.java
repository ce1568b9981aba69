package io.nacre.processor.golden;

import io.nacre.processor.golden.Trial.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Dot over one to four axes and BatchDot over three to five, with all transpositions and N in several
/// places, against their definition and differences.
class ProductVariationsTest {
  private static final boolean[] BOTH = {false, true};

  @TestFactory
  Stream<DynamicTest> dot() {
    int[][][] shapes = {
      {{5}, {5}}, {{-1}, {-1}}, {{4, 5}, {5}}, {{5}, {5, 3}}, {{4, 5}, {5, 3}}, {{-1, 5}, {5, 3}},
      {{4, -2}, {-2, 3}}, {{4, 5}, {5, -1}}, {{2, -1, 5}, {5, 3}}, {{4, 5}, {5, 3, 2}},
      {{3, 2, 2, 5}, {5, 2, -1}}, {{1, 1}, {1, 1}}
    };
    List<Trial> trials = new ArrayList<>();
    for (int[][] pair : shapes) {
      for (boolean a : BOTH) {
        for (boolean b : BOTH) {
          boolean vectors = pair[0].length == 1 && pair[1].length == 1;
          if (!vectors || (!a && !b)) {
            trials.add(dot(a ? turned(pair[0], true) : pair[0], b ? turned(pair[1], false) : pair[1], a, b));
          }
        }
      }
    }
    return Trials.tests("Dot", trials);
  }

  /// The last axis first, or the first axis last.
  private static int[] turned(int[] shape, boolean lastFirst) {
    int[] turned = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      turned[(i + (lastFirst ? 1 : shape.length - 1)) % shape.length] = shape[i];
    }
    return turned;
  }

  private static Trial dot(int[] left, int[] right, boolean a, boolean b) {
    String layer = "@Dot(transposeA = %s, transposeB = %s) Symbol y(Symbol l, Symbol r);".formatted(a, b);
    return Trial.of(
        text(left) + " by " + text(right) + ", " + a + ", " + b,
        List.of(Given.of("l", left), Given.of("r", right)),
        layer,
        in -> {
          Box l = in.get("l");
          Box r = in.get("r");
          int inner = a ? l.size(0) : l.size(l.rank() - 1);
          int[] rows = a ? Box.part(l.sizes(), 1, l.rank()) : Box.part(l.sizes(), 0, l.rank() - 1);
          int[] columns =
              b ? Box.part(r.sizes(), 0, r.rank() - 1) : Box.part(r.sizes(), 1, r.rank());
          int[] sizes = Box.joined(rows, columns);
          return Box.of(
              sizes.length == 0 ? new int[] {1} : sizes,
              place -> {
                int[] i = Box.part(place, 0, rows.length);
                int[] j = Box.part(place, rows.length, rows.length + columns.length);
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                  int[] at = {k};
                  sum +=
                      l.at(a ? Box.joined(at, i) : Box.joined(i, at))
                          * r.at(b ? Box.joined(j, at) : Box.joined(at, j));
                }
                return sum;
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> batchDot() {
    int[][][] shapes = {
      {{-1, 4, 5}, {-1, 5, 3}}, {{2, -1, 5}, {2, 5, 3}}, {{2, 4, -1}, {2, -1, 3}},
      {{2, 4, 5}, {2, 5, -2}}, {{2, -1, 4, 5}, {2, -1, 5, 3}}, {{2, 1, 3, 1, 5}, {2, 1, 3, 5, 1}},
      {{1, 1, 1}, {1, 1, 1}}
    };
    List<Trial> trials = new ArrayList<>();
    for (int[][] pair : shapes) {
      for (boolean a : BOTH) {
        for (boolean b : BOTH) {
          trials.add(batchDot(a ? swapped(pair[0]) : pair[0], b ? swapped(pair[1]) : pair[1], a, b));
        }
      }
    }
    return Trials.tests("BatchDot", trials);
  }

  private static int[] swapped(int[] shape) {
    int[] swapped = shape.clone();
    swapped[shape.length - 2] = shape[shape.length - 1];
    swapped[shape.length - 1] = shape[shape.length - 2];
    return swapped;
  }

  private static Trial batchDot(int[] left, int[] right, boolean a, boolean b) {
    String layer =
        "@BatchDot(transposeA = %s, transposeB = %s) Symbol y(Symbol l, Symbol r);".formatted(a, b);
    return Trial.of(
        text(left) + " by " + text(right) + ", " + a + ", " + b,
        List.of(Given.of("l", left), Given.of("r", right)),
        layer,
        in -> {
          Box l = in.get("l");
          Box r = in.get("r");
          int rank = l.rank();
          int inner = l.size(a ? rank - 2 : rank - 1);
          int[] sizes = l.sizes().clone();
          sizes[rank - 2] = l.size(a ? rank - 1 : rank - 2);
          sizes[rank - 1] = r.size(b ? rank - 2 : rank - 1);
          return Box.of(
              sizes,
              place -> {
                int[] batch = Box.part(place, 0, rank - 2);
                int i = place[rank - 2];
                int j = place[rank - 1];
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                  int[] row = a ? new int[] {k, i} : new int[] {i, k};
                  int[] column = b ? new int[] {j, k} : new int[] {k, j};
                  sum += l.at(Box.joined(batch, row)) * r.at(Box.joined(batch, column));
                }
                return sum;
              });
        });
  }

  private static String text(int[] shape) {
    return Arrays.toString(shape);
  }
}
