package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Fully connected layers on two to five axes, against their definition and differences.
class FullyConnectedVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    Random random = new Random(13);
    List<FullyConnected> probes = new ArrayList<>();
    for (int axes = 1; axes <= 4; axes++) {
      for (boolean flatten : new boolean[] {true, false}) {
        for (boolean noBias : new boolean[] {true, false}) {
          List<Integer> sample = new ArrayList<>();
          for (int axis = 0; axis < axes; axis++) {
            sample.add(1 + random.nextInt(axes == 1 ? 40 : 5));
          }
          probes.add(new FullyConnected(1 + random.nextInt(20), flatten, noBias, sample));
        }
      }
    }
    return Probes.tests("FullyConnecteds", probes);
  }

  private record FullyConnected(int units, boolean flatten, boolean noBias, List<Integer> sample)
      implements Probe {

    @Override
    public String annotation() {
      return "@FullyConnected(units = %d, flatten = %s, noBias = %s)"
          .formatted(units, flatten, noBias);
    }

    @Override
    public void check(Outcome outcome) {
      int features = flatten ? new Grid(sample).count() : sample.getLast();
      int rows = outcome.x().length / features;
      double[] y = new double[rows * units];
      for (int row = 0; row < rows; row++) {
        for (int unit = 0; unit < units; unit++) {
          double sum = noBias ? 0 : outcome.bias()[unit];
          for (int k = 0; k < features; k++) {
            sum += outcome.x()[row * features + k] * outcome.weight()[unit * features + k];
          }
          y[row * units + unit] = sum;
        }
      }
      assertClose(y, outcome.y(), 1e-12 * Closeness.largest(y), "y");
    }
  }
}
