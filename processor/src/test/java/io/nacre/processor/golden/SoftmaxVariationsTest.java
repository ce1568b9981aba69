package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Softmax of all kinds along all axes, the batch too, against its definition and differences.
class SoftmaxVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    List<Softmax> probes = new ArrayList<>();
    for (String layer : List.of("Softmax", "LogSoftmax", "Softmin")) {
      for (List<Integer> sample : List.of(List.<Integer>of(), List.of(1), List.of(5, 70, 2))) {
        for (int axis = -1 - sample.size(); axis <= sample.size(); axis++) {
          double temperature = axis % 2 == 0 ? 1 : axis < 0 ? 0.7 : -2.5;
          probes.add(new Softmax(layer, axis, temperature, sample, 2));
        }
        // what overflows without the shift by the maximum
        probes.add(new Softmax(layer, -1, 1, sample, 2000));
      }
    }
    for (List<Integer> sample : List.of(List.of(7), List.of(4, 3), List.of(3, 2, 5))) {
      probes.add(new Softmax("INSTANCE", -1, 1, sample, 2));
      if (sample.size() > 1) {
        probes.add(new Softmax("CHANNEL", 1, 1, sample, 2));
      }
    }
    return Probes.tests("SoftmaxLayers", probes);
  }

  /// @param layer the annotation, or a mode of `@SoftmaxActivation`
  private record Softmax(
      String layer, int axis, double temperature, List<Integer> sample, double range)
      implements Probe {

    @Override
    public String annotation() {
      if (layer.equals("INSTANCE") || layer.equals("CHANNEL")) {
        return "@SoftmaxActivation(mode = SoftmaxMode." + layer + ")";
      }
      return "@%s(axis = %d, temperature = %s)".formatted(layer, axis, temperature);
    }

    @Override
    public double[] data(int size, Random random) {
      return random.doubles(size, -range, range).toArray();
    }

    @Override
    public void check(Outcome outcome) {
      List<Integer> shape = AxisGroups.whole(outcome.n(), sample);
      int counted = axis < 0 ? axis + shape.size() : axis;
      double[] y = new double[outcome.x().length];
      for (int[] row : new AxisGroups(shape, List.of(counted)).all()) {
        double sign = layer.equals("Softmin") ? -1 : 1;
        double[] z =
            Arrays.stream(AxisGroups.values(outcome.x(), row))
                .map(x -> sign * x / temperature)
                .toArray();
        double max = DoubleStream.of(z).max().orElseThrow();
        double sum = DoubleStream.of(z).map(each -> Math.exp(each - max)).sum();
        for (int i = 0; i < row.length; i++) {
          double logarithm = z[i] - max - Math.log(sum);
          y[row[i]] = layer.equals("LogSoftmax") ? logarithm : Math.exp(logarithm);
        }
      }
      assertClose(y, outcome.y(), 1e-12 * Math.max(1, range), "y");
    }
  }
}
