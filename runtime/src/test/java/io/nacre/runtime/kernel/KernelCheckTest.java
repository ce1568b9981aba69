package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The check passes a right kernel, and names what is wrong with each wrong one.
class KernelCheckTest {

  /// `y = a * a * b`, where b has one number a row.
  private static void forward(DoubleView[] in, DoubleView y) {
    for (int i = 0; i < in[0].dim(0); i++) {
      for (int j = 0; j < in[0].dim(1); j++) {
        y.set(i, j, in[0].get(i, j) * in[0].get(i, j) * in[1].at(i));
      }
    }
  }

  private static void backwardA(DoubleView[] in, DoubleView y, DoubleView dy, DoubleView da) {
    for (int i = 0; i < da.dim(0); i++) {
      for (int j = 0; j < da.dim(1); j++) {
        da.add(i, j, 2 * in[0].get(i, j) * in[1].at(i) * dy.get(i, j));
      }
    }
  }

  private static void backwardB(DoubleView[] in, DoubleView y, DoubleView dy, DoubleView db) {
    for (int i = 0; i < in[0].dim(0); i++) {
      for (int j = 0; j < in[0].dim(1); j++) {
        db.put(i, db.at(i) + in[0].get(i, j) * in[0].get(i, j) * dy.get(i, j));
      }
    }
  }

  private static KernelCheck check() {
    return KernelCheck.ofInputs(new int[] {3, 5}, new int[] {3}).output(3, 5);
  }

  private static void fails(KernelCheck check, String... fragments) {
    String message = assertThrows(AssertionError.class, check::check).getMessage();
    for (String fragment : fragments) {
      assertTrue(message.contains(fragment), message);
    }
  }

  @Test
  void passesWhatIsRight() {
    check()
        .forward(KernelCheckTest::forward)
        .backward(0, KernelCheckTest::backwardA)
        .backward(1, KernelCheckTest::backwardB)
        .seed(5)
        .check();
    KernelCheck.ofInputs(new int[] {1, 1}, new int[] {1})
        .output(1, 1)
        .forward(KernelCheckTest::forward)
        .backward(1, KernelCheckTest::backwardB)
        .check();
  }

  @Test
  void aLossHasTheGradientOfItsValue() {
    KernelCheck loss =
        KernelCheck.ofInputs(new int[] {4})
            .output(4)
            .inputsFrom(0.5, 2)
            .forward((in, y) -> copy(in[0], y))
            .loss((in, y) -> sumOfSquares(y));
    loss.backward(0, (in, y, dy, dx) -> addTwice(y, dx)).check();
    fails(
        loss.backward(0, (in, y, dy, dx) -> copyAdding(y, dx)),
        "backward of input 0 gives",
        "but differences give");
  }

  private static void copy(DoubleView x, DoubleView y) {
    for (int i = 0; i < x.size(); i++) {
      y.put(i, x.at(i));
    }
  }

  private static void copyAdding(DoubleView x, DoubleView y) {
    for (int i = 0; i < x.size(); i++) {
      y.put(i, y.at(i) + x.at(i));
    }
  }

  private static void addTwice(DoubleView x, DoubleView y) {
    copyAdding(x, y);
    copyAdding(x, y);
  }

  private static double sumOfSquares(DoubleView y) {
    double sum = 0;
    for (int i = 0; i < y.size(); i++) {
      sum += y.at(i) * y.at(i);
    }
    return sum;
  }

  @Test
  void namesWhatIsWrong() {
    fails(check().forward((in, y) -> y.set(0, 0, 1)), "forward does not write y at place 1 of 3 x 5");
    fails(
        check()
            .forward(
                (in, y) -> {
                  forward(in, y);
                  in[1].put(0, 2);
                }),
        "forward changes array 1");
    fails(
        check()
            .forward(
                (in, y) -> {
                  forward(in, y);
                  y.array()[y.offset() + y.size()] = 0;
                }),
        "forward writes beside its array");
    fails(
        check()
            .forward(KernelCheckTest::forward)
            .backward(
                0,
                (in, y, dy, dx) -> {
                  dx.fill(0);
                  backwardA(in, y, dy, dx);
                }),
        "must add to dx");
    double[] calls = {0};
    fails(check().forward((in, y) -> y.fill(calls[0]++)), "other numbers the second time");
    assertEquals(
        "the check needs output(...) and forward(...)",
        assertThrows(IllegalStateException.class, check()::check).getMessage());
  }
}
