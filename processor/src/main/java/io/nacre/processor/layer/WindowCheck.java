package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// What is checked of a sliding window, at the number that is wrong.
final class WindowCheck {
  private static final int MOST_AXES = 3;

  /// Attributes that may be 0; all others are at least 1.
  private static final Set<String> FROM_ZERO = Set.of("pad", "adj");

  /// More than any image needs, and little enough for products of two numbers to be integers.
  private static final int LARGEST = 32767;

  private final Inference node;
  private final List<String> names;

  /// @param names the attributes that have one number a spatial axis
  WindowCheck(Inference node, List<String> names) {
    this.node = node;
    this.names = names;
  }

  /// Checks the numbers by themselves; false if one was reported.
  boolean numbers() {
    for (String name : names) {
      int least = FROM_ZERO.contains(name) ? 0 : 1;
      List<Integer> numbers = node.attributes().integers(name);
      for (int i = 0; i < numbers.size(); i++) {
        if (numbers.get(i) < least) {
          node.problem(
              ProblemId.BAD_ATTRIBUTE,
              node.attributes().elementPlace(name, i),
              "%s = %d is %s"
                  .formatted(name, numbers.get(i), least == 0 ? "negative" : "not positive"),
              "use at least " + least);
          return false;
        }
      }
      if (numbers.stream().anyMatch(number -> number > LARGEST)) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attribute(name),
            "%s = %s is beyond any image".formatted(name, SlidingWindow.text(numbers)),
            "use at most " + LARGEST);
        return false;
      }
      if (numbers.size() > MOST_AXES) {
        wrongCount(
            name,
            "windows have at most 3 spatial axes",
            "one number for all axes, or one" + " for each of at most 3");
        return false;
      }
    }
    return true;
  }

  /// The number of spatial axes, from the shapes if they are known, else from the attributes; empty
  /// if nothing tells, or if a problem was reported.
  OptionalInt axes(PartialShape... images) {
    for (PartialShape image : images) {
      if (image.hasRank()) {
        return rank(image) ? OptionalInt.of(image.rank() - 2) : OptionalInt.empty();
      }
    }
    if (names.isEmpty()) {
      return OptionalInt.empty();
    }
    String longest = longest();
    int count = node.attributes().integers(longest).size();
    return count > 1 && counts(count, longest)
        ? OptionalInt.of(count)
        : OptionalInt.empty();
  }

  private boolean rank(PartialShape image) {
    int axes = image.rank() - 2;
    String source = node.source("data");
    if (axes < 1 || axes > MOST_AXES) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, but %s takes N x C x one to three spatial axes"
              .formatted(source, image, node.attributes().kind()),
          image.rank() == 2
              ? "give it an image, such as N x 1 x 28 x 28, before anything flattens it"
              : "give it an image, such as N x 1 x 28 x 28");
      return false;
    }
    return counts(axes, source + " " + image);
  }

  /// Whether every attribute has one number for all or one for each axis.
  ///
  /// @param who what has that many axes
  private boolean counts(int axes, String who) {
    for (String name : names) {
      int count = node.attributes().integers(name).size();
      if (count > 1 && count != axes) {
        wrongCount(
            name,
            "spatial ax%ss, but %s has %d".formatted(count == 1 ? "i" : "e", who, axes),
            "write one number for all axes, or %d".formatted(axes));
        return false;
      }
    }
    return true;
  }

  private void wrongCount(String name, String fact, String hint) {
    List<Integer> numbers = node.attributes().integers(name);
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(name),
        "%s = %s is for %d %s".formatted(name, SlidingWindow.array(numbers), numbers.size(), fact),
        hint);
  }

  private String longest() {
    String longest = names.getFirst();
    for (String name : names) {
      if (node.attributes().integers(name).size() > node.attributes().integers(longest).size()) {
        longest = name;
      }
    }
    return longest;
  }

  /// Whether no axis but the first is a multiple of N; otherwise it is reported.
  boolean withoutBatch(PartialShape image) {
    if (!Features.holdBatch(image, 1, image.rank())) {
      return true;
    }
    node.problem(
        ProblemId.BATCH_ARITHMETIC,
        node.edge("data"),
        "%s is %s: %s cannot compute with N on a channel or spatial axis"
            .formatted(node.source("data"), image, node.attributes().kind()),
        "put N on the first axis, or fix the batch: @Model(batch = 64)");
    return false;
  }

  /// Whether the window fits where the image is known; otherwise it is reported.
  boolean fits(SlidingWindow window, PartialShape image) {
    boolean fits =
        IntStream.range(0, window.axes())
            .allMatch(
                axis ->
                    !image.dim(axis + 2).known()
                        || window.fits(axis, (int) image.dim(axis + 2).size()));
    if (fits) {
      return true;
    }
    List<Integer> padded = new ArrayList<>();
    List<Integer> reach = new ArrayList<>();
    List<Integer> largest = new ArrayList<>();
    for (int axis = 0; axis < window.axes(); axis++) {
      // an unknown size counts as one that fits
      Dim size = image.dim(axis + 2);
      int input =
          size.known()
              ? (int) size.size()
              : Math.max(1, window.reach(axis) - 2 * window.pad().get(axis));
      padded.add(input + 2 * window.pad().get(axis));
      reach.add(window.reach(axis));
      largest.add(Math.min(window.kernel().get(axis), window.largestKernel(axis, input)));
    }
    String kernel = SlidingWindow.sizes(window.kernel());
    String dilated =
        reach.equals(window.kernel())
            ? kernel
            : "%s, dilated to %s,".formatted(kernel, SlidingWindow.sizes(reach));
    List<Integer> input =
        IntStream.range(0, window.axes())
            .mapToObj(axis -> padded.get(axis) - 2 * window.pad().get(axis))
            .toList();
    node.problem(
        ProblemId.KERNEL_TOO_LARGE,
        node.attribute("kernel"),
        "kernel %s is larger than its padded input %s"
            .formatted(dilated, SlidingWindow.sizes(padded)),
        "use a kernel of at most "
            + SlidingWindow.sizes(largest)
            + window
                .fittingPad(input)
                .map(pad -> ", or pad = " + SlidingWindow.array(pad))
                .orElse(""));
    return false;
  }
}
