package io.nacre.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Layers that start a gradient, and what it is the gradient of.
final class PlainLosses {
  private PlainLosses() {}

  static void addTo(Map<String, PlainLayer> layers) {
    layers.put("SoftmaxOutput", PlainLayer.of("data label?", PlainLosses::softmax));
    layers.put("LinearRegressionOutput", PlainLayer.of("data label?", PlainLosses::linear));
    layers.put("LogisticRegressionOutput", PlainLayer.of("data label?", PlainLosses::logistic));
    layers.put("MAERegressionOutput", PlainLayer.of("data label?", PlainLosses::absolute));
    layers.put("MakeLoss", PlainLayer.of("data", PlainLosses::makeLoss));
  }

  /// The label in the shape of `data`.
  private static PlainArray label(Call call, PlainArray data) {
    boolean column = data.rank() == 2 && data.dim(1) == 1;
    if (!call.isShaped("label")) {
      int[] shape = column ? new int[] {data.dim(0)} : data.shape();
      return call.variable("label", Variables.Kind.CLASSES, shape).reshaped(data.shape());
    }
    PlainArray label = call.data("label");
    boolean samples = data.rank() == 0 || label.rank() == 0 || label.dim(0) == data.dim(0);
    call.require(
        samples && label.values().length == data.values().length,
        "label " + label.text() + " of " + data.text());
    return label.reshaped(data.shape());
  }

  private static double perSample(Call call, PlainArray data) {
    int samples = data.rank() == 0 ? data.values().length : data.dim(0);
    return call.number("gradScale", 1) * samples / data.values().length;
  }

  private static PlainArray linear(Call call) {
    PlainArray data = call.data("data");
    PlainArray label = label(call, data);
    call.loss(
        perSample(call, data) * data.with(label, (x, t) -> (x - t) * (x - t) / 2).sum());
    return data;
  }

  private static PlainArray absolute(Call call) {
    PlainArray data = call.data("data");
    PlainArray label = label(call, data);
    call.loss(perSample(call, data) * data.with(label, (x, t) -> Math.abs(x - t)).sum());
    return data;
  }

  private static PlainArray logistic(Call call) {
    PlainArray data = call.data("data");
    PlainArray label = label(call, data);
    call.loss(
        perSample(call, data)
            * data.with(label, (x, t) -> Math.log1p(Math.exp(x)) - t * x).sum());
    return data.map(x -> 1 / (1 + Math.exp(-x)));
  }

  private static PlainArray makeLoss(Call call) {
    PlainArray data = call.data("data");
    call.loss(call.number("gradScale", 1) * data.sum());
    return data;
  }

  private static PlainArray softmax(Call call) {
    PlainArray data = call.data("data");
    call.require(data.rank() >= 2, "no classes in " + data.text());
    int[] s = data.shape();
    boolean multi = call.flag("multiOutput");
    boolean last = !multi && call.flag("preserveShape");
    int positions = PlainArray.size(Arrays.copyOfRange(s, 2, s.length));
    PlainArray rows = data;
    int axis = 1;
    List<int[]> labels;
    if (multi) {
      rows = data.reshaped(s[0], s[1], positions);
      labels =
          List.of(
              new int[] {s[0], positions}, PlainArray.without(s, 1), PlainArray.with(s, 1, 1));
    } else if (last) {
      axis = s.length - 1;
      labels = List.of(PlainArray.without(s, axis));
    } else {
      rows = data.reshaped(s[0], s[1] * positions);
      labels = List.of(new int[] {s[0]});
    }
    PlainArray p = PlainMaths.softmax(rows, axis, false);
    PlainArray label = label(call, s, labels);
    if (call.training() && Arrays.equals(label.shape(), s)) {
      call.loss(call.number("gradScale", 1) * probabilityLoss(rows, p, axis, label));
    } else if (call.training()) {
      call.loss(call.number("gradScale", 1) * classLoss(call, p, axis, label));
    }
    return p.reshaped(s);
  }

  private static PlainArray label(Call call, int[] scores, List<int[]> shapes) {
    if (!call.isShaped("label")) {
      return call.variable("label", Variables.Kind.CLASSES, shapes.getFirst());
    }
    PlainArray label = call.data("label");
    boolean fits =
        shapes.stream().anyMatch(shape -> Arrays.equals(shape, label.shape()))
            || Arrays.equals(scores, label.shape());
    call.require(fits, "label " + label.text() + " of " + Arrays.toString(scores));
    return label;
  }

  /// `log(sum(exp(x))) - sum(label x)` of each row, whose derivative is `p - label` for any labels. If
  /// they add up to 1 it is the cross entropy.
  private static double probabilityLoss(
      PlainArray x, PlainArray p, int axis, PlainArray label) {
    double[] sum = {-label.reshaped(x.shape()).with(x, (t, score) -> t * score).sum()};
    PlainArray.forEach(
        PlainArray.without(p.shape(), axis),
        row -> {
          int[] first = PlainArray.inserted(row, axis, 0);
          sum[0] += x.at(first) - Math.log(p.at(first));
        });
    return sum[0];
  }

  /// The cross entropy of classes.
  private static double classLoss(Call call, PlainArray p, int axis, PlainArray label) {
    double[] sum = {0};
    int[] next = {0};
    PlainArray.forEach(
        PlainArray.without(p.shape(), axis),
        row -> {
          int k = (int) label.values()[next[0]++];
          if (k >= p.dim(axis)) {
            call.notSmooth();
            return;
          }
          sum[0] -= Math.log(p.at(PlainArray.inserted(row, axis, k)));
        });
    return sum[0] / (call.flag("multiOutput") ? p.dim(2) : 1);
  }
}
