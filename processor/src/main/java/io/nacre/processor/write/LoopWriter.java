package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.LoopKernel.Input;
import io.nacre.processor.lower.LoopKernel.Number;
import io.nacre.processor.lower.LoopKernel.Operand;
import io.nacre.processor.lower.LoopKernel.Size;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/// Writes the method of one generated loop, as scalar or as vector code with the same bits.
///
/// What fixes the bits: an element's expression is the same operations in both; a sum over the inner
/// axis shorter than 64 goes in order; a longer one, and one that goes on over outer axes, is kept in
/// 64 partial sums, element `i` in sum `i mod 64`, with the elements after the last whole block in 64
/// sums of their own, and `PartialResults` adds these up by a fixed tree; a sum that keeps the inner
/// axis goes in order. None of this depends on the number of workers or lanes.
final class LoopWriter {
  private final LoopKernel kernel;
  private final LoopShape shape;
  private final DataType type;
  private final boolean vector;
  private final boolean symbolic;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final Map<Operand, String> numberNames = new LinkedHashMap<>();

  private LoopWriter(LoopKernel kernel, boolean vector, boolean symbolic) {
    this.kernel = kernel;
    this.shape = new LoopShape(kernel);
    this.type = kernel.type();
    this.vector = vector;
    this.symbolic = symbolic;
  }

  /// The scalar twin, which hands over to the vector twin of the same name where that may run.
  static MethodSpec scalar(String name, LoopKernel kernel, boolean symbolic, CodeBlock handOver) {
    LoopWriter writer = new LoopWriter(kernel, false, symbolic);
    writer.code.add(handOver);
    return writer.method(name);
  }

  static MethodSpec vector(String name, LoopKernel kernel, boolean symbolic) {
    return new LoopWriter(kernel, true, symbolic).method(name);
  }

  /// The name of an input array: `a`, `b`, ..., `h`, `x8`, ...
  static String inputName(int input) {
    return input < 8 ? String.valueOf((char) ('a' + input)) : "x" + input;
  }

  private MethodSpec method(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .addParameter(RuntimeTypes.WORKER, "worker");
    if (symbolic) {
      method.addParameter(TypeName.INT, "n");
    }
    for (int input = 0; input < kernel.inputs().size(); input++) {
      method.addParameter(RuntimeTypes.array(type), inputName(input));
      method.addParameter(TypeName.INT, inputName(input) + "At");
    }
    method.addParameter(RuntimeTypes.array(type), "y").addParameter(TypeName.INT, "yAt");
    if (vector) {
      code.addStatement(
          "$T<$T> lanes = $T.$L",
          RuntimeTypes.VECTOR_SPECIES,
          RuntimeTypes.boxed(type),
          RuntimeTypes.LANES,
          type == DataType.FLOAT32 ? "FLOAT" : "DOUBLE");
      broadcastNumbers();
    }
    if (kernel.reduction().isEmpty()) {
      pointwise();
    } else if (!shape.innerReduced()) {
      reduceOuter();
    } else if (shape.shortRun()) {
      reduceShortRun();
    } else {
      reduceRuns();
    }
    return method.addCode(code.build()).build();
  }

  // ---- y[row][i] = element

  private void pointwise() {
    if (!shape.hasRows()) {
      declareStarts();
      code.addStatement("int end = worker.to($L)", Text.size(shape.innerSize()));
      innerLoop("worker.from(" + Text.size(shape.innerSize()) + ")", "end", "yAt", "");
      return;
    }
    openRows();
    declareStarts();
    String inner = Text.size(shape.innerSize());
    code.addStatement("int yRow = yAt + row * $L", factor(inner));
    innerLoop("0", inner, "yRow", "");
    code.endControlFlow();
  }

  // ---- y[row][i] = the sum over r of element

  private void reduceOuter() {
    String inner = Text.size(shape.innerSize());
    String from = "0";
    String end = inner;
    String start = "yAt";
    if (shape.hasRows()) {
      openRows();
      code.addStatement("int yRow = yAt + row * $L", factor(inner));
      start = "yRow";
    } else {
      code.addStatement("int from = worker.from($L)", inner);
      code.addStatement("int end = worker.to($L)", inner);
      from = "from";
      end = "end";
    }
    code.addStatement(
        "$T.fill(y, $L + $L, $L + $L, $L)",
        Arrays.class, start, from, start, end, identity());
    code.beginControlFlow(
        "for (int r = 0; r < $L; r++)", Text.size(shape.reducedOuter()));
    declareStarts();
    innerLoop(from, end, start, "y");
    code.endControlFlow();
    if (shape.hasRows()) {
      code.endControlFlow();
    }
  }

  // ---- y[row] = the sum over a few i of element, in order

  private void reduceShortRun() {
    if (shape.hasRows()) {
      openRows();
    } else {
      code.beginControlFlow("if (worker.part() == 0)");
    }
    declareStarts();
    String result = kernel.reduction().orElseThrow() == Reduce.Kind.SUM ? "sum" : "max";
    code.addStatement("$T $L = $L", RuntimeTypes.element(type), result, identity());
    code.beginControlFlow("for (int i = 0; i < $L; i++)", Text.size(shape.innerSize()));
    CodeBlock element = scalarElement();
    code.addStatement(combineInto(result, element));
    code.endControlFlow();
    code.addStatement("y[yAt$L] = $L", shape.hasRows() ? " + row" : "", result);
    code.endControlFlow();
  }

  // ---- y[row] = the sum over r and i of element, in partial sums

  private void reduceRuns() {
    String array = type == DataType.FLOAT32 ? "floats" : "doubles";
    code.addStatement(
        "$T partial = worker.$L(3, $T.LENGTH)",
        RuntimeTypes.array(type), array, RuntimeTypes.PARTIAL_RESULTS);
    if (shape.hasRows()) {
      openRows();
    } else {
      code.beginControlFlow("if (worker.part() == 0)");
    }
    code.addStatement("$T.fill(partial, $L)", RuntimeTypes.PARTIAL_RESULTS, identity());
    if (vector && shape.hasWholeBlocks()) {
      vectorBlocks();
      if (shape.hasRest()) {
        openReduced();
        rest();
        closeReduced();
      }
    } else {
      openReduced();
      if (shape.hasWholeBlocks()) {
        code.beginControlFlow("for (int i = 0; i < $L; i++)", shape.wholeBlocks());
        CodeBlock element = scalarElement();
        code.addStatement(combineInto("partial[i & 63]", element));
        code.endControlFlow();
      }
      if (shape.hasRest()) {
        rest();
      }
      closeReduced();
    }
    code.addStatement(
        "y[yAt$L] = $T.$L(partial)",
        shape.hasRows() ? " + row" : "",
        RuntimeTypes.PARTIAL_RESULTS,
        kernel.reduction().orElseThrow() == Reduce.Kind.SUM ? "sum" : "max");
    code.endControlFlow();
  }

  private void rest() {
    String blocks = shape.wholeBlocks();
    code.beginControlFlow(
        "for (int i = $L; i < $L; i++)", blocks, Text.size(shape.innerSize()));
    CodeBlock element = scalarElement();
    String place = blocks.equals("0") ? "64 + i" : "64 + i - " + blocks;
    code.addStatement(combineInto("partial[" + place + "]", element));
    code.endControlFlow();
  }

  /// Four accumulators of one vector each; narrow vectors go over the data several times, each time
  /// for another part of the 64 partial results.
  private void vectorBlocks() {
    code.addStatement("int lane = lanes.length()");
    code.beginControlFlow("for (int block = 0; block < 64; block += 4 * lane)");
    for (int part = 0; part < 4; part++) {
      code.addStatement(
          "$T sum$L = $T.broadcast(lanes, $L)",
          RuntimeTypes.vector(type), part, RuntimeTypes.vector(type), identity());
    }
    openReduced();
    code.beginControlFlow("for (int i = block; i < $L; i += 64)", shape.wholeBlocks());
    for (int part = 0; part < 4; part++) {
      String shift = part == 0 ? "" : part == 1 ? " + lane" : " + " + part + " * lane";
      CodeBlock element = vectorElement("p" + part, "i" + shift);
      code.addStatement("sum$L = sum$L.$L($L)", part, part, vectorCombine(), element);
    }
    code.endControlFlow();
    closeReduced();
    for (int part = 0; part < 4; part++) {
      code.addStatement("sum$L.intoArray(partial, block + $L * lane)", part, part);
    }
    code.endControlFlow();
  }

  // ---- pieces

  private void openRows() {
    String rows = Text.size(shape.rows());
    code.beginControlFlow(
        "for (int row = worker.from($L), rows = worker.to($L); row < rows; row++)", rows, rows);
  }

  private void openReduced() {
    if (shape.hasReducedOuter()) {
      code.beginControlFlow(
          "for (int r = 0; r < $L; r++)", Text.size(shape.reducedOuter()));
    }
    declareStarts();
  }

  private void closeReduced() {
    if (shape.hasReducedOuter()) {
      code.endControlFlow();
    }
  }

  /// Declares where each input's inner run starts, and its value if it has none.
  private void declareStarts() {
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
            "$T $L0 = $L[$L]", RuntimeTypes.element(type), name, name, start);
        if (vector) {
          code.addStatement(
              "$T $LV = $T.broadcast(lanes, $L0)",
              RuntimeTypes.vector(type), name, RuntimeTypes.vector(type), name);
        }
      }
    }
  }

  /// The loop over the inner axis that stores; `into` is empty to store the element or `y` to combine
  /// it with what is stored.
  private void innerLoop(String from, String end, String start, String into) {
    if (vector) {
      code.addStatement("int i = $L", from);
      String bound =
          from.equals("0")
              ? "lanes.loopBound(" + end + ")"
              : "i + lanes.loopBound(" + end + " - i)";
      code.beginControlFlow("for (int bound = $L; i < bound; i += lanes.length())", bound);
      CodeBlock element = vectorElement("", "i");
      CodeBlock stored =
          into.isEmpty()
              ? element
              : CodeBlock.of(
                  "$T.fromArray(lanes, y, $L + i).$L($L)",
                  RuntimeTypes.vector(type), start, vectorCombine(), element);
      code.addStatement("$L.intoArray(y, $L + i)", stored, start);
      code.endControlFlow();
      code.beginControlFlow("for (; i < $L; i++)", end);
    } else {
      code.beginControlFlow("for (int i = $L; i < $L; i++)", from, end);
    }
    CodeBlock element = scalarElement();
    String place = "y[" + start + " + i]";
    code.addStatement(
        into.isEmpty() ? CodeBlock.of("$L = $L", place, element) : combineInto(place, element));
    code.endControlFlow();
  }

  private CodeBlock scalarElement() {
    return Elements.scalar(kernel)
        .write(
            code,
            "",
            operand ->
                operand instanceof Input(int input)
                    ? scalarInput(input)
                    : Elements.scalarLeaf(type, operand, shape::index));
  }

  private CodeBlock scalarInput(int input) {
    String name = inputName(input);
    return shape.usesInner(input)
        ? CodeBlock.of("$L[$L + i]", name, start(input))
        : CodeBlock.of("$L0", name);
  }

  private String start(int input) {
    return inputName(input) + (shape.rowOffset(input).isPresent() ? "Row" : "At");
  }

  private CodeBlock vectorElement(String suffix, String place) {
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
    Function<Operand, CodeBlock> leaf =
        operand -> loaded.containsKey(operand) ? loaded.get(operand) : vectorLeaf(operand, place);
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
  private void broadcastNumbers() {
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

  private String identity() {
    return switch (kernel.reduction().orElseThrow()) {
      case SUM -> Text.number(0, type);
      case MAX -> Text.number(Double.NEGATIVE_INFINITY, type);
    };
  }

  private CodeBlock combineInto(String place, CodeBlock element) {
    return switch (kernel.reduction().orElseThrow()) {
      case SUM -> CodeBlock.of("$L += $L", place, element);
      case MAX -> CodeBlock.of("$L = $T.max($L, $L)", place, Math.class, place, element);
    };
  }

  private String vectorCombine() {
    return switch (kernel.reduction().orElseThrow()) {
      case SUM -> "add";
      case MAX -> "max";
    };
  }

  private static String factor(String size) {
    return size.contains(" ") ? "(" + size + ")" : size;
  }
}
