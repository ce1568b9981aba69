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
/// @param type of the output's elements
/// @param axes the loop's axes, neighbours merged where every input walks on evenly; at least one
/// @param inputs for each input array which axes it has; along the others it stays where it is
/// @param inputTypes of each input array's elements
/// @param body the expression, results before their users; the last is the element; may be empty if
///     the element is an operand itself
/// @param element the value of one place
/// @param reduction how the reduced axes are combined; present if and only if an axis is reduced
public record LoopKernel(
    DataType type,
    List<Axis> axes,
    List<List<Boolean>> inputs,
    List<DataType> inputTypes,
    List<Instruction> body,
    Operand element,
    Optional<Reduce.Kind> reduction) {

  /// One loop.
  public record Axis(Dim size, boolean reduced) {}

  /// `function(operands)`, computed in one type, and for a cast its result in another.
  ///
  /// @param from the type of the operands
  /// @param to the type of the result
  public record Instruction(
      PointwiseFunction function, List<Operand> operands, DataType from, DataType to) {
    public Instruction {
      operands = List.copyOf(operands);
    }

    static Instruction cast(Operand operand, DataType from, DataType to) {
      return new Instruction(PointwiseFunction.IDENTITY, List.of(operand), from, to);
    }

    public boolean isCast() {
      return from != to;
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
    inputTypes = List.copyOf(inputTypes);
    body = List.copyOf(body);
  }

  /// Whether all arrays and results are of one type, which vectors compute in.
  public boolean isUniform() {
    return type.hasKernels()
        && inputTypes.stream().allMatch(type::equals)
        && body.stream().noneMatch(Instruction::isCast);
  }
}
