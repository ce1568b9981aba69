package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.LoopKernel.Input;
import io.nacre.processor.lower.LoopKernel.Number;
import io.nacre.processor.lower.LoopKernel.Operand;
import io.nacre.processor.lower.LoopKernel.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// The element of a loop: where its inputs start, and the expression at one place, on scalars or on
/// vectors.
final class LoopElement {
  private final LoopKernel kernel;
  private final LoopShape shape;
  private final DataType type;
  private final CodeBlock.Builder code;
  private final Map<Operand, String> numberNames = new LinkedHashMap<>();

  /// @param code where the element's local variables are declared
  LoopElement(LoopKernel kernel, LoopShape shape, CodeBlock.Builder code) {
    this.kernel = kernel;
    this.shape = shape;
    this.type = kernel.type();
    this.code = code;
  }

  /// The name of an input array: `a`, `b`, ..., `h`, `x8`, ...
  static String inputName(int input) {
    return input < 8 ? String.valueOf((char) ('a' + input)) : "x" + input;
  }

  /// Declares where each input's inner run starts, and its value if it has none.
  ///
  /// @param vectors whether the value is wanted as a vector too
  void declareStarts(boolean vectors) {
    for (int input = 0; input < kernel.inputs().size(); input++) {
      String name = inputName(input);
      String start = name + "At";
      if (shape.rowOffset(input).isPresent()) {
        start = name + "Row";
        code.addStatement(
            "int $L = $LAt + $L", start, name, shape.rowOffset(input).orElseThrow());
      }
      if (!shape.usesInner(input)) {
        code.addStatement(
            "$T $L0 = $L",
            RuntimeTypes.computed(inputType(input)),
            name,
            Casts.load(inputType(input), CodeBlock.of("$L[$L]", name, start)));
        if (vectors) {
          code.addStatement(
              "$T $LV = $T.broadcast(lanes, $L0)",
              RuntimeTypes.vector(type), name, RuntimeTypes.vector(type), name);
        }
      }
    }
  }

  /// The element at `i`, on scalars.
  CodeBlock scalar() {
    return Elements.scalar(kernel)
        .write(
            code,
            "",
            (operand, wanted) ->
                operand instanceof Input(int input)
                    ? scalarInput(input)
                    : Elements.scalarLeaf(wanted, operand, shape::index));
  }

  /// The statement that stores the element at `i` in `place`.
  CodeBlock store(String place) {
    return CodeBlock.of("$L = $L", place, Casts.store(type, scalar()));
  }

  private CodeBlock scalarInput(int input) {
    String name = inputName(input);
    return shape.usesInner(input)
        ? Casts.load(inputType(input), CodeBlock.of("$L[$L + i]", name, start(input)))
        : CodeBlock.of("$L0", name);
  }

  private DataType inputType(int input) {
    return kernel.inputTypes().get(input);
  }

  private String start(int input) {
    return inputName(input) + (shape.rowOffset(input).isPresent() ? "Row" : "At");
  }

  /// The element from `place` on, on vectors.
  ///
  /// @param suffix tells the local variables of several such elements apart
  CodeBlock vector(String suffix, String place) {
    Map<Operand, CodeBlock> loaded = new LinkedHashMap<>();
    for (int input = 0; input < kernel.inputs().size(); input++) {
      if (shape.usesInner(input)) {
        String name = inputName(input) + "V" + suffix;
        code.addStatement(
            "$T $L = $T.fromArray(lanes, $L, $L + $L)",
            RuntimeTypes.vector(type),
            name,
            RuntimeTypes.vector(type),
            inputName(input),
            start(input),
            place);
        loaded.put(new Input(input), CodeBlock.of("$L", name));
      } else {
        loaded.put(new Input(input), CodeBlock.of("$LV", inputName(input)));
      }
    }
    BiFunction<Operand, DataType, CodeBlock> leaf =
        (operand, wanted) -> loaded.containsKey(operand) ? loaded.get(operand) : vectorLeaf(operand, place);
    return Elements.vector(kernel).write(code, suffix.isEmpty() ? "V" : suffix, leaf);
  }

  private CodeBlock vectorLeaf(Operand operand, String place) {
    if (operand instanceof LoopKernel.AxisIndex(int axis)) {
      return axis == shape.innerAxis()
          ? CodeBlock.of(
              "$T.zero(lanes).addIndex(1).add($L)",
              RuntimeTypes.vector(type),
              Elements.scalarLeaf(type, operand, index -> place))
          : CodeBlock.of(
              "$T.broadcast(lanes, $L)",
              RuntimeTypes.vector(type),
              Elements.scalarLeaf(type, operand, shape::index));
    }
    return CodeBlock.of("$L", numberNames.get(operand));
  }

  /// Vectors of the numbers that the expression names, made once.
  void broadcastNumbers() {
    kernel.body().stream()
        .flatMap(instruction -> instruction.operands().stream())
        .forEach(this::broadcastNumber);
    broadcastNumber(kernel.element());
  }

  private void broadcastNumber(Operand operand) {
    if ((operand instanceof Number || operand instanceof Size)
        && !numberNames.containsKey(operand)) {
      String name = "k" + numberNames.size();
      numberNames.put(operand, name);
      code.addStatement(
          "$T $L = $T.broadcast(lanes, $L)",
          RuntimeTypes.vector(type),
          name,
          RuntimeTypes.vector(type),
          Elements.scalarLeaf(type, operand, shape::index));
    }
  }
}
