package io.nacre.samples.tutorial;

import io.nacre.runtime.GraphSpec;

/// Shape inference. The compiler does it, so that shapes and types are constants of the class; of
/// [APlusB] only the shape of a is written.
///
/// A type is printed as `float32`, where Python prints NumPy's class, and `input` comes first: an
/// old Python's dictionary has no order.
final class ShapeInference {
  private ShapeInference() {}

  static void run() {
    GraphSpec c = APlusBGraph.SPEC;
    System.out.printf(
        "{'input': %s, 'output': %s}%n",
        Python.dict(c.argumentShapes(1), Python::tuple),
        Python.dict(c.outputShapes(1), Python::tuple));
    System.out.printf(
        "{'input': %s, 'output': %s}%n",
        Python.dict(c.argumentTypes(), Object::toString),
        Python.dict(c.outputTypes(), Object::toString));
  }
}
