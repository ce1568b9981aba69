package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Poolings of all kinds over one to three axes, against their definition and differences.
class PoolingVariationsTest {
  private static final int COUNT = 96;

  @TestFactory
  Stream<DynamicTest> agree() {
    Random random = new Random(11);
    List<Pooling> probes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      String type = List.of("MAX", "AVG", "SUM", "LP").get(i / 3 % 4);
      probes.add(Pooling.random(1 + i % 3, type, random));
    }
    return Probes.tests("Poolings", probes);
  }

  private record Pooling(
      String type,
      int channels,
      boolean global,
      boolean full,
      boolean countIncludePad,
      int power,
      List<Integer> image,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> pad)
      implements Probe {

    static Pooling random(int axes, String type, Random random) {
      boolean full = random.nextBoolean();
      List<Integer> image = new ArrayList<>();
      List<Integer> kernel = new ArrayList<>();
      List<Integer> stride = new ArrayList<>();
      List<Integer> pad = new ArrayList<>();
      while (image.size() < axes) {
        int k = 1 + random.nextInt(4);
        int s = 1 + random.nextInt(3);
        int p = random.nextInt(k);
        int size = Math.max(1, k - 2 * p + random.nextInt(6));
        // rounding up may not make a window beyond the image
        if (!full || (outputs(size, k, s, p, true) - 1) * s - p < size) {
          kernel.add(k);
          stride.add(s);
          pad.add(p);
          image.add(size);
        }
      }
      return new Pooling(
          type,
          1 + random.nextInt(4),
          random.nextInt(6) == 0,
          full,
          random.nextBoolean(),
          1 + random.nextInt(3),
          image,
          kernel,
          stride,
          pad);
    }

    private static int outputs(int size, int kernel, int stride, int pad, boolean full) {
      int free = size + 2 * pad - kernel;
      return (full ? Math.ceilDiv(free, stride) : free / stride) + 1;
    }

    @Override
    public String annotation() {
      String text = "@Pooling(type = PoolingType." + type;
      if (global) {
        return text + ", global = true, pValue = " + power + ")";
      }
      return text
          + (", kernel = %s, stride = %s, pad = %s, countIncludePad = %s, pValue = %d,"
                  + " convention = %s)")
              .formatted(
                  text(kernel),
                  text(stride),
                  text(pad),
                  countIncludePad,
                  power,
                  "PoolingConvention." + (full ? "FULL" : "VALID"));
    }

    private static String text(List<Integer> numbers) {
      return numbers.toString().replace('[', '{').replace(']', '}');
    }

    @Override
    public List<Integer> sample() {
      List<Integer> sample = new ArrayList<>(List.of(channels));
      sample.addAll(image);
      return sample;
    }

    /// Numbers far from a tie, and from the roots' steep places.
    @Override
    public double[] data(int size, Random random) {
      List<Integer> ranks =
          new ArrayList<>(IntStream.range(0, size).boxed().toList());
      Collections.shuffle(ranks, random);
      double least = type.equals("LP") && power == 3 ? 0.5 : -1;
      return ranks.stream().mapToDouble(rank -> least + (rank + 0.5) * 2 / size).toArray();
    }

    @Override
    public void check(Outcome outcome) {
      int planes = outcome.n() * channels;
      Grid pixels = new Grid(image);
      List<Integer> output = new ArrayList<>();
      for (int axis = 0; axis < image.size(); axis++) {
        output.add(
            global
                ? 1
                : outputs(
                    image.get(axis), kernel.get(axis), stride.get(axis), pad.get(axis), full));
      }
      List<Double> expected = new ArrayList<>();
      for (int plane = 0; plane < planes; plane++) {
        int start = plane * pixels.count();
        new Grid(output).forEach(place -> expected.add(at(outcome.x(), start, pixels, place)));
      }
      double[] y = expected.stream().mapToDouble(Double::doubleValue).toArray();
      assertClose(y, outcome.y(), 1e-12 * Closeness.largest(y), "y");
    }

    private double at(double[] x, int start, Grid pixels, int[] place) {
      List<Double> window = new ArrayList<>();
      int[] padded = {0};
      new Grid(global ? image : kernel)
          .forEach(
              tap -> {
                int[] pixel = new int[tap.length];
                boolean inPadded = true;
                for (int axis = 0; axis < tap.length; axis++) {
                  int step = global ? 0 : stride.get(axis);
                  int border = global ? 0 : pad.get(axis);
                  pixel[axis] = place[axis] * step + tap[axis] - border;
                  inPadded &= pixel[axis] < image.get(axis) + border;
                }
                padded[0] += inPadded ? 1 : 0;
                int index = pixels.index(pixel);
                if (index >= 0) {
                  window.add(x[start + index]);
                }
              });
      double sum = window.stream().mapToDouble(Double::doubleValue).sum();
      return switch (type) {
        case "MAX" -> Collections.max(window);
        case "SUM" -> sum;
        case "AVG" -> sum / (countIncludePad ? padded[0] : window.size());
        case "LP" ->
            switch (power) {
              case 1 -> sum;
              case 2 -> Math.sqrt(window.stream().mapToDouble(v -> v * v).sum());
              default -> Math.cbrt(window.stream().mapToDouble(v -> v * v * v).sum());
            };
        default -> throw new IllegalStateException(type);
      };
    }
  }
}
