package io.nacre.processor.lower;

import io.nacre.processor.ir.Custom;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.List;

/// What a step does, as data: a generated loop or a kernel of the runtime.
public sealed interface Call {

  /// Whether it draws random numbers.
  default boolean isRandom() {
    return this instanceof KernelCall kernel
        && kernel.arguments().stream().anyMatch(RandomArgument.class::isInstance);
  }

  /// A generated loop. Its arrays are `inputs`, parallel to the kernel's, and the step's output.
  record LoopCall(LoopKernel kernel, List<Value> inputs) implements Call {
    public LoopCall {
      inputs = List.copyOf(inputs);
    }
  }

  /// A static method of the runtime's package `io.nacre.runtime.kernel`, whose first parameter is the
  /// worker.
  record KernelCall(String kernel, String method, List<Argument> arguments) implements Call {
    public KernelCall {
      arguments = List.copyOf(arguments);
    }
  }

  /// Kernels one after another, without a barrier between: each writes another part of the output.
  record KernelCalls(List<KernelCall> calls) implements Call {
    public KernelCalls {
      calls = List.copyOf(calls);
    }
  }

  /// A static method of the user's own, which one worker calls with views of the inputs and of the
  /// step's output.
  ///
  /// @param adds whether the method adds to zeros
  /// @param attributes an `Integer`, `Double`, `Boolean` or `String` each
  record CustomCall(
      Custom.KernelClass kernel,
      String method,
      List<Value> inputs,
      boolean adds,
      List<Object> attributes)
      implements Call {
    public CustomCall {
      inputs = List.copyOf(inputs);
      attributes = List.copyOf(attributes);
    }
  }

  /// An argument of a runtime kernel.
  sealed interface Argument {}

  /// A number of rows or columns.
  record SizeArgument(Dim size) implements Argument {}

  /// A value's array and the offset in it: two parameters.
  record MemoryArgument(Value value) implements Argument {}

  record FlagArgument(boolean flag) implements Argument {}

  /// The random numbers of a step, and which stream of them: two parameters.
  record RandomArgument(int stream) implements Argument {}

  /// A number of the arrays' element type.
  record NumberArgument(double number, DataType type) implements Argument {}

  /// A constant of an enum of the runtime's kernels: `IndexMode`, `CLIP`.
  record ConstantArgument(String type, String constant) implements Argument {}

  /// The sizes of a convolution, a constant of the generated class.
  record FiltersArgument(Filters filters) implements Argument {}

  /// The sizes of a pooling, a constant of the generated class. Its `x` is not looked at.
  record PoolArgument(Pool pool) implements Argument {}

  /// Which element goes where in a copy, a constant of the generated class.
  sealed interface CopyArgument extends Argument {
    Shape shape();

    /// The batch size that the copy depends on; 1 if it depends on none.
    default Dim batch() {
      return shape().dims().stream().anyMatch(Dim::batch) ? Dim.N : Dim.ONE;
    }
  }

  /// All elements of `shape`, with the axes in another order.
  record TransposeArgument(Shape shape, List<Integer> permutation) implements CopyArgument {}

  /// A part of `shape`: taken out of it, or put into it.
  record PartArgument(Shape shape, List<Range> ranges, boolean putIn) implements CopyArgument {}
}
