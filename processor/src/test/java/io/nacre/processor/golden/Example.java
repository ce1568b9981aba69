package io.nacre.processor.golden;

import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Random numbers for everything that a bound model takes: whole samples, of which fewer can be
/// taken.
///
/// @param samples how many there are
/// @param feeds inputs and labels by name
record Example(
    int samples,
    Map<String, double[]> parameters,
    Map<String, double[]> states,
    Map<String, double[]> feeds,
    Map<String, double[]> headGradients,
    Map<String, Shape> shapes) {

  /// The same numbers for the same model, batch and seed.
  static Example of(BoundModel model, int samples, long seed) {
    Random random = new Random(seed);
    GraphSpec spec = model.graph().spec();
    Example example =
        new Example(
            samples,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new HashMap<>());
    for (Parameter parameter : model.graph().parameters()) {
      double[] values = random.doubles(parameter.value().size(), -0.5, 0.5).toArray();
      example.parameters.put(parameter.name(), values);
    }
    for (GraphSpec.Variable state : spec.auxiliaryStates()) {
      int size = (int) state.shape().size();
      example.states.put(state.name(), random.doubles(size, 0.5, 1.5).toArray());
    }
    for (GraphSpec.Variable input : spec.inputs()) {
      int size = (int) input.shape().size(samples);
      // far from 0, since some inputs are divisors
      example.feeds.put(input.name(), random.doubles(size, 0.2, 1.5).toArray());
      example.shapes.put(input.name(), input.shape());
    }
    for (GraphSpec.Variable label : spec.labels()) {
      int size = (int) label.shape().size(samples);
      double[] classes = random.ints(size, 0, 4).asDoubleStream().toArray();
      example.feeds.put(label.name(), classes);
      example.shapes.put(label.name(), label.shape());
    }
    for (GraphSpec.Variable head : spec.heads()) {
      int size = (int) head.shape().size(samples);
      String name = head.name() + "_output";
      example.headGradients.put(name, random.doubles(size, -1, 1).toArray());
      example.shapes.put(name, head.shape());
    }
    return example;
  }

  /// The first samples only.
  Example first(int rows) {
    return new Example(
        rows, parameters, states, first(feeds, rows), first(headGradients, rows), shapes);
  }

  private Map<String, double[]> first(Map<String, double[]> values, int rows) {
    Map<String, double[]> some = new LinkedHashMap<>();
    values.forEach((name, all) -> some.put(name, first(all, shapes.get(name).toInts(), rows)));
    return some;
  }

  /// Cuts the axis that holds the samples, if there is one.
  private double[] first(double[] all, int[] shape, int rows) {
    int outer = 1;
    int axis = 0;
    while (axis < shape.length && shape[axis] > 0) {
      outer *= shape[axis++];
    }
    if (axis == shape.length) {
      return all;
    }
    int whole = all.length / outer;
    int part = whole / samples * rows;
    double[] some = new double[outer * part];
    for (int i = 0; i < outer; i++) {
      System.arraycopy(all, i * whole, some, i * part, part);
    }
    return some;
  }

  /// Sets parameters and states.
  void give(BoundModel model) {
    model.setParameters(parameters);
    model.setStates(states);
  }

  /// All results of a training step and a prediction, by name.
  Map<String, double[]> run(BoundModel model) {
    give(model);
    Map<String, double[]> results = step(model);
    model.infer(feeds).forEach((name, y) -> results.put("infer " + name, y));
    return results;
  }

  /// Outputs and gradients of a training step, by name.
  Map<String, double[]> step(BoundModel model) {
    Map<String, double[]> results = new LinkedHashMap<>(model.forward(feeds));
    model.backward(headGradients);
    model.gradients().forEach((name, gradient) -> results.put("gradient of " + name, gradient));
    model.states().forEach((name, state) -> results.put("state " + name, state));
    return results;
  }
}
