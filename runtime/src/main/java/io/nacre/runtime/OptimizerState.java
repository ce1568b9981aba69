package io.nacre.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an [Optimizer] remembers of some weights: an array for each name, laid out like the
/// parameters and at first all 0; how many updates there were; and a factor.
final class OptimizerState {
  private final int length32;
  private final int length64;
  private final int length16;
  private final Map<String, float[]> all32 = new HashMap<>();
  private final Map<String, double[]> all64 = new HashMap<>();

  /// Of float16 parameters, in float32.
  private final Map<String, float[]> all16 = new HashMap<>();

  private List<String> names = List.of();
  private float[][] kept32 = {};
  private double[][] kept64 = {};
  private float[][] kept16 = {};
  private long updates;

  /// For an optimizer that multiplies something up over its updates.
  double factor = 1;

  OptimizerState(Weights weights) {
    length32 = weights.parameters32.length;
    length64 = weights.parameters64.length;
    length16 = weights.parameters16.length;
  }

  /// Demands that there are arrays of these names, and puts them in this order.
  void keep(List<String> names) {
    if (this.names.equals(names)) {
      return;
    }
    this.names = names;
    kept32 = new float[names.size()][];
    kept64 = new double[names.size()][];
    kept16 = new float[names.size()][];
    for (int i = 0; i < names.size(); i++) {
      kept32[i] = all32.computeIfAbsent(names.get(i), _ -> new float[length32]);
      kept64[i] = all64.computeIfAbsent(names.get(i), _ -> new double[length64]);
      kept16[i] = all16.computeIfAbsent(names.get(i), _ -> new float[length16]);
    }
  }

  List<String> names() {
    return names;
  }

  float[][] arrays32() {
    return kept32;
  }

  /// Of float16 parameters.
  float[][] arrays16() {
    return kept16;
  }

  double[][] arrays64() {
    return kept64;
  }

  /// One of the arrays, where it is for a parameter.
  Tensor value(String name, GraphSpec.Variable parameter) {
    return switch (parameter.dataType()) {
      case FLOAT32 -> Tensor.view(all32.get(name), parameter.offset(), parameter.shape());
      case FLOAT64 -> Tensor.view(all64.get(name), parameter.offset(), parameter.shape());
      case FLOAT16 -> Tensor.view(all16.get(name), parameter.offset(), parameter.shape());
      case INT8, UINT8, INT32, INT64 -> throw new IllegalArgumentException(parameter.toString());
    };
  }

  long updates() {
    return updates;
  }

  void updates(long updates) {
    this.updates = updates;
  }
}
