package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Window;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The arithmetic of [DeconvolutionLayer]: one number a spatial axis in every list.
///
/// @param window kernel, stride, pad and dilate
/// @param adj what is added at the end
/// @param target the output's size; empty if it follows from the others
record DeconvolutionSizes(SlidingWindow window, List<Integer> adj, List<Integer> target) {

  /// Reads checked attributes.
  static DeconvolutionSizes of(Attributes attributes, int axes) {
    List<Integer> target = attributes.integers("targetShape");
    return new DeconvolutionSizes(
        SlidingWindow.of(attributes, axes, false, false),
        SlidingWindow.spread(attributes.integers("adj"), axes, 0),
        target.isEmpty() ? target : SlidingWindow.spread(target, axes, 0));
  }

  int axes() {
    return window.axes();
  }

  /// Checks that `adj` is less than the stride; false if it was reported.
  static boolean checkAdj(Inference node, int axes) {
    if (!node.attributes().integers("targetShape").isEmpty()) {
      return true;
    }
    DeconvolutionSizes sizes = of(node.attributes(), axes);
    for (int axis = 0; axis < axes; axis++) {
      int adj = sizes.adj.get(axis);
      int stride = sizes.window.stride().get(axis);
      if (adj >= stride) {
        int written = node.attributes().integers("adj").size();
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("adj", Math.min(axis, written - 1)),
            "adj = %d is not less than the stride, %d: no kernel would reach that far"
                .formatted(adj, stride),
            stride == 1
                ? "leave adj out, or use a stride of at least %d".formatted(adj + 1)
                : "use at most adj = %d".formatted(stride - 1));
        return false;
      }
    }
    return true;
  }

  /// The output before anything is cut off.
  private long whole(int axis, long input) {
    return window.stride().get(axis) * (input - 1) + window.reach(axis);
  }

  long output(int axis, long input) {
    return target.isEmpty()
        ? whole(axis, input) - 2L * window.pad().get(axis) + adj.get(axis)
        : target.get(axis);
  }

  List<Integer> output(List<Integer> input) {
    return IntStream.range(0, axes()).mapToObj(axis -> (int) output(axis, input.get(axis))).toList();
  }

  /// The input of an output, unless the output is given; unknown if there is none.
  Dim input(int axis, Dim output) {
    if (!target.isEmpty() || !output.known() || output.batch()) {
      return Dim.UNKNOWN;
    }
    long steps = output.size() - output(axis, 1);
    int stride = window.stride().get(axis);
    return steps >= 0 && steps % stride == 0 ? Dim.of(steps / stride + 1) : Dim.UNKNOWN;
  }

  /// Whether `targetShape` can be `wanted`.
  boolean reaches(List<Integer> input, List<Integer> wanted) {
    return IntStream.range(0, axes())
        .allMatch(axis -> wanted.get(axis) <= whole(axis, input.get(axis)));
  }

  /// Whether the output has at least one element along each axis, and no more than there are;
  /// otherwise it is reported.
  boolean check(Inference node, PartialShape data) {
    for (int axis = 0; axis < axes(); axis++) {
      Dim size = data.dim(axis + 2);
      if (!size.known()) {
        continue;
      }
      long whole = whole(axis, size.size());
      if (!target.isEmpty() && target.get(axis) > whole) {
        problem(
            node,
            "targetShape",
            axis,
            "targetShape = %d is larger than the %d that kernels on %s elements reach"
                .formatted(target.get(axis), whole, size),
            "use at most targetShape = %d, or a larger stride or kernel".formatted(whole));
        return false;
      }
      if (output(axis, size.size()) < 1) {
        long most = (whole + adj.get(axis) - 1) / 2;
        problem(
            node,
            "pad",
            axis,
            "pad = %d cuts off all of the %d that axis %d would have"
                .formatted(window.pad().get(axis), whole + adj.get(axis), axis + 2),
            "use at most pad = %d".formatted(most));
        return false;
      }
    }
    return true;
  }

  private static void problem(
      Inference node, String attribute, int axis, String fact, String hint) {
    int written = node.attributes().integers(attribute).size();
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attributes().elementPlace(attribute, Math.min(axis, written - 1)),
        fact,
        hint);
  }

  /// The window of the convolution from the output to the input.
  Window over(List<Integer> input, List<Integer> output) {
    List<Integer> pad = new ArrayList<>();
    for (int axis = 0; axis < axes(); axis++) {
      long more = whole(axis, input.get(axis)) - output.get(axis);
      pad.add(target.isEmpty() ? window.pad().get(axis) : (int) ((more + 1) / 2));
    }
    return new Window(output, window.kernel(), window.stride(), pad, window.dilate(), false);
  }
}
