package io.nacre.processor.golden;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// First weights by a formula of their names, which the golden training runs start from: see
/// `rule` in their `case.json`.
public final class FormulaWeights {
  private FormulaWeights() {}

  /// Sets all parameters, moving means to 0 and moving variances to 1.
  public static void set(CompiledGraph graph) {
    for (Parameter parameter : graph.parameters()) {
      double[] numbers = new double[parameter.value().size()];
      int[] shape = parameter.shape().toInts();
      Arrays.setAll(numbers, i -> number(parameter.name(), shape, i));
      parameter.value().set(numbers);
    }
    for (String state : graph.spec().listAuxiliaryStates()) {
      Tensor value = graph.parameters().auxiliary(state);
      double[] numbers = new double[value.size()];
      Arrays.fill(numbers, state.endsWith("var") ? 1 : 0);
      value.set(numbers);
    }
  }

  /// One number of an array.
  public static double number(String name, int[] shape, int i) {
    double r = Integer.toUnsignedLong(mix((int) (i * 2654435761L) ^ hash(name))) / 0x1p32 - 0.5;
    if (name.endsWith("gamma")) {
      return (float) (1 + 0.2 * r);
    }
    if (name.endsWith("weight") && shape.length > 1) {
      long fan = 1;
      for (int axis = 1; axis < shape.length; axis++) {
        fan *= shape[axis];
      }
      return (float) (r * 2 * Math.sqrt(6.0 / fan));
    }
    if (name.endsWith("var")) {
      return (float) (1 + 0.5 * r);
    }
    return (float) (name.equals("data") || name.startsWith("head") ? 2 * r : 0.2 * r);
  }

  /// FNV-1a of 32 bits.
  private static int hash(String name) {
    int hash = 0x811c9dc5;
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (letter & 255)) * 0x01000193;
    }
    return hash;
  }

  /// The finalizer of MurmurHash3.
  private static int mix(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
