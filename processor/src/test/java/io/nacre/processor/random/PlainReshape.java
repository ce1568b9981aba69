package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.List;

/// MXNet's numbers for a new shape, read one after another.
final class PlainReshape {
  private PlainReshape() {}

  static int[] shape(Call call, int[] old, List<Integer> codes, boolean reverse) {
    if (!reverse) {
      return forward(call, old, codes);
    }
    List<Integer> turned = new ArrayList<>();
    // -4 stays before its two sizes, which are turned too
    for (int i = codes.size() - 1; i >= 0; i--) {
      turned.add(codes.get(i));
    }
    int[] from = new int[old.length];
    for (int axis = 0; axis < old.length; axis++) {
      from[axis] = old[old.length - 1 - axis];
    }
    int[] back = forward(call, from, turned);
    int[] shape = new int[back.length];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = back[back.length - 1 - axis];
    }
    return shape;
  }

  private static int[] forward(Call call, int[] old, List<Integer> codes) {
    call.require(!codes.isEmpty(), "no numbers");
    List<Integer> shape = new ArrayList<>();
    int next = 0;
    int rest = -1;
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      switch (code) {
        case 0 -> {
          call.require(next < old.length, "no axis left for 0");
          shape.add(old[next++]);
        }
        case -1 -> {
          call.require(rest < 0, "two -1");
          rest = shape.size();
          shape.add(1);
          next++;
        }
        case -2 -> {
          while (next < old.length) {
            shape.add(old[next++]);
          }
        }
        case -3 -> {
          call.require(next + 1 < old.length, "no two axes left for -3");
          shape.add(old[next] * old[next + 1]);
          next += 2;
        }
        case -4 -> {
          call.require(next < old.length && i + 2 < codes.size(), "no axis or sizes for -4");
          int a = codes.get(++i);
          int b = codes.get(++i);
          call.require(a > 0 || b > 0, "two sizes of -4 unknown");
          call.require((a > 0 || a == -1) && (b > 0 || b == -1), "sizes of -4");
          a = a == -1 ? old[next] / b : a;
          b = b == -1 ? old[next] / a : b;
          call.require(a > 0 && a * b == old[next], "-4 of " + old[next]);
          shape.add(a);
          shape.add(b);
          next++;
        }
        default -> {
          call.require(code > 0, "code " + code);
          shape.add(code);
          next++;
        }
      }
    }
    int[] sizes = shape.stream().mapToInt(size -> size).toArray();
    if (rest >= 0) {
      int others = PlainArray.size(sizes);
      call.require(PlainArray.size(old) % others == 0, "-1 does not come out whole");
      sizes[rest] = PlainArray.size(old) / others;
    }
    return sizes;
  }
}
