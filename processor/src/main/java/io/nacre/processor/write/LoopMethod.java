package io.nacre.processor.write;

import io.nacre.processor.lower.LoopKernel;
import java.util.OptionalInt;

/// A method that runs a loop, or several which differ only in the size of one axis.
///
/// @param kernel the loop; of several, the first
/// @param open the axis whose size is an argument, if several share the method
record LoopMethod(String name, LoopKernel kernel, OptionalInt open) {

  LoopShape shape() {
    return new LoopShape(kernel, open);
  }

  /// Whether a twin of vector code can gain anything, for any of the loops.
  boolean isWorthVectors() {
    return new LoopShape(kernel, OptionalInt.empty()).isWorthVectors();
  }

  /// The size that one of the loops hands over.
  long size(LoopKernel loop) {
    return loop.axes().get(open.orElseThrow()).size().size();
  }
}
