package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Layers that only move elements, with random numbers over random shapes: every element of the
/// output and of the gradient against the plain meaning.
class MovementVariationsTest {
  private static final int EACH = 8;
  private static final String NONE = "Symbol.NONE";

  @TestFactory
  Stream<DynamicTest> agree() {
    Random random = new Random(23);
    List<Moved> probes = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      probes.addAll(
          List.of(
              sliceAxis(random),
              slice(random),
              transpose(random),
              swapAxes(random),
              expandDims(random),
              squeeze(random),
              reshape(random),
              tile(random),
              repeat(random),
              reverse(random),
              pad("CONSTANT", random),
              pad("EDGE", random),
              pad("REFLECT", random),
              broadcastAxis(random),
              blocks(true, random),
              blocks(false, random),
              crop(random),
              upSampling(random)));
    }
    return Probes.tests("Movement", probes);
  }

  /// @param move what the layer does to an array
  /// @param number what it puts where nothing comes from the array
  private record Moved(
      String annotation, List<Integer> sample, UnaryOperator<Picture> move, double number)
      implements Probe {

    Moved(String annotation, List<Integer> sample, UnaryOperator<Picture> move) {
      this(annotation, sample, move, 0);
    }

    @Override
    public void check(Outcome outcome) {
      List<Integer> dims = new ArrayList<>(List.of(outcome.n()));
      dims.addAll(sample);
      Picture moved = move.apply(Picture.of(dims));
      assertClose(moved.apply(outcome.x(), number), outcome.y(), 0, "y");
      double[] dx = moved.gradient(outcome.dy(), outcome.x().length);
      assertClose(dx, outcome.dx(), 1e-12, "dx");
    }
  }

  private static List<Integer> sample(Random random, int least, int most) {
    return random.ints(least + random.nextInt(most - least + 1), 1, 6).boxed().toList();
  }

  /// Axis `axis` of the output, counted from the end or not.
  private static int written(Random random, int axis, int rank) {
    return random.nextBoolean() ? axis : axis - rank;
  }

  private static String braced(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static Moved sliceAxis(Random random) {
    List<Integer> sample = sample(random, 1, 4);
    int axis = 1 + random.nextInt(sample.size());
    int size = sample.get(axis - 1);
    int begin = random.nextInt(size);
    int end = begin + 1 + random.nextInt(size - begin);
    boolean open = end == size && random.nextBoolean();
    String text =
        "@SliceAxis(axis = %d, begin = %d%s)"
            .formatted(
                written(random, axis, sample.size() + 1),
                random.nextBoolean() ? begin : begin - size,
                open ? "" : ", end = " + (end < size && random.nextBoolean() ? end - size : end));
    return new Moved(text, sample, x -> x.pick(axis, range(begin, end)));
  }

  private static Moved slice(Random random) {
    List<Integer> sample = sample(random, 1, 4);
    List<String> begins = new ArrayList<>(List.of(NONE));
    List<String> ends = new ArrayList<>(List.of(NONE));
    List<Integer> steps = new ArrayList<>(List.of(random.nextBoolean() ? 1 : -1));
    List<int[]> picks = new ArrayList<>();
    for (int size : sample) {
      int[] pick = new int[0];
      while (pick.length == 0) {
        int step = List.of(1, 1, 2, 3, -1, -2).get(random.nextInt(6));
        int begin = random.nextInt(size);
        int end = random.nextInt(size + 3) - 1;
        boolean openBegin = random.nextInt(4) == 0;
        boolean openEnd = random.nextInt(4) == 0;
        int from = openBegin ? (step > 0 ? 0 : size - 1) : begin;
        int to = openEnd ? (step > 0 ? size : -1) : Math.clamp(end, 0, size);
        pick =
            IntStream.iterate(from, i -> step > 0 ? i < to : i > to, i -> i + step).toArray();
        if (pick.length > 0) {
          int counted = random.nextBoolean() ? begin : begin - size;
          begins.add(openBegin ? NONE : Integer.toString(counted));
          ends.add(openEnd ? NONE : Integer.toString(Math.max(end, 0)));
          steps.add(step);
        }
      }
      picks.add(pick);
    }
    boolean dense = steps.stream().allMatch(step -> step == 1);
    String text =
        "@Slice(begin = %s, end = %s%s)"
            .formatted(
                braced(begins), braced(ends), dense ? "" : ", step = " + braced(steps));
    return new Moved(
        text,
        sample,
        x -> {
          int n = x.dims()[0];
          Picture y =
              steps.getFirst() > 0
                  ? x
                  : x.pick(0, IntStream.range(0, n).map(i -> n - 1 - i).toArray());
          for (int axis = 0; axis < picks.size(); axis++) {
            y = y.pick(axis + 1, picks.get(axis));
          }
          return y;
        });
  }

  private static Moved transpose(Random random) {
    List<Integer> sample = sample(random, 0, 4);
    int rank = sample.size() + 1;
    List<Integer> axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    Collections.shuffle(axes, random);
    if (random.nextInt(4) == 0) {
      return new Moved("@Transpose", sample, x -> x.permute(falling(rank)));
    }
    List<Integer> written = axes.stream().map(axis -> written(random, axis, rank)).toList();
    return new Moved(
        "@Transpose(axes = " + braced(written) + ")",
        sample,
        x -> x.permute(axes.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static int[] falling(int rank) {
    return IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
  }

  private static Moved swapAxes(Random random) {
    List<Integer> sample = sample(random, 1, 4);
    int rank = sample.size() + 1;
    int one = random.nextInt(rank);
    int two = random.nextInt(rank);
    int[] order = range(0, rank);
    order[one] = two;
    order[two] = one;
    return new Moved(
        "@SwapAxes(dim1 = %d, dim2 = %d)"
            .formatted(written(random, one, rank), written(random, two, rank)),
        sample,
        x -> x.permute(order));
  }

  private static Moved expandDims(Random random) {
    List<Integer> sample = sample(random, 0, 3);
    int axis = random.nextInt(sample.size() + 2);
    String text = "@ExpandDims(axis = " + written(random, axis, sample.size() + 2) + ")";
    return new Moved(text, sample, x -> x);
  }

  private static Moved squeeze(Random random) {
    List<Integer> sample = new ArrayList<>(sample(random, 1, 4));
    int axis = random.nextInt(sample.size());
    sample.set(axis, 1);
    String axes = random.nextBoolean() ? "" : "(axis = " + (axis + 1) + ")";
    return new Moved("@Squeeze" + axes, sample, x -> x);
  }

  private static Moved reshape(Random random) {
    List<Integer> sample = List.of(2 + random.nextInt(3), 6, 1 + random.nextInt(4));
    List<String> shapes =
        List.of(
            "{0, -1}", "{-1, 6}", "{0, 0, 2, 3, -1}", "{-3, 0, 0}", "{0, -2}", "{-2, 1}", "{-1}",
            "{0, 0, -4, 3, -1, 0}", "{0, -4, 1, -1, -3}", "{Symbol.BATCH, -1, 3}");
    String shape = shapes.get(random.nextInt(shapes.size()));
    return new Moved("@Reshape(shape = " + shape + ")", sample, x -> x);
  }

  private static Moved tile(Random random) {
    List<Integer> sample = sample(random, 0, 3);
    int count = 1 + random.nextInt(sample.size() + 2);
    List<Integer> reps = random.ints(count, 1, 4).boxed().toList();
    return new Moved(
        "@Tile(reps = " + braced(reps) + ")",
        sample,
        x -> {
          int more = Math.max(0, reps.size() - x.rank());
          int[] longer = new int[x.rank() + more];
          Arrays.fill(longer, 1);
          System.arraycopy(x.dims(), 0, longer, more, x.rank());
          Picture y = x.reshape(longer);
          for (int i = 0; i < reps.size(); i++) {
            int axis = longer.length - reps.size() + i;
            int size = longer[axis];
            y = y.pick(axis, IntStream.range(0, size * reps.get(i)).map(k -> k % size).toArray());
          }
          return y;
        });
  }

  private static Moved repeat(Random random) {
    List<Integer> sample = sample(random, 0, 3);
    int rank = sample.size() + 1;
    int repeats = 1 + random.nextInt(3);
    int axis = random.nextInt(rank + 1);
    if (axis == rank) {
      return new Moved(
          "@RepeatElements(repeats = " + repeats + ")",
          sample,
          x -> repeated(x.reshape(x.sources().length), 0, repeats));
    }
    return new Moved(
        "@RepeatElements(repeats = %d, axis = %d)".formatted(repeats, written(random, axis, rank)),
        sample,
        x -> repeated(x, axis, repeats));
  }

  private static Picture repeated(Picture x, int axis, int repeats) {
    int size = x.dims()[axis] * repeats;
    return x.pick(axis, IntStream.range(0, size).map(i -> i / repeats).toArray());
  }

  private static Moved reverse(Random random) {
    List<Integer> sample = sample(random, 1, 4);
    int rank = sample.size() + 1;
    List<Integer> axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    Collections.shuffle(axes, random);
    axes.subList(1 + random.nextInt(rank), rank).clear();
    List<Integer> written = axes.stream().map(axis -> written(random, axis, rank)).toList();
    return new Moved(
        "@Reverse(axis = " + braced(written) + ")",
        sample,
        x -> {
          Picture y = x;
          for (int axis : axes) {
            y = y.pick(axis, falling(x.dims()[axis]));
          }
          return y;
        });
  }

  private static Moved pad(String mode, Random random) {
    List<Integer> sample = sample(random, 1, 4);
    List<Integer> widths = new ArrayList<>(List.of(0, 0));
    for (int size : sample) {
      int most = mode.equals("REFLECT") ? size : 4;
      widths.add(random.nextInt(most));
      widths.add(random.nextInt(most));
    }
    double number = mode.equals("CONSTANT") ? random.nextInt(3) - 1 : 0;
    String constant = number == 0 ? "" : ", constantValue = " + number;
    return new Moved(
        "@Pad(mode = PadMode.%s, padWidth = %s%s)".formatted(mode, braced(widths), constant),
        sample,
        x -> {
          Picture y = x;
          for (int axis = 1; axis < x.rank(); axis++) {
            int size = x.dims()[axis];
            y =
                y.pick(
                    axis,
                    IntStream.range(-widths.get(2 * axis), size + widths.get(2 * axis + 1))
                        .map(i -> padded(mode, i, size))
                        .toArray());
          }
          return y;
        },
        number);
  }

  private static int padded(String mode, int index, int size) {
    if (index >= 0 && index < size) {
      return index;
    }
    return switch (mode) {
      case "CONSTANT" -> Picture.NOTHING;
      case "EDGE" -> index < 0 ? 0 : size - 1;
      default -> index < 0 ? -index : 2 * (size - 1) - index;
    };
  }

  private static Moved broadcastAxis(Random random) {
    List<Integer> sample = new ArrayList<>(sample(random, 1, 4));
    int axis = random.nextInt(sample.size());
    sample.set(axis, 1);
    int size = 1 + random.nextInt(4);
    String text =
        random.nextBoolean()
            ? "@BroadcastAxis(axis = %d, size = %d)"
                .formatted(written(random, axis + 1, sample.size() + 1), size)
            : "@BroadcastTo(shape = {%s})"
                .formatted(
                    IntStream.rangeClosed(0, sample.size())
                        .mapToObj(i -> i == axis + 1 ? "" + size : i == 0 ? "Symbol.BATCH" : "0")
                        .collect(Collectors.joining(", ")));
    return new Moved(text, sample, x -> x.pick(axis + 1, new int[size]));
  }

  private static Moved blocks(boolean toSpace, Random random) {
    int b = 1 + random.nextInt(3);
    int c = 1 + random.nextInt(3);
    int h = 1 + random.nextInt(3);
    int w = 1 + random.nextInt(3);
    return toSpace
        ? new Moved(
            "@DepthToSpace(blockSize = " + b + ")",
            List.of(c * b * b, h, w),
            x -> x.reshape(x.dims()[0], b, b, c, h, w).permute(0, 3, 4, 1, 5, 2))
        : new Moved(
            "@SpaceToDepth(blockSize = " + b + ")",
            List.of(c, h * b, w * b),
            x -> x.reshape(x.dims()[0], c, h, b, w, b).permute(0, 3, 5, 1, 2, 4));
  }

  private static Moved crop(Random random) {
    List<Integer> sample = List.of(1 + random.nextInt(3), 3 + random.nextInt(4), 5);
    int height = 1 + random.nextInt(sample.get(1));
    int width = 1 + random.nextInt(sample.get(2));
    boolean center = random.nextBoolean();
    int down = sample.get(1) - height;
    int across = sample.get(2) - width;
    int row = center ? down / 2 : random.nextInt(down + 1);
    int column = center ? across / 2 : random.nextInt(across + 1);
    String where = center ? "centerCrop = true" : "offset = {%d, %d}".formatted(row, column);
    return new Moved(
        "@Crop(hW = {%d, %d}, %s)".formatted(height, width, where),
        sample,
        x -> x.pick(2, range(row, row + height)).pick(3, range(column, column + width)));
  }

  private static Moved upSampling(Random random) {
    List<Integer> sample = List.of(1 + random.nextInt(3), 1 + random.nextInt(4), 3);
    int down = 1 + random.nextInt(3);
    int across = 1 + random.nextInt(3);
    String scale =
        down == across
            ? Integer.toString(down)
            : List.of("{%d, %d}", "{1, 1, %d, %d}")
                .get(random.nextInt(2))
                .formatted(down, across);
    return new Moved(
        "@UpSampling(scale = " + scale + ")",
        sample,
        x -> repeated(repeated(x, 2, down), 3, across));
  }
}
