package io.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/// Writes the nested classes that hold the loops of a model: one of scalar code, and one of vector
/// code where that may be wanted.
final class LoopClasses {
  private final ModelNames names;
  private final LoopNames loops;
  private final boolean vector;

  LoopClasses(ModelNames names, LoopNames loops, boolean vector) {
    this.names = names;
    this.loops = loops;
    this.vector = vector;
  }

  List<TypeSpec> write() {
    if (loops.all().isEmpty()) {
      return List.of();
    }
    TypeSpec.Builder scalar =
        loopClass(names.loops(), "Loops as scalar code; where a twin may run, they hand over. Loops that differ in one\n"
                + "size share a method, which takes it as k.\n");
    TypeSpec.Builder lanes =
        loopClass(names.vectorLoops(), "The same loops as vector code, with the same bits.\n");
    boolean anyTwin = false;
    for (LoopMethod loop : loops.all()) {
      boolean twin = vector && loop.isWorthVectors();
      CodeBlock start = twin ? handOver(loop) : CodeBlock.of("");
      scalar.addMethod(LoopWriter.scalar(loop, names.symbolicBatch(), start));
      if (twin) {
        anyTwin = true;
        lanes.addMethod(LoopWriter.vector(loop, names.symbolicBatch()));
      }
    }
    List<TypeSpec> types = new ArrayList<>(List.of(scalar.build()));
    if (anyTwin) {
      types.add(lanes.build());
    }
    return types;
  }

  private static TypeSpec.Builder loopClass(ClassName name, String documentation) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(documentation);
  }

  private CodeBlock handOver(LoopMethod loop) {
    StringBuilder arguments = new StringBuilder(names.stepArguments());
    if (loop.open().isPresent()) {
      arguments.append(", ").append(Extent.OPEN);
    }
    for (int input = 0; input < loop.kernel().inputs().size(); input++) {
      String name = LoopElement.inputName(input);
      arguments.append(", ").append(name).append(", ").append(name).append("At");
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($T.ENABLED)", RuntimeTypes.VECTOR_SUPPORT)
        .addStatement("$T.$L($L, y, yAt)", names.vectorLoops(), loop.name(), arguments)
        .addStatement("return")
        .endControlFlow()
        .build();
  }
}
