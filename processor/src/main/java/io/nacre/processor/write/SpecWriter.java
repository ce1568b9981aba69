package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledModel;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.plan.Cost;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.plan.Slot;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/// Writes the constant that tells the runtime the names, shapes and places of a model's variables, and
/// its layers and costs.
final class SpecWriter {
  private static final int MOST_IN_A_METHOD = 100;

  private final CompiledModel model;

  SpecWriter(CompiledModel model) {
    this.model = model;
  }

  void addTo(TypeSpec.Builder type, String modelName) {
    List<CodeBlock> entries = entries();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("specification")
            .addJavadoc("Names, shapes and places, as the runtime wants them.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeTypes.GRAPH_SPEC)
            .addStatement(
                "$T.Builder spec = $T.builder($S)",
                RuntimeTypes.GRAPH_SPEC,
                RuntimeTypes.GRAPH_SPEC,
                modelName);
    if (entries.size() <= MOST_IN_A_METHOD) {
      entries.forEach(method::addStatement);
    } else {
      for (int from = 0; from < entries.size(); from += MOST_IN_A_METHOD) {
        String name = "specification" + (from / MOST_IN_A_METHOD + 1);
        MethodSpec.Builder part =
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.GRAPH_SPEC.nestedClass("Builder"), "spec");
        entries
            .subList(from, Math.min(from + MOST_IN_A_METHOD, entries.size()))
            .forEach(part::addStatement);
        type.addMethod(part.build());
        method.addStatement("$L(spec)", name);
      }
    }
    type.addMethod(method.addStatement("return spec.build()").build());
  }

  private List<CodeBlock> entries() {
    List<CodeBlock> entries = new ArrayList<>();
    for (LayerNode node : model.typed().layers().nodes()) {
      switch (node.layer().variable()) {
        case INPUT -> entries.add(fed("input", node));
        case LABEL -> entries.add(fed("label", node));
        case PARAMETER -> {
          entries.add(held("parameter", node));
          ParameterSettings.of(node).forEach(entries::add);
        }
        case AUXILIARY -> entries.add(held("auxiliary", node));
        case NONE -> {}
      }
    }
    for (LayerEdge head : model.typed().layers().heads()) {
      entries.add(head(head));
    }
    segment(entries, Segment.PARAMETERS);
    segment(entries, Segment.AUXILIARY);
    LayerText.of(model.typed()).forEach(text -> entries.add(CodeBlock.of("spec.layers($L)", text)));
    entries.add(cost("training", model.trainingBytes(), model.trainingFlops()));
    entries.add(cost("inference", model.inferenceBytes(), model.inferenceFlops()));
    return entries;
  }

  private CodeBlock fed(String method, LayerNode node) {
    return CodeBlock.of(
        "spec.$L($S, $L, $L)", method, node.name(), Shapes.of(model.typed().shape(node)),
        type(model.typed().type(node)));
  }

  private static CodeBlock cost(String pass, Cost bytes, Cost flops) {
    return CodeBlock.of(
        "spec.$L($LL, $LL, $LL, $LL)",
        pass,
        bytes.perSample(),
        bytes.constant(),
        flops.perSample(),
        flops.constant());
  }

  private CodeBlock head(LayerEdge head) {
    return CodeBlock.of(
        "spec.head($S, $S, $L, $L)",
        head.headName(),
        head.outputName(),
        Shapes.of(model.typed().shape(head.node(), head.output())),
        type(model.typed().type(head.node())));
  }

  private CodeBlock held(String method, LayerNode node) {
    Slot slot = model.state().slot(node.name());
    return CodeBlock.of(
        "spec.$L($S, $L, $L, $L)",
        method,
        node.name(),
        Shapes.of(model.typed().shape(node)),
        type(slot.type()),
        slot.start());
  }

  private void segment(List<CodeBlock> entries, Segment segment) {
    for (DataType type : model.state().types(segment)) {
      entries.add(
          CodeBlock.of(
              "spec.segment($T.$L, $L, $L)",
              RuntimeTypes.SEGMENT,
              segment,
              type(type),
              model.state().length(segment, type)));
    }
  }

  private static CodeBlock type(DataType type) {
    return CodeBlock.of("$T.$L", RuntimeTypes.DATA_TYPE, type.name());
  }
}
