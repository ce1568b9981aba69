package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Convolutions of all kinds over one to three axes, against their definition and differences.
class ConvolutionVariationsTest {
  private static final int COUNT = 60;

  @TestFactory
  Stream<DynamicTest> agree() {
    Random random = new Random(7);
    List<Convolution> probes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      probes.add(Convolution.random(1 + i % 3, random));
    }
    return Probes.tests("Convolutions", probes);
  }

  private record Convolution(
      int channels,
      int filters,
      int groups,
      boolean noBias,
      List<Integer> image,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> pad,
      List<Integer> dilate)
      implements Probe {

    static Convolution random(int axes, Random random) {
      int groups = List.of(1, 1, 1, 2, 3).get(random.nextInt(5));
      List<Integer> image = new ArrayList<>();
      List<Integer> kernel = new ArrayList<>();
      List<Integer> stride = new ArrayList<>();
      List<Integer> pad = new ArrayList<>();
      List<Integer> dilate = new ArrayList<>();
      for (int axis = 0; axis < axes; axis++) {
        kernel.add(1 + random.nextInt(4));
        stride.add(1 + random.nextInt(3));
        pad.add(random.nextInt(3));
        dilate.add(1 + random.nextInt(2));
        int reach = dilate.getLast() * (kernel.getLast() - 1) + 1;
        image.add(Math.max(1, reach - 2 * pad.getLast() + random.nextInt(axes == 3 ? 3 : 8)));
      }
      return new Convolution(
          groups * (1 + random.nextInt(4)),
          groups * (1 + random.nextInt(5)),
          groups,
          random.nextInt(4) == 0,
          image,
          kernel,
          stride,
          pad,
          dilate);
    }

    @Override
    public String annotation() {
      return ("@Conv(filters = %d, groups = %d, noBias = %s, kernel = %s, stride = %s, pad = %s,"
              + " dilate = %s)")
          .formatted(
              filters, groups, noBias, text(kernel), text(stride), text(pad), text(dilate));
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

    @Override
    public void check(Outcome outcome) {
      List<Integer> output = new ArrayList<>();
      for (int axis = 0; axis < image.size(); axis++) {
        int reach = dilate.get(axis) * (kernel.get(axis) - 1) + 1;
        output.add(
            (image.get(axis) + 2 * pad.get(axis) - reach) / stride.get(axis) + 1);
      }
      List<Double> expected = new ArrayList<>();
      for (int n = 0; n < outcome.n(); n++) {
        for (int filter = 0; filter < filters; filter++) {
          int sample = n;
          int f = filter;
          new Grid(output).forEach(place -> expected.add(at(outcome, sample, f, place)));
        }
      }
      double[] y = expected.stream().mapToDouble(Double::doubleValue).toArray();
      assertClose(y, outcome.y(), 1e-12 * Closeness.largest(y), "y");
    }

    private double at(Outcome outcome, int n, int filter, int[] place) {
      int perGroup = channels / groups;
      int firstChannel = filter / (filters / groups) * perGroup;
      Grid pixels = new Grid(image);
      Grid taps = new Grid(kernel);
      double[] sum = {noBias ? 0 : outcome.bias()[filter]};
      for (int channel = 0; channel < perGroup; channel++) {
        int plane = (n * channels + firstChannel + channel) * pixels.count();
        int weights = (filter * perGroup + channel) * taps.count();
        taps.forEach(
            tap -> {
              int[] pixel = new int[tap.length];
              for (int axis = 0; axis < tap.length; axis++) {
                pixel[axis] =
                    place[axis] * stride.get(axis)
                        + tap[axis] * dilate.get(axis)
                        - pad.get(axis);
              }
              int index = pixels.index(pixel);
              if (index >= 0) {
                sum[0] += outcome.x()[plane + index] * outcome.weight()[weights + taps.index(tap)];
              }
            });
      }
      return sum[0];
    }
  }
}
