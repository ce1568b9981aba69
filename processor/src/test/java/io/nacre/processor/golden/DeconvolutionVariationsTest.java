package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Transposed convolutions of all kinds over one to three axes, against their definition and
/// differences.
class DeconvolutionVariationsTest {
  private static final int COUNT = 60;

  @TestFactory
  Stream<DynamicTest> agree() {
    Random random = new Random(5);
    List<Deconvolution> probes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      probes.add(Deconvolution.random(1 + i % 3, random));
    }
    return Probes.tests("Deconvolutions", probes);
  }

  /// @param byTarget whether the size of the output is given rather than pad and adj
  private record Deconvolution(
      int channels,
      int filters,
      int groups,
      boolean noBias,
      List<Integer> image,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> pad,
      List<Integer> adj,
      List<Integer> dilate,
      boolean byTarget)
      implements Probe {

    static Deconvolution random(int axes, Random random) {
      int groups = List.of(1, 1, 1, 2, 3).get(random.nextInt(5));
      boolean byTarget = random.nextInt(3) == 0;
      List<Integer> image = new ArrayList<>();
      List<Integer> kernel = new ArrayList<>();
      List<Integer> stride = new ArrayList<>();
      List<Integer> pad = new ArrayList<>();
      List<Integer> adj = new ArrayList<>();
      List<Integer> dilate = new ArrayList<>();
      for (int axis = 0; axis < axes; axis++) {
        image.add(1 + random.nextInt(axes == 3 ? 3 : 6));
        kernel.add(1 + random.nextInt(4));
        stride.add(1 + random.nextInt(3));
        dilate.add(1 + random.nextInt(2));
        int whole =
            stride.getLast() * (image.getLast() - 1) + dilate.getLast() * (kernel.getLast() - 1) + 1;
        if (byTarget) {
          // all of an odd number too much: more is cut off before than after
          int less = random.nextInt(Math.min(4, whole));
          pad.add((less + 1) / 2);
          adj.add(less % 2);
        } else {
          adj.add(random.nextInt(stride.getLast()));
          pad.add(random.nextInt(Math.min(3, (whole + adj.getLast() + 1) / 2)));
        }
      }
      return new Deconvolution(
          groups * (1 + random.nextInt(4)),
          groups * (1 + random.nextInt(5)),
          groups,
          random.nextInt(2) == 0,
          image,
          kernel,
          stride,
          pad,
          adj,
          dilate,
          byTarget);
    }

    private List<Integer> output() {
      return IntStream.range(0, image.size())
          .mapToObj(
              axis ->
                  stride.get(axis) * (image.get(axis) - 1)
                      + dilate.get(axis) * (kernel.get(axis) - 1)
                      + 1
                      - 2 * pad.get(axis)
                      + adj.get(axis))
          .toList();
    }

    @Override
    public String annotation() {
      String sizes =
          byTarget
              ? "targetShape = " + text(output())
              : "pad = " + text(pad) + ", adj = " + text(adj);
      return ("@Deconvolution(filters = %d, groups = %d, noBias = %s, kernel = %s, stride = %s,"
              + " dilate = %s, %s)")
          .formatted(filters, groups, noBias, text(kernel), text(stride), text(dilate), sizes);
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

    /// Each number of the data, times the kernel, is added to the output.
    @Override
    public void check(Outcome outcome) {
      Grid places = new Grid(output());
      Grid pixels = new Grid(image);
      Grid taps = new Grid(kernel);
      int perGroup = filters / groups;
      double[] y = new double[outcome.n() * filters * places.count()];
      for (int n = 0; n < outcome.n(); n++) {
        for (int filter = 0; filter < filters; filter++) {
          int plane = (n * filters + filter) * places.count();
          for (int i = 0; i < places.count(); i++) {
            y[plane + i] = noBias ? 0 : outcome.bias()[filter];
          }
          int firstChannel = filter / perGroup * (channels / groups);
          for (int channel = firstChannel; channel < firstChannel + channels / groups; channel++) {
            int data = (n * channels + channel) * pixels.count();
            int weights = (channel * perGroup + filter % perGroup) * taps.count();
            pixels.forEach(
                pixel ->
                    taps.forEach(
                        tap -> {
                          int at = places.index(place(pixel, tap));
                          if (at >= 0) {
                            y[plane + at] +=
                                outcome.x()[data + pixels.index(pixel)]
                                    * outcome.weight()[weights + taps.index(tap)];
                          }
                        }));
          }
        }
      }
      assertClose(y, outcome.y(), 1e-12 * (1 + Closeness.largest(y)), "y");
    }

    private int[] place(int[] pixel, int[] tap) {
      int[] place = new int[tap.length];
      for (int axis = 0; axis < tap.length; axis++) {
        place[axis] =
            pixel[axis] * stride.get(axis) + tap[axis] * dilate.get(axis) - pad.get(axis);
      }
      return place;
    }
  }
}
