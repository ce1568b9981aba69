package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Local response normalization with windows from one channel to more than there are, against its
/// definition and differences.
class LRNVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    List<Response> probes = new ArrayList<>();
    for (int size : new int[] {1, 3, 5, 11}) {
      for (List<Integer> sample : List.of(List.of(1, 1, 1), List.of(4, 3, 5), List.of(7, 1, 70))) {
        probes.add(new Response(size, 0.3, 0.75, 2, sample));
        probes.add(new Response(size, 2, -0.5, 0.5, sample));
        probes.add(new Response(size, 1e-4, 1, 1, sample));
      }
    }
    return Probes.tests("Responses", probes);
  }

  private record Response(
      int size, double alpha, double beta, double knorm, List<Integer> sample) implements Probe {

    @Override
    public String annotation() {
      return "@LRN(nsize = %d, alpha = %s, beta = %s, knorm = %s)"
          .formatted(size, alpha, beta, knorm);
    }

    @Override
    public void check(Outcome outcome) {
      int channels = sample.getFirst();
      int pixels = sample.get(1) * sample.get(2);
      double[] y = new double[outcome.x().length];
      for (int i = 0; i < y.length; i++) {
        int channel = i / pixels % channels;
        double squares = 0;
        for (int other = channel - size / 2; other <= channel + size / 2; other++) {
          if (other >= 0 && other < channels) {
            squares += Math.pow(outcome.x()[i + (other - channel) * pixels], 2);
          }
        }
        y[i] = outcome.x()[i] / Math.pow(knorm + alpha / size * squares, beta);
      }
      assertClose(y, outcome.y(), 1e-13, "y");
    }
  }
}
