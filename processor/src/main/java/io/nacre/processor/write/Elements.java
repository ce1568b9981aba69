package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.LoopKernel.AxisIndex;
import io.nacre.processor.lower.LoopKernel.Input;
import io.nacre.processor.lower.LoopKernel.Instruction;
import io.nacre.processor.lower.LoopKernel.Number;
import io.nacre.processor.lower.LoopKernel.Operand;
import io.nacre.processor.lower.LoopKernel.Result;
import io.nacre.processor.lower.LoopKernel.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a loop's expression for one place, on scalars or on vectors.
final class Elements {
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  private final LoopKernel kernel;
  private final boolean vector;

  private Elements(LoopKernel kernel, boolean vector) {
    this.kernel = kernel;
    this.vector = vector;
  }

  static Elements scalar(LoopKernel kernel) {
    return new Elements(kernel, false);
  }

  static Elements vector(LoopKernel kernel) {
    return new Elements(kernel, true);
  }

  /// Adds one local variable for each instruction to `code` and returns the text of the element, which a
  /// store may still have to round.
  ///
  /// @param suffix what the locals' names end with, to tell copies of the expression apart
  /// @param leaf the text of an operand that is no result, in a type
  CodeBlock write(
      CodeBlock.Builder code, String suffix, BiFunction<Operand, DataType, CodeBlock> leaf) {
    List<Instruction> body = kernel.body();
    CodeBlock last = null;
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.get(i);
      List<CodeBlock> operands = new ArrayList<>();
      for (Operand operand : instruction.operands()) {
        operands.add(
            operand instanceof Result result
                ? CodeBlock.of("$L", resultName(result.index()) + suffix)
                : leaf.apply(operand, instruction.from()));
      }
      CodeBlock expression =
          instruction.isCast()
              ? Casts.of(instruction.from(), instruction.to(), operands.getFirst())
              : expand(instruction, operands);
      if (i == body.size() - 1 && kernel.element().equals(new Result(i))) {
        last =
            instruction.isCast()
                ? Casts.toStore(instruction.from(), instruction.to(), operands.getFirst())
                : expression;
      } else {
        DataType type = instruction.to();
        code.addStatement(
            "$T $L = $L",
            vector ? RuntimeTypes.vector(type) : RuntimeTypes.computed(type),
            resultName(i) + suffix,
            expression);
      }
    }
    if (last != null) {
      return last;
    }
    return kernel.element() instanceof Result result
        ? CodeBlock.of("$L", resultName(result.index()) + suffix)
        : leaf.apply(kernel.element(), kernel.type());
  }

  private static String resultName(int index) {
    return "t" + index;
  }

  /// A whole number that is stored narrower is cut again after each operation.
  private CodeBlock expand(Instruction instruction, List<CodeBlock> operands) {
    CodeBlock expression = expand(instruction.function(), instruction.to(), operands);
    boolean narrow = instruction.to() == DataType.INT8 || instruction.to() == DataType.UINT8;
    return narrow ? Casts.of(DataType.INT32, instruction.to(), expression) : expression;
  }

  private CodeBlock expand(
      PointwiseFunction function, DataType type, List<CodeBlock> operands) {
    String template = vector ? function.vector() : function.scalar();
    CodeBlock.Builder code = CodeBlock.builder();
    Matcher hole = HOLE.matcher(template);
    int end = 0;
    while (hole.find()) {
      code.add("$L", template.substring(end, hole.start()));
      String name = hole.group(1);
      switch (name) {
        case "M" -> code.add("$T", RuntimeTypes.math(type));
        case "V" -> code.add("$T", RuntimeTypes.vectorMath(type));
        case "O" -> code.add("$T", RuntimeTypes.VECTOR_OPERATORS);
        default -> {
          boolean operand = Character.isDigit(name.charAt(0));
          if (operand) {
            code.add("$L", operands.get(Integer.parseInt(name)));
          } else {
            code.add("$T", RuntimeTypes.kernel(type.stem() + name + "Math"));
          }
        }
      }
      end = hole.end();
    }
    return code.add("$L", template.substring(end)).build();
  }

  /// The text of a number, a size or an index on scalars.
  static CodeBlock scalarLeaf(
      DataType type, Operand operand, Function<Integer, String> index) {
    return switch (operand) {
      case Number number -> CodeBlock.of("$L", Text.operand(number.number(), type));
      case Size(Dim size) -> cast(type, Text.size(size));
      case AxisIndex(int axis) -> cast(type, index.apply(axis));
      case Input input -> throw new IllegalArgumentException("an input: " + input);
      case Result result -> throw new IllegalArgumentException("a result: " + result);
    };
  }

  private static CodeBlock cast(DataType type, String text) {
    boolean simple = text.matches("\\w+");
    if (RuntimeTypes.computed(type).equals(TypeName.INT)) {
      return CodeBlock.of(simple ? "$L" : "($L)", text);
    }
    return CodeBlock.of(simple ? "($T) $L" : "($T) ($L)", RuntimeTypes.computed(type), text);
  }
}
