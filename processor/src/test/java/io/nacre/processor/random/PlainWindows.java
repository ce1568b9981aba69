package io.nacre.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Convolutions and pooling over any number of spatial axes.
final class PlainWindows {
  private PlainWindows() {}

  static void addTo(Map<String, PlainLayer> layers) {
    layers.put(
        "Conv",
        new PlainLayer(
            node ->
                "true".equals(node.attributes().get("noBias"))
                    ? "data weight?"
                    : "data weight? bias?",
            call -> List.of(conv(call))));
    layers.put(
        "Deconvolution",
        new PlainLayer(
            node ->
                "false".equals(node.attributes().get("noBias"))
                    ? "data weight? bias?"
                    : "data weight?",
            call -> List.of(deconvolution(call))));
    for (String kind : new String[] {"Max", "Avg", "Sum"}) {
      layers.put(kind + "Pool", PlainLayer.of("data", call -> pool(call, kind)));
    }
  }

  private static int axes(Call call, PlainArray x) {
    call.require(x.rank() >= 3 && x.rank() <= 5, "no image: " + x.text());
    return x.rank() - 2;
  }

  private static int groups(Call call, PlainArray x, int filters) {
    int groups = call.positive("groups", 1);
    call.require(
        x.dim(1) % groups == 0 && filters % groups == 0,
        groups + " groups of " + x.dim(1) + " channels and " + filters + " filters");
    return groups;
  }

  private static PlainArray conv(Call call) {
    PlainArray x = call.data("data");
    int axes = axes(call, x);
    int filters = call.positive("filters", 0);
    int groups = groups(call, x, filters);
    call.require(!call.integers("kernel").isEmpty(), "no kernel");
    int[] kernel = call.window("kernel", 1, axes, 1);
    int[] stride = call.window("stride", 1, axes, 1);
    int[] pad = call.window("pad", 0, axes, 0);
    int[] dilate = call.window("dilate", 1, axes, 1);
    int[] shape = x.shape().clone();
    shape[1] = filters;
    for (int a = 0; a < axes; a++) {
      int free = x.dim(a + 2) + 2 * pad[a] - dilate[a] * (kernel[a] - 1) - 1;
      call.require(free >= 0, "kernel " + kernel[a] + " on " + x.text());
      shape[a + 2] = free / stride[a] + 1;
    }
    int channels = x.dim(1) / groups;
    int[] weightShape = new int[axes + 2];
    weightShape[0] = filters;
    weightShape[1] = channels;
    System.arraycopy(kernel, 0, weightShape, 2, axes);
    PlainArray weight = call.parameter("weight", weightShape);
    PlainArray bias = call.flag("noBias") ? null : call.parameter("bias", filters);
    int[] taps = weightShape.clone();
    taps[0] = 1;
    return PlainArray.of(
        shape,
        o -> {
          double[] sum = {bias == null ? 0 : bias.at(o[1])};
          int group = o[1] / (filters / groups);
          PlainArray.forEach(
              taps,
              t -> {
                int[] i = o.clone();
                i[1] = group * channels + t[1];
                for (int a = 2; a < i.length; a++) {
                  i[a] = o[a] * stride[a - 2] + t[a] * dilate[a - 2] - pad[a - 2];
                  if (i[a] < 0 || i[a] >= x.dim(a)) {
                    return;
                  }
                }
                sum[0] += x.at(i) * weight.at(PlainArray.with(t, 0, o[1]));
              });
          return sum[0];
        });
  }

  private static PlainArray deconvolution(Call call) {
    PlainArray x = call.data("data");
    int axes = axes(call, x);
    int filters = call.positive("filters", 0);
    int groups = groups(call, x, filters);
    call.require(!call.integers("kernel").isEmpty(), "no kernel");
    int[] kernel = call.window("kernel", 1, axes, 1);
    int[] stride = call.window("stride", 1, axes, 1);
    int[] pad = call.window("pad", 0, axes, 0);
    int[] dilate = call.window("dilate", 1, axes, 1);
    int[] adj = call.window("adj", 0, axes, 0);
    int[] shape = x.shape().clone();
    shape[1] = filters;
    for (int a = 0; a < axes; a++) {
      call.require(adj[a] < stride[a] || adj[a] == 0, "adj = " + adj[a]);
      shape[a + 2] =
          stride[a] * (x.dim(a + 2) - 1) + dilate[a] * (kernel[a] - 1) + 1 - 2 * pad[a] + adj[a];
      call.require(shape[a + 2] > 0, "nothing left of " + x.text());
    }
    int each = filters / groups;
    int[] weightShape = new int[axes + 2];
    weightShape[0] = x.dim(1);
    weightShape[1] = each;
    System.arraycopy(kernel, 0, weightShape, 2, axes);
    PlainArray weight = call.parameter("weight", weightShape);
    boolean biased = call.written("noBias") && !call.flag("noBias");
    PlainArray bias = biased ? call.parameter("bias", filters) : null;
    PlainArray y = PlainArray.of(shape, o -> bias == null ? 0 : bias.at(o[1]));
    PlainArray.forEach(
        x.shape(),
        i -> {
          int group = i[1] / (x.dim(1) / groups);
          PlainArray.forEach(
              PlainArray.with(weightShape, 0, 1),
              t -> {
                int at = i[0] * filters + group * each + t[1];
                for (int a = 2; a < i.length; a++) {
                  int o = i[a] * stride[a - 2] + t[a] * dilate[a - 2] - pad[a - 2];
                  if (o < 0 || o >= shape[a]) {
                    return;
                  }
                  at = at * shape[a] + o;
                }
                y.values()[at] += x.at(i) * weight.at(PlainArray.with(t, 0, i[1]));
              });
        });
    return y;
  }

  private static PlainArray pool(Call call, String kind) {
    PlainArray x = call.data("data");
    int axes = axes(call, x);
    boolean global = call.flag("global");
    call.require(global || !call.integers("kernel").isEmpty(), "no kernel");
    int[] image = Arrays.copyOfRange(x.shape(), 2, x.rank());
    int[] kernel = global ? image : call.window("kernel", 1, axes, 1);
    int[] stride = global ? image : call.window("stride", 1, axes, 1);
    int[] pad = global ? new int[axes] : call.window("pad", 0, axes, 0);
    if (global) {
      // what is written has no effect, but is checked all the same
      throwIfWrong(call, axes);
    }
    boolean up = call.constant("convention", "VALID").equals("FULL");
    int[] shape = x.shape().clone();
    for (int a = 0; a < axes; a++) {
      call.require(pad[a] < kernel[a], "a window of padding alone");
      int free = image[a] + 2 * pad[a] - kernel[a];
      call.require(free >= 0, "kernel " + kernel[a] + " on " + x.text());
      shape[a + 2] = (up ? (free + stride[a] - 1) / stride[a] : free / stride[a]) + 1;
      boolean inside = (shape[a + 2] - 1) * stride[a] < image[a] + pad[a];
      call.require(inside, "a window beyond " + x.text());
    }
    boolean padded = !call.written("countIncludePad") || call.flag("countIncludePad");
    return PlainArray.of(shape, o -> window(x, o, kernel, stride, pad, kind, padded));
  }

  private static void throwIfWrong(Call call, int axes) {
    for (String name : new String[] {"kernel", "stride"}) {
      call.window(name, 1, axes, 1);
    }
    call.window("pad", 0, axes, 0);
  }

  private static double window(
      PlainArray x, int[] o, int[] kernel, int[] stride, int[] pad, String kind, boolean padded) {
    double[] result = {kind.equals("Max") ? Double.NEGATIVE_INFINITY : 0};
    int[] counts = {0, 0};
    PlainArray.forEach(
        kernel,
        t -> {
          int[] i = o.clone();
          boolean inside = true;
          for (int a = 0; a < t.length; a++) {
            i[a + 2] = o[a + 2] * stride[a] + t[a] - pad[a];
            inside &= i[a + 2] >= 0 && i[a + 2] < x.dim(a + 2);
            if (i[a + 2] >= x.dim(a + 2) + pad[a]) {
              return;
            }
          }
          counts[0]++;
          if (inside) {
            counts[1]++;
            result[0] =
                kind.equals("Max") ? Math.max(result[0], x.at(i)) : result[0] + x.at(i);
          }
        });
    return kind.equals("Avg") ? result[0] / counts[padded ? 0 : 1] : result[0];
  }
}
