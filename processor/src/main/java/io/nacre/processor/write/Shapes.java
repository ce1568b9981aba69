package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Shape;

/// Shapes as expressions of the runtime's type.
final class Shapes {
  private Shapes() {}

  /// `Shape.of(Shape.N, 1, 28, 28)`
  static CodeBlock of(Shape shape) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.of(", RuntimeTypes.SHAPE);
    String separator = "";
    for (Dim dim : shape.dims()) {
      code.add(separator);
      separator = ", ";
      if (!dim.batch()) {
        code.add("$L", dim.size());
      } else if (dim.size() == 1) {
        code.add("$T.N", RuntimeTypes.SHAPE);
      } else {
        code.add("$L * $T.N", dim.size(), RuntimeTypes.SHAPE);
      }
    }
    return code.add(")").build();
  }
}
