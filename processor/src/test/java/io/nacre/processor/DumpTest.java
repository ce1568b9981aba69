package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The stages after the front end, as `-Anacre.dump` shows them.
class DumpTest {
  private static final String MODEL =
      """
      @Model interface M {
        @Input(4) Symbol data();
        @FullyConnected(units = 3) Symbol fc1(Symbol data);
        @Tanh Symbol tanh1(Symbol fc1);
        @SoftmaxOutput Symbol out(Symbol tanh1);
      }
      """;

  @Test
  void graph() {
    shows("graph", "graph of M", "input data", "matmul NT(", "N x 3", "head out = %");
  }

  @Test
  void backward() {
    shows("backward", "reverse pass of M", "matmul TN(", "gradient of fc1_weight = %");
  }

  @Test
  void plan() {
    shows(
        "plan",
        "training plan of M",
        "MatMulKernel.nt",
        "---- backward",
        "loop over N | 3",
        "inference plan of M",
        "work memory: ");
  }

  private static void shows(String stage, String... fragments) {
    String notes = ModelCompilation.of(MODEL).option("-Anacre.dump=" + stage).notes();
    for (String fragment : fragments) {
      assertTrue(notes.contains(fragment), "'" + fragment + "' in:\n" + notes);
    }
  }
}
