package io.nacre.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Products of matrices, and rows of a table.
final class PlainProducts {
  private PlainProducts() {}

  static void addTo(Map<String, PlainLayer> layers) {
    layers.put(
        "FullyConnected",
        new PlainLayer(
            node ->
                "true".equals(node.attributes().get("noBias"))
                    ? "data weight?"
                    : "data weight? bias?",
            call -> List.of(fullyConnected(call))));
    layers.put("Dot", PlainLayer.of("lhs rhs", PlainProducts::dot));
    layers.put("BatchDot", PlainLayer.of("lhs rhs", PlainProducts::batchDot));
    layers.put("Embedding", PlainLayer.of("data weight?", PlainProducts::embedding));
  }

  private static PlainArray fullyConnected(Call call) {
    PlainArray x = call.data("data");
    int units = call.positive("units", 0);
    boolean flatten = !call.written("flatten") || call.flag("flatten");
    call.require(x.rank() > 0, "a scalar");
    int from = flatten ? 1 : x.rank() - 1;
    int features = PlainArray.size(Arrays.copyOfRange(x.shape(), from, x.rank()));
    PlainArray weight = call.parameter("weight", units, features);
    PlainArray bias = call.flag("noBias") ? null : call.parameter("bias", units);
    PlainArray rows = x.reshaped(x.values().length / features, features);
    int[] shape = Arrays.copyOf(x.shape(), from + 1);
    shape[from] = units;
    return PlainArray.of(
            new int[] {rows.dim(0), units},
            o -> {
              double sum = bias == null ? 0 : bias.at(o[1]);
              for (int k = 0; k < features; k++) {
                sum += rows.at(o[0], k) * weight.at(o[1], k);
              }
              return sum;
            })
        .reshaped(shape);
  }

  private static PlainArray dot(Call call) {
    PlainArray a = call.data("lhs");
    PlainArray b = call.data("rhs");
    boolean ta = call.flag("transposeA");
    boolean tb = call.flag("transposeB");
    call.require(a.rank() > 0 && b.rank() > 0, "a scalar");
    call.require(a.rank() > 1 || b.rank() > 1 || !ta && !tb, "a transposed vector");
    int inner = ta ? 0 : a.rank() - 1;
    int other = tb ? b.rank() - 1 : 0;
    call.require(a.dim(inner) == b.dim(other), a.text() + " times " + b.text());
    int[] left = PlainArray.without(a.shape(), inner);
    int[] right = PlainArray.without(b.shape(), other);
    int[] shape = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, shape, left.length, right.length);
    return PlainArray.of(
        shape.length == 0 ? new int[] {1} : shape,
        o -> {
          double sum = 0;
          for (int k = 0; k < a.dim(inner); k++) {
            int[] i = PlainArray.inserted(Arrays.copyOf(o, left.length), inner, k);
            int[] j = Arrays.copyOfRange(o, left.length, left.length + right.length);
            sum += a.at(i) * b.at(PlainArray.inserted(j, other, k));
          }
          return sum;
        });
  }

  private static PlainArray batchDot(Call call) {
    PlainArray a = call.data("lhs");
    PlainArray b = call.data("rhs");
    int rank = a.rank();
    call.require(rank >= 3 && b.rank() == rank, a.text() + " times " + b.text());
    int rows = call.flag("transposeA") ? rank - 1 : rank - 2;
    int columns = call.flag("transposeB") ? rank - 2 : rank - 1;
    int inner = 2 * rank - 3 - rows;
    int other = 2 * rank - 3 - columns;
    boolean fits = a.dim(inner) == b.dim(other);
    for (int axis = 0; axis < rank - 2; axis++) {
      fits &= a.dim(axis) == b.dim(axis);
    }
    call.require(fits, a.text() + " times " + b.text());
    int[] shape = a.shape().clone();
    shape[rank - 2] = a.dim(rows);
    shape[rank - 1] = b.dim(columns);
    return PlainArray.of(
        shape,
        o -> {
          double sum = 0;
          int[] i = o.clone();
          int[] j = o.clone();
          for (int k = 0; k < a.dim(inner); k++) {
            i[rows] = o[rank - 2];
            i[inner] = k;
            j[columns] = o[rank - 1];
            j[other] = k;
            sum += a.at(i) * b.at(j);
          }
          return sum;
        });
  }

  private static PlainArray embedding(Call call) {
    PlainArray x = call.data("data");
    int rows = call.positive("inputDim", 0);
    int width = call.positive("outputDim", 0);
    PlainArray weight = call.parameter("weight", rows, width);
    return PlainArray.of(
        PlainArray.inserted(x.shape(), x.rank(), width),
        o -> {
          int row = (int) x.at(Arrays.copyOf(o, x.rank()));
          return weight.at(Math.max(0, Math.min(row, rows - 1)), o[x.rank()]);
        });
  }
}
