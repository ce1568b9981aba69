package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.List;

/// A window that slides over one to three spatial axes. All lists have one entry an axis.
///
/// @param full whether a last window that overhangs the image counts (`ceil` instead of `floor`)
public record Window(
    List<Integer> input,
    List<Integer> kernel,
    List<Integer> stride,
    List<Integer> pad,
    List<Integer> dilate,
    boolean full) {
  public Window {
    input = List.copyOf(input);
    kernel = List.copyOf(kernel);
    stride = List.copyOf(stride);
    pad = List.copyOf(pad);
    dilate = List.copyOf(dilate);
  }

  public int axes() {
    return input.size();
  }

  /// How many positions the window has along each axis:
  /// `(input + 2 pad - dilate (kernel - 1) - 1) / stride + 1`.
  public List<Integer> output() {
    List<Integer> output = new ArrayList<>();
    for (int axis = 0; axis < axes(); axis++) {
      int reach = dilate.get(axis) * (kernel.get(axis) - 1) + 1;
      int room = input.get(axis) + 2 * pad.get(axis) - reach;
      int step = stride.get(axis);
      output.add((full ? Math.ceilDiv(room, step) : Math.floorDiv(room, step)) + 1);
    }
    return output;
  }

  /// The shape `batch x channels x spatial...`.
  static Shape image(Dim batch, int channels, List<Integer> spatial) {
    List<Dim> dims = new ArrayList<>(List.of(batch, Dim.of(channels)));
    spatial.forEach(size -> dims.add(Dim.of(size)));
    return new Shape(dims);
  }
}
