package io.nacre.processor.layer;

import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The attributes of a window over spatial axes, one number an axis, as convolution and pooling
/// share them, and arithmetic on them for messages.
record SlidingWindow(
    List<Integer> kernel,
    List<Integer> stride,
    List<Integer> pad,
    List<Integer> dilate,
    boolean full,
    boolean pools) {

  /// Reads checked attributes: a single number stands for all axes, none for the default.
  static SlidingWindow of(Attributes attributes, int axes, boolean full, boolean pools) {
    return new SlidingWindow(
        spread(attributes.integers("kernel"), axes, 1),
        spread(attributes.integers("stride"), axes, 1),
        spread(attributes.integers("pad"), axes, 0),
        pools ? spread(List.of(), axes, 1) : spread(attributes.integers("dilate"), axes, 1),
        full,
        pools);
  }

  /// The one window of global pooling.
  static SlidingWindow everything(List<Integer> image) {
    List<Integer> ones = Collections.nCopies(image.size(), 1);
    List<Integer> zeros = Collections.nCopies(image.size(), 0);
    return new SlidingWindow(image, ones, zeros, ones, false, true);
  }

  /// One number an axis: a single one stands for all, none for `none`.
  static List<Integer> spread(List<Integer> written, int axes, int none) {
    return switch (written.size()) {
      case 0 -> Collections.nCopies(axes, none);
      case 1 -> Collections.nCopies(axes, written.getFirst());
      default -> List.copyOf(written);
    };
  }

  int axes() {
    return kernel.size();
  }

  /// The window over images of this size.
  Window over(List<Integer> input) {
    return new Window(input, kernel, stride, pad, dilate, full);
  }

  /// How far the kernel reaches, holes included.
  int reach(int axis) {
    return reach(axis, kernel.get(axis));
  }

  private int reach(int axis, int kernel) {
    return dilate.get(axis) * (kernel - 1) + 1;
  }

  boolean fits(int axis, int input) {
    return reach(axis) <= input + 2 * pad.get(axis);
  }

  /// The output size of one axis; only if the kernel fits.
  int output(int axis, int input) {
    return output(input, reach(axis), stride.get(axis), pad.get(axis));
  }

  private int output(int input, int reach, int stride, int pad) {
    int room = input + 2 * pad - reach;
    if (room < 0) {
      return -1;
    }
    return (full ? Math.ceilDiv(room, stride) : room / stride) + 1;
  }

  /// Whether the last window still touches the image: rounding up may put it beyond.
  boolean lastTouches(int axis, int input) {
    return (output(axis, input) - 1) * stride.get(axis) < input + pad.get(axis);
  }

  /// The largest kernel that fits an axis, at least 1.
  int largestKernel(int axis, int input) {
    return (input + 2 * pad.get(axis) - 1) / dilate.get(axis) + 1;
  }

  /// The padding with which the kernel fits all axes; empty if pooling does not allow that much.
  Optional<List<Integer>> fittingPad(List<Integer> input) {
    List<Integer> pads = new ArrayList<>();
    for (int axis = 0; axis < axes(); axis++) {
      int missing = Math.max(0, reach(axis) - input.get(axis));
      int needed = Math.max(pad.get(axis), Math.ceilDiv(missing, 2));
      if (pools && needed >= kernel.get(axis)) {
        return Optional.empty();
      }
      pads.add(needed);
    }
    return Optional.of(pads);
  }

  /// A change of one attribute that turns images of size `input` into `wanted`: `pad = 1`; empty if
  /// there is none, or none is needed.
  Optional<String> adjustment(List<Integer> input, List<Integer> wanted) {
    List<Integer> image = input;
    return search(
            "pad",
            pad,
            wanted,
            0,
            axis -> pools ? kernel.get(axis) - 1 : reach(axis),
            (axis, value) -> output(image.get(axis), reach(axis), stride.get(axis), value))
        .or(
            () ->
                search(
                    "stride",
                    stride,
                    wanted,
                    1,
                    image::get,
                    (axis, value) -> output(image.get(axis), reach(axis), value, pad.get(axis))))
        .or(
            () ->
                search(
                    "kernel",
                    kernel,
                    wanted,
                    1,
                    axis -> largestKernel(axis, image.get(axis)),
                    (axis, value) ->
                        output(
                            image.get(axis), reach(axis, value), stride.get(axis), pad.get(axis))));
  }

  private Optional<String> search(
      String attribute,
      List<Integer> now,
      List<Integer> wanted,
      int least,
      IntUnaryOperator most,
      OutputSize size) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < axes(); i++) {
      int axis = i;
      int current = now.get(axis);
      int goal = wanted.get(axis);
      if (size.of(axis, current) == goal) {
        found.add(current);
        continue;
      }
      IntStream.rangeClosed(least, most.applyAsInt(axis))
          .filter(value -> size.of(axis, value) == goal)
          .findFirst()
          .ifPresent(found::add);
      if (found.size() <= axis) {
        return Optional.empty();
      }
    }
    return found.equals(now) ? Optional.empty() : Optional.of(attribute + " = " + text(found));
  }

  private interface OutputSize {
    int of(int axis, int value);
  }

  /// As the user would write it: `1` if all are equal, else `{1, 2}`.
  static String text(List<Integer> numbers) {
    return numbers.stream().distinct().count() == 1
        ? numbers.getFirst().toString()
        : array(numbers);
  }

  /// `{1, 1}`
  static String array(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  /// The spatial sizes of an image.
  static List<Integer> sizes(Shape image) {
    return IntStream.range(2, image.rank()).mapToObj(axis -> (int) image.dim(axis).size()).toList();
  }

  /// `13x13`
  static String sizes(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
