package io.nacre.processor.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The elements of a tensor in groups: each holds those that differ along some axes only.
///
/// @param shape the whole shape, with the batch as a number
/// @param axes counted from 0
record AxisGroups(List<Integer> shape, List<Integer> axes) {
  /// The shape of `n` samples.
  static List<Integer> whole(int n, List<Integer> sample) {
    List<Integer> shape = new ArrayList<>(List.of(n));
    shape.addAll(sample);
    return shape;
  }

  /// The groups in row-major order of the axes that are left, each with the numbers of its elements in
  /// row-major order.
  List<int[]> all() {
    List<Integer> left = new ArrayList<>(shape);
    axes.forEach(axis -> left.set(axis, 1));
    Grid groups = new Grid(left);
    List<List<Integer>> members =
        IntStream.range(0, groups.count()).<List<Integer>>mapToObj(i -> new ArrayList<>()).toList();
    Grid elements = new Grid(shape);
    elements.forEach(
        position -> {
          int[] group = position.clone();
          axes.forEach(axis -> group[axis] = 0);
          members.get(groups.index(group)).add(elements.index(position));
        });
    return members.stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /// The elements of a group.
  static double[] values(double[] x, int[] group) {
    return IntStream.of(group).mapToDouble(i -> x[i]).toArray();
  }
}
