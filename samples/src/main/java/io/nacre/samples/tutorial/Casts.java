package io.nacre.samples.tutorial;

import io.nacre.annotations.Cast;
import io.nacre.annotations.DataType;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.annotations.Variable;
import io.nacre.runtime.GraphSpec;

/// Casts: types are inferred beside shapes, and are constants of the class.
///
/// As in [ShapeInference], a type is printed as `float16`, and `input` comes first.
final class Casts {
  private Casts() {}

  @Model
  interface Half {
    @Variable({2, 3})                                  Symbol data();    // float32
    @Cast(DataType.FLOAT16)                            Symbol b(Symbol data);
  }

  @Model
  interface Bytes {
    @Variable(value = {2, 3}, dtype = DataType.INT32)  Symbol data();
    @Cast(DataType.UINT8)                              Symbol c(Symbol data);
  }

  static void run() {
    print(Casts_HalfGraph.SPEC);
    print(Casts_BytesGraph.SPEC);
  }

  private static void print(GraphSpec spec) {
    System.out.printf(
        "{'input': %s, 'output': %s}%n",
        spec.argumentTypes().values(), spec.outputTypes().values());
  }
}
