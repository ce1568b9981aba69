package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.lower.LoopKernel;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/// Writes the method of one generated loop, as scalar or as vector code with the same bits.
///
/// What fixes the bits: an element's expression is the same operations in both; a sum over the inner
/// axis shorter than 64 goes in order; a longer one, and one that goes on over outer axes, is kept in
/// 64 partial sums, element `i` in sum `i mod 64`, with the elements after the last whole block in 64
/// sums of their own, and `PartialResults` adds these up by a fixed tree; a sum that keeps the inner
/// axis goes in order. None of this depends on the number of workers or lanes.
final class LoopWriter {
  private final LoopMethod loop;
  private final LoopKernel kernel;
  private final LoopShape shape;
  private final DataType type;
  private final boolean vector;
  private final boolean symbolic;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final LoopElement element;

  private LoopWriter(LoopMethod loop, boolean vector, boolean symbolic) {
    this.loop = loop;
    this.kernel = loop.kernel();
    this.shape = loop.shape();
    this.type = kernel.type();
    this.vector = vector;
    this.symbolic = symbolic;
    this.element = new LoopElement(kernel, shape, code);
  }

  /// The scalar twin, which hands over to the vector twin of the same name where that may run.
  static MethodSpec scalar(LoopMethod loop, boolean symbolic, CodeBlock handOver) {
    LoopWriter writer = new LoopWriter(loop, false, symbolic);
    writer.code.add(handOver);
    return writer.method();
  }

  static MethodSpec vector(LoopMethod loop, boolean symbolic) {
    return new LoopWriter(loop, true, symbolic).method();
  }

  private MethodSpec method() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(loop.name())
            .addModifiers(Modifier.STATIC)
            .addParameter(RuntimeTypes.WORKER, "worker");
    if (symbolic) {
      method.addParameter(TypeName.INT, "n");
    }
    if (loop.open().isPresent()) {
      method.addParameter(TypeName.INT, Extent.OPEN);
    }
    for (int input = 0; input < kernel.inputs().size(); input++) {
      method.addParameter(
          RuntimeTypes.array(kernel.inputTypes().get(input)), LoopElement.inputName(input));
      method.addParameter(TypeName.INT, LoopElement.inputName(input) + "At");
    }
    method.addParameter(RuntimeTypes.array(type), "y").addParameter(TypeName.INT, "yAt");
    if (vector) {
      code.addStatement(
          "$T<$T> lanes = $T.$L",
          RuntimeTypes.VECTOR_SPECIES,
          RuntimeTypes.boxed(type),
          RuntimeTypes.LANES,
          type == DataType.FLOAT32 ? "FLOAT" : "DOUBLE");
      element.broadcastNumbers();
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
      element.declareStarts(vector);
      code.addStatement("int end = worker.to($L)", shape.innerSize().text());
      innerLoop("worker.from(" + shape.innerSize().text() + ")", "end", "yAt", "");
      return;
    }
    openRows();
    element.declareStarts(vector);
    String inner = shape.innerSize().text();
    code.addStatement("int yRow = yAt + row * $L", shape.innerSize().factorText());
    innerLoop("0", inner, "yRow", "");
    code.endControlFlow();
  }

  // ---- y[row][i] = the sum over r of element

  private void reduceOuter() {
    String inner = shape.innerSize().text();
    String from = "0";
    String end = inner;
    String start = "yAt";
    if (shape.hasRows()) {
      openRows();
      code.addStatement("int yRow = yAt + row * $L", shape.innerSize().factorText());
      start = "yRow";
    } else {
      code.addStatement("int from = worker.from($L)", inner);
      code.addStatement("int end = worker.to($L)", inner);
      from = "from";
      end = "end";
    }
    code.addStatement(
        "$T.fill(y, $L + $L, $L + $L, $L)",
        RuntimeTypes.PARTIAL_RESULTS, start, from, start, end, identity());
    code.beginControlFlow(
        "for (int r = 0; r < $L; r++)", shape.reducedOuter().text());
    element.declareStarts(vector);
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
    element.declareStarts(vector);
    String result = resultName();
    code.addStatement("$T $L = $L", RuntimeTypes.element(type), result, identity());
    code.beginControlFlow("for (int i = 0; i < $L; i++)", shape.innerSize().text());
    CodeBlock value = element.scalar();
    code.addStatement(combineInto(result, value));
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
        openReduced(false);
        rest();
        closeReduced();
      }
    } else {
      openReduced(false);
      if (shape.hasWholeBlocks()) {
        code.beginControlFlow("for (int i = 0; i < $L; i++)", shape.wholeBlocks());
        CodeBlock value = element.scalar();
        code.addStatement(combineInto("partial[i & 63]", value));
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
        resultName());
    code.endControlFlow();
  }

  private void rest() {
    String blocks = shape.wholeBlocks();
    code.beginControlFlow(
        "for (int i = $L; i < $L; i++)", blocks, shape.innerSize().text());
    CodeBlock value = element.scalar();
    String place = blocks.equals("0") ? "64 + i" : "64 + i - " + blocks;
    code.addStatement(combineInto("partial[" + place + "]", value));
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
    openReduced(vector);
    code.beginControlFlow("for (int i = block; i < $L; i += 64)", shape.wholeBlocks());
    for (int part = 0; part < 4; part++) {
      String shift = part == 0 ? "" : part == 1 ? " + lane" : " + " + part + " * lane";
      CodeBlock value = element.vector("p" + part, "i" + shift);
      code.addStatement("sum$L = sum$L.$L($L)", part, part, vectorCombine(), value);
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
    String rows = shape.rows().text();
    code.beginControlFlow(
        "for (int row = worker.from($L), rows = worker.to($L); row < rows; row++)", rows, rows);
  }

  /// @param vectors whether what follows is vector code
  private void openReduced(boolean vectors) {
    if (shape.hasReducedOuter()) {
      code.beginControlFlow(
          "for (int r = 0; r < $L; r++)", shape.reducedOuter().text());
    }
    element.declareStarts(vectors);
  }

  private void closeReduced() {
    if (shape.hasReducedOuter()) {
      code.endControlFlow();
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
      CodeBlock vectors = element.vector("", "i");
      CodeBlock stored =
          into.isEmpty()
              ? vectors
              : CodeBlock.of(
                  "$T.fromArray(lanes, y, $L + i).$L($L)",
                  RuntimeTypes.vector(type), start, vectorCombine(), vectors);
      code.addStatement("$L.intoArray(y, $L + i)", stored, start);
      code.endControlFlow();
      code.beginControlFlow("for (; i < $L; i++)", end);
    } else {
      code.beginControlFlow("for (int i = $L; i < $L; i++)", from, end);
    }
    String place = "y[" + start + " + i]";
    code.addStatement(
        into.isEmpty() ? element.store(place) : combineInto(place, element.scalar()));
    code.endControlFlow();
  }

  /// What a result is called, as is the method of `PartialResults` that puts it together.
  private String resultName() {
    return kernel.reduction().orElseThrow().name().toLowerCase(Locale.ROOT);
  }

  private String identity() {
    return switch (kernel.reduction().orElseThrow()) {
      case SUM -> Text.number(0, type);
      case PRODUCT -> Text.number(1, type);
      case MAX -> Text.number(Double.NEGATIVE_INFINITY, type);
      case MIN -> Text.number(Double.POSITIVE_INFINITY, type);
    };
  }

  private CodeBlock combineInto(String place, CodeBlock value) {
    return switch (kernel.reduction().orElseThrow()) {
      case SUM -> CodeBlock.of("$L += $L", place, value);
      case PRODUCT -> CodeBlock.of("$L *= $L", place, value);
      case MAX, MIN ->
          CodeBlock.of("$L = $T.$L($L, $L)", place, Math.class, resultName(), place, value);
    };
  }

  private String vectorCombine() {
    return switch (kernel.reduction().orElseThrow()) {
      case SUM -> "add";
      case PRODUCT -> "mul";
      case MAX, MIN -> resultName();
    };
  }
}
