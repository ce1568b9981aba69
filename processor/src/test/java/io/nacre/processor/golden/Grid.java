package io.nacre.processor.golden;

import java.util.List;
import java.util.function.Consumer;

/// All positions of a box, in row-major order.
record Grid(List<Integer> sizes) {
  int count() {
    return sizes.stream().reduce(1, (a, b) -> a * b);
  }

  /// The position's number, or -1 if it lies outside.
  int index(int[] position) {
    int index = 0;
    for (int axis = 0; axis < position.length; axis++) {
      if (position[axis] < 0 || position[axis] >= sizes.get(axis)) {
        return -1;
      }
      index = index * sizes.get(axis) + position[axis];
    }
    return index;
  }

  void forEach(Consumer<int[]> visitor) {
    int[] position = new int[sizes.size()];
    for (int i = 0; i < count(); i++) {
      int rest = i;
      for (int axis = position.length - 1; axis >= 0; axis--) {
        position[axis] = rest % sizes.get(axis);
        rest /= sizes.get(axis);
      }
      visitor.accept(position);
    }
  }
}
