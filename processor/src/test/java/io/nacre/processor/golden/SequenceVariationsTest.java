package io.nacre.processor.golden;

import io.nacre.processor.golden.Trial.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Masks, last elements and reversals of sequences, with and without lengths, against their definition
/// and differences. Lengths have fractions, and some are 0 or beyond the end.
class SequenceVariationsTest {
  private static final int[][] SHAPES = {{5, -1}, {5, -1, 3}, {5, 4, 2, 2}, {5, 1}};

  private static List<Given> givens(int[] shape, int batch, boolean lengths) {
    List<Given> givens = new ArrayList<>(List.of(Given.of("x", shape)));
    if (lengths) {
      givens.add(Given.index("l", 0, 6, shape[batch]));
    }
    return givens;
  }

  private static int[] swapped(int[] shape, int axis) {
    int[] swapped = shape.clone();
    swapped[0] = shape[axis];
    swapped[axis] = shape[0];
    return swapped;
  }

  private static String layer(String kind, boolean lengths) {
    return "@%s, useSequenceLength = %s) Symbol y(Symbol x%s);"
        .formatted(kind, lengths, lengths ? ", Symbol l" : "");
  }

  @TestFactory
  Stream<DynamicTest> masks() {
    List<Trial> trials = new ArrayList<>();
    for (int[] shape : SHAPES) {
      for (int axis = 0; axis < 2; axis++) {
        for (boolean lengths : new boolean[] {false, true}) {
          int time = axis;
          trials.add(
              Trial.of(
                  Arrays.toString(shape) + " along " + axis + ", lengths " + lengths,
                  givens(swapped(shape, axis), 1 - axis, lengths),
                  layer("SequenceMask(value = -1.5, axis = " + axis, lengths),
                  in -> {
                    Box x = in.get("x");
                    return Box.of(
                        x.sizes(),
                        at -> {
                          int length = lengths ? (int) in.get("l").at(at[1 - time]) : 5;
                          return at[time] < length ? x.at(at) : -1.5;
                        });
                  }));
        }
      }
    }
    return Trials.tests("Mask", trials);
  }

  @TestFactory
  Stream<DynamicTest> lasts() {
    List<Trial> trials = new ArrayList<>();
    for (int[] shape : SHAPES) {
      for (int axis = 0; axis < 2; axis++) {
        for (boolean lengths : new boolean[] {false, true}) {
          int time = axis;
          trials.add(
              Trial.of(
                  Arrays.toString(shape) + " along " + axis + ", lengths " + lengths,
                  givens(swapped(shape, axis), 1 - axis, lengths),
                  layer("SequenceLast(axis = " + axis, lengths),
                  in -> {
                    Box x = in.get("x");
                    int[] rest = Box.part(x.sizes(), 2, x.rank());
                    return Box.of(
                        Box.joined(new int[] {x.size(1 - time)}, rest),
                        at -> {
                          int length = lengths ? (int) in.get("l").at(at[0]) : 5;
                          int t = Math.max(1, Math.min(length, 5)) - 1;
                          int[] place = time == 0 ? new int[] {t, at[0]} : new int[] {at[0], t};
                          return x.at(Box.joined(place, Box.part(at, 1, at.length)));
                        });
                  }));
        }
      }
    }
    return Trials.tests("Last", trials);
  }

  @TestFactory
  Stream<DynamicTest> reversals() {
    List<Trial> trials = new ArrayList<>();
    for (int[] shape : SHAPES) {
      for (boolean lengths : new boolean[] {false, true}) {
        trials.add(
            Trial.of(
                Arrays.toString(shape) + ", lengths " + lengths,
                givens(shape, 1, lengths),
                layer("SequenceReverse(axis = 0", lengths),
                in -> {
                  Box x = in.get("x");
                  return Box.of(
                      x.sizes(),
                      at -> {
                        int length = lengths ? (int) Math.min(5, in.get("l").at(at[1])) : 5;
                        int[] place = at.clone();
                        place[0] = at[0] < length ? length - 1 - at[0] : at[0];
                        return x.at(place);
                      });
                }));
      }
    }
    return Trials.tests("Reversal", trials);
  }

  @TestFactory
  Stream<DynamicTest> timeMayDependOnN() {
    return Trials.tests(
        "TimeOfN",
        List.of(
            Trial.of(
                "last",
                List.of(Given.of("x", -2, 4)),
                "@SequenceLast Symbol y(Symbol x);",
                in -> Box.of(new int[] {4}, at -> in.get("x").at(5, at[0]))),
            Trial.of(
                "reversed",
                List.of(Given.of("x", -2, 4), Given.index("l", 0, 6, 4)),
                "@SequenceReverse(useSequenceLength = true) Symbol y(Symbol x, Symbol l);",
                in ->
                    Box.of(
                        new int[] {6, 4},
                        at -> {
                          int length = (int) in.get("l").at(at[1]);
                          int t = at[0] < length ? length - 1 - at[0] : at[0];
                          return in.get("x").at(t, at[1]);
                        }))));
  }
}
