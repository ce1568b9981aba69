package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Layers that only move numbers.
final class PlainMoves {
  private PlainMoves() {}

  static void addTo(Map<String, PlainLayer> layers) {
    layers.put("Flatten", PlainLayer.of("data", PlainMoves::flatten));
    layers.put("Concat", PlainLayer.of("arg*", PlainMoves::concat));
    layers.put("Stack", PlainLayer.of("arg*", PlainMoves::stack));
    layers.put("SliceChannel", new PlainLayer(node -> "data", PlainMoves::sliceChannel));
    layers.put("SliceAxis", PlainLayer.of("data", PlainMoves::sliceAxis));
    layers.put(
        "Reshape",
        PlainLayer.of(
            "data",
            call -> {
              PlainArray x = call.data("data");
              return x.reshaped(
                  PlainReshape.shape(call, x.shape(), call.integers("shape"), call.flag("reverse")));
            }));
    layers.put("Transpose", PlainLayer.of("data", PlainMoves::transpose));
    layers.put("SwapAxes", PlainLayer.of("data", PlainMoves::swapAxes));
    layers.put("ExpandDims", PlainLayer.of("data", PlainMoves::expandDims));
    layers.put("Squeeze", PlainLayer.of("data", PlainMoves::squeeze));
    layers.put("Reverse", PlainLayer.of("data", PlainMoves::reverse));
    layers.put("RepeatElements", PlainLayer.of("data", PlainMoves::repeatElements));
    layers.put("Tile", PlainLayer.of("data", PlainMoves::tile));
    layers.put("Pad", PlainLayer.of("data", PlainMoves::pad));
    layers.put("BroadcastTo", PlainLayer.of("data", PlainMoves::broadcastTo));
    layers.put("BroadcastAxis", PlainLayer.of("data", PlainMoves::broadcastAxis));
    layers.put("BroadcastLike", PlainLayer.of("lhs rhs", PlainMoves::broadcastLike));
  }

  private static PlainArray flatten(Call call) {
    PlainArray x = call.data("data");
    call.require(x.rank() > 0, "a scalar");
    return x.reshaped(x.dim(0), x.values().length / x.dim(0));
  }

  private static PlainArray concat(Call call) {
    List<PlainArray> parts = call.names().stream().map(call::data).toList();
    PlainArray first = parts.getFirst();
    int axis = call.axis("axis", 1, first.rank());
    int[] shape = first.shape().clone();
    shape[axis] = 0;
    for (PlainArray part : parts) {
      call.require(part.rank() == first.rank(), first.text() + " and " + part.text());
      int[] same = PlainArray.with(part.shape(), axis, first.dim(axis));
      call.require(Arrays.equals(same, first.shape()), first.text() + " and " + part.text());
      shape[axis] += part.dim(axis);
    }
    return PlainArray.of(
        shape,
        o -> {
          int at = o[axis];
          int part = 0;
          while (at >= parts.get(part).dim(axis)) {
            at -= parts.get(part++).dim(axis);
          }
          return parts.get(part).at(PlainArray.with(o, axis, at));
        });
  }

  private static PlainArray stack(Call call) {
    List<PlainArray> parts = call.names().stream().map(call::data).toList();
    PlainArray first = parts.getFirst();
    for (PlainArray part : parts) {
      call.require(part.sameShape(first), first.text() + " and " + part.text());
    }
    int axis = call.axis("axis", 0, first.rank() + 1);
    int[] shape = PlainArray.inserted(first.shape(), axis, parts.size());
    return PlainArray.of(shape, o -> parts.get(o[axis]).at(PlainArray.without(o, axis)));
  }

  private static List<PlainArray> sliceChannel(Call call) {
    PlainArray x = call.data("data");
    int axis = call.axis("axis", 1, x.rank());
    int outputs = call.positive("outputs", 0);
    call.require(x.dim(axis) % outputs == 0, x.text() + " in " + outputs + " parts");
    int size = x.dim(axis) / outputs;
    boolean squeezed = call.flag("squeezeAxis");
    call.require(!squeezed || size == 1, "parts of " + size);
    List<PlainArray> parts = new ArrayList<>();
    for (int part = 0; part < outputs; part++) {
      PlainArray y = slice(x, axis, part * size, size);
      parts.add(squeezed ? y.reshaped(PlainArray.without(y.shape(), axis)) : y);
    }
    return parts;
  }

  private static PlainArray slice(PlainArray x, int axis, int begin, int size) {
    return PlainArray.of(
        PlainArray.with(x.shape(), axis, size),
        o -> x.at(PlainArray.with(o, axis, o[axis] + begin)));
  }

  private static PlainArray sliceAxis(Call call) {
    PlainArray x = call.data("data");
    int axis = call.axis("axis", 0, x.rank());
    int size = x.dim(axis);
    int begin = call.integer("begin", 0);
    int end = call.integer("end", size);
    call.require(begin >= -size && begin <= size && end >= -size && end <= size, "beyond " + size);
    begin = begin < 0 ? begin + size : begin;
    end = end < 0 ? end + size : end;
    call.require(begin < end, "nothing from " + begin + " to " + end);
    return slice(x, axis, begin, end - begin);
  }

  private static PlainArray transpose(Call call) {
    PlainArray x = call.data("data");
    List<Integer> written = call.axes("axes", x.rank());
    call.require(written.isEmpty() || written.size() == x.rank(), "axes of " + x.text());
    List<Integer> axes =
        written.isEmpty()
            ? IntStream.range(0, x.rank()).boxed().toList().reversed()
            : written;
    return permuted(x, axes);
  }

  private static PlainArray permuted(PlainArray x, List<Integer> axes) {
    int[] shape = axes.stream().mapToInt(x::dim).toArray();
    return PlainArray.of(
        shape,
        o -> {
          int[] i = new int[o.length];
          for (int axis = 0; axis < o.length; axis++) {
            i[axes.get(axis)] = o[axis];
          }
          return x.at(i);
        });
  }

  private static PlainArray swapAxes(Call call) {
    PlainArray x = call.data("data");
    List<Integer> axes = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
    Collections.swap(axes, call.axis("dim1", 0, x.rank()), call.axis("dim2", 0, x.rank()));
    return permuted(x, axes);
  }

  private static PlainArray expandDims(Call call) {
    PlainArray x = call.data("data");
    return x.reshaped(PlainArray.inserted(x.shape(), call.axis("axis", 0, x.rank() + 1), 1));
  }

  private static PlainArray squeeze(Call call) {
    PlainArray x = call.data("data");
    List<Integer> named = call.axes("axis", x.rank());
    List<Integer> left = new ArrayList<>();
    for (int axis = 0; axis < x.rank(); axis++) {
      boolean goes = named.isEmpty() ? x.dim(axis) == 1 : named.contains(axis);
      call.require(!goes || x.dim(axis) == 1, "axis " + axis + " of " + x.text());
      if (!goes) {
        left.add(x.dim(axis));
      }
    }
    return x.reshaped(
        left.isEmpty() ? new int[] {1} : left.stream().mapToInt(dim -> dim).toArray());
  }

  private static PlainArray reverse(Call call) {
    PlainArray x = call.data("data");
    List<Integer> axes = call.axes("axis", x.rank());
    call.require(!axes.isEmpty(), "no axis");
    return PlainArray.of(
        x.shape(),
        o -> {
          int[] i = o.clone();
          axes.forEach(axis -> i[axis] = x.dim(axis) - 1 - o[axis]);
          return x.at(i);
        });
  }

  private static PlainArray repeatElements(Call call) {
    PlainArray data = call.data("data");
    int repeats = call.positive("repeats", 0);
    PlainArray x = call.written("axis") ? data : data.reshaped(data.values().length);
    int axis = call.axis("axis", 0, x.rank());
    return PlainArray.of(
        PlainArray.with(x.shape(), axis, x.dim(axis) * repeats),
        o -> x.at(PlainArray.with(o, axis, o[axis] / repeats)));
  }

  private static PlainArray tile(Call call) {
    PlainArray data = call.data("data");
    List<Integer> reps = call.integers("reps");
    reps.forEach(count -> call.require(count > 0, "reps = " + count));
    int rank = Math.max(reps.size(), data.rank());
    int[] before = new int[rank];
    Arrays.fill(before, 1);
    System.arraycopy(data.shape(), 0, before, rank - data.rank(), data.rank());
    int[] shape = before.clone();
    for (int i = 0; i < reps.size(); i++) {
      shape[i + rank - reps.size()] *= reps.get(i);
    }
    PlainArray x = data.reshaped(before);
    return PlainArray.of(
        shape,
        o -> x.at(IntStream.range(0, rank).map(axis -> o[axis] % before[axis]).toArray()));
  }

  private static PlainArray pad(Call call) {
    PlainArray x = call.data("data");
    List<Integer> widths = call.integers("padWidth");
    call.require(widths.size() == 2 * x.rank(), widths + " for " + x.text());
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < x.rank(); axis++) {
      int before = widths.get(2 * axis);
      int after = widths.get(2 * axis + 1);
      call.require(before >= 0 && after >= 0, "padWidth " + widths);
      shape[axis] += before + after;
    }
    return PlainArray.of(
        shape,
        o -> {
          int[] i = o.clone();
          for (int axis = 0; axis < i.length; axis++) {
            i[axis] -= widths.get(2 * axis);
            if (i[axis] < 0 || i[axis] >= x.dim(axis)) {
              return 0;
            }
          }
          return x.at(i);
        });
  }

  private static PlainArray broadcastTo(Call call) {
    PlainArray x = call.data("data");
    List<Integer> sizes = call.integers("shape");
    call.require(sizes.size() == x.rank(), sizes + " of " + x.text());
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = sizes.get(axis) == 0 ? shape[axis] : sizes.get(axis);
    }
    return stretched(call, x, shape);
  }

  private static PlainArray stretched(Call call, PlainArray x, int[] shape) {
    for (int axis = 0; axis < shape.length; axis++) {
      boolean fits = shape[axis] > 0 && (x.dim(axis) == 1 || x.dim(axis) == shape[axis]);
      call.require(fits, x.text() + " as " + Arrays.toString(shape));
    }
    return PlainArray.of(shape, o -> PlainMaths.stretched(x, o));
  }

  private static PlainArray broadcastAxis(Call call) {
    PlainArray x = call.data("data");
    List<Integer> axes = call.axes("axis", x.rank());
    List<Integer> sizes = call.integers("size");
    call.require(axes.size() == sizes.size(), axes + " and " + sizes);
    int[] shape = x.shape().clone();
    for (int i = 0; i < axes.size(); i++) {
      call.require(x.dim(axes.get(i)) == 1, "axis " + axes.get(i) + " of " + x.text());
      shape[axes.get(i)] = sizes.get(i);
    }
    return stretched(call, x, shape);
  }

  private static PlainArray broadcastLike(Call call) {
    PlainArray x = call.data("lhs");
    PlainArray like = call.data("rhs");
    call.require(x.rank() == like.rank(), x.text() + " like " + like.text());
    return stretched(call, x, like.shape());
  }
}
