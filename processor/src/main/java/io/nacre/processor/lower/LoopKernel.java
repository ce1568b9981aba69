package io.nacre.processor.lower;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import java.util.List;
import java.util.Optional;

/// A loop over an array of results: for each place an expression of the inputs there, stored or
/// combined along some axes. Says nothing of whose memory it works on, so equal kernels are one method.
///
/// @param axes the loop's axes, neighbours merged where every input walks on evenly; at least one
/// @param inputs for each input array which axes it has; along the others it stays where it is
/// @param body the expression, results before their users; the last is the element; may be empty if
///     the element is an operand itself
/// @param element the value of one place
/// @param reduction how the reduced axes are combined; present if and only if an axis is reduced
public record LoopKernel(
    DataType type,
    List<Axis> axes,
    List<List<Boolean>> inputs,
    List<Instruction> body,
    Operand element,
    Optional<Reduce.Kind> reduction) {

  /// One loop.
  public record Axis(Dim size, boolean reduced) {}

  /// `function(operands)`
  public record Instruction(PointwiseFunction function, List<Operand> operands) {
    public Instruction {
      operands = List.copyOf(operands);
    }
  }

  /// What an instruction reads.
  public sealed interface Operand {}

  /// The element of an input array at this place.
  public record Input(int index) implements Operand {}

  /// The result of an earlier instruction.
  public record Result(int index) implements Operand {}

  /// A number.
  public record Number(double number) implements Operand {}

  /// The number k * N or k.
  public record Size(Dim size) implements Operand {}

  /// The index along an axis of this kernel.
  public record AxisIndex(int axis) implements Operand {}

  public LoopKernel {
    axes = List.copyOf(axes);
    inputs = inputs.stream().map(List::copyOf).toList();
    body = List.copyOf(body);
  }
}
