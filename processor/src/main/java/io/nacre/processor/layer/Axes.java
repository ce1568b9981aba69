package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Axes as users write them: counted from 0, or from the end if negative.
public final class Axes {
  private Axes() {}

  /// An axis that an attribute states, counted from 0.
  public static int of(int axis, int rank) {
    return axis < 0 ? axis + rank : axis;
  }

  /// The axes that an attribute states, each counted from 0.
  public static List<Integer> of(List<Integer> axes, int rank) {
    return axes.stream().map(axis -> of(axis, rank)).toList();
  }

  /// Checks that `data`, of `rank` axes, has the axis of an attribute; the axis counted from 0, or
  /// empty if that was reported.
  public static Optional<Integer> check(Inference node, String attribute, String data, int rank) {
    int axis = node.attributes().integer(attribute);
    return check(node, attribute, node.attribute(attribute), axis, data, rank);
  }

  /// Checks the axes of an attribute, none of which may come twice; counted from 0, or empty if
  /// something was reported.
  public static Optional<List<Integer>> checkAll(
      Inference node, String attribute, String data, int rank) {
    List<Integer> written = node.attributes().integers(attribute);
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Place place = node.attributes().elementPlace(attribute, i);
      Optional<Integer> axis = check(node, attribute, place, written.get(i), data, rank);
      if (axis.isEmpty()) {
        return Optional.empty();
      }
      if (axes.contains(axis.get())) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            place,
            "%s has axis %d twice".formatted(attribute, axis.get()),
            "name each axis once");
        return Optional.empty();
      }
      axes.add(axis.get());
    }
    return Optional.of(axes);
  }

  private static Optional<Integer> check(
      Inference node, String attribute, Place place, int axis, String data, int rank) {
    int counted = of(axis, rank);
    if (counted >= 0 && counted < rank) {
      return Optional.of(counted);
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        place,
        "%s = %d, but %s %s has %d ax%s"
            .formatted(
                attribute, axis, node.source(data), node.shape(data), rank, rank == 1 ? "is" : "es"),
        rank == 0
            ? "give %s at least one axis".formatted(node.source(data))
            : "use %s, or %d to -1 counted from the end"
                .formatted(rank == 1 ? "0" : "0 to " + (rank - 1), -rank));
    return Optional.empty();
  }

  /// Checks that a new axis of an attribute has a place among `rank` old ones; counted from 0, or
  /// empty if that was reported.
  public static Optional<Integer> checkNew(
      Inference node, String attribute, String data, int rank) {
    int axis = node.attributes().integer(attribute);
    int counted = of(axis, rank + 1);
    if (counted >= 0 && counted <= rank) {
      return Optional.of(counted);
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(attribute),
        "%s = %d, but with a new axis %s %s has %d"
            .formatted(attribute, axis, node.source(data), node.shape(data), rank + 1),
        "use 0 to %d, or %d to -1 counted from the end".formatted(rank, -rank - 1));
    return Optional.empty();
  }

  /// All axes of `rank` but `axis`.
  public static List<Integer> except(int axis, int rank) {
    return IntStream.range(0, rank).filter(each -> each != axis).boxed().toList();
  }

  /// The shape with size 1 on all axes but `axis`.
  public static Shape only(int axis, Shape shape) {
    Shape only = shape;
    for (int other : except(axis, shape.rank())) {
      only = only.with(other, Dim.ONE);
    }
    return only;
  }
}
