package io.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.Call;
import io.nacre.processor.lower.Step;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.PlannedStep;
import io.nacre.processor.plan.Slot;
import io.nacre.processor.write.Part.NodeMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// Writes the nested classes that carry out one plan: fields for arrays and places, and one method for
/// each node and direction.
final class PlanWriter {
  private final ExecutionPlan plan;
  private final ModelNames model;
  private final ValueNames names;
  private final LoopNames loops;
  private final Geometries geometries;
  private final CopyGeometries copies;
  private final Views views;
  private final List<Part> parts;

  /// @param name what the nested classes are called: `Training`
  PlanWriter(
      String name,
      ExecutionPlan plan,
      ModelNames model,
      LoopNames loops,
      Geometries geometries,
      CopyGeometries copies) {
    this.plan = plan;
    this.model = model;
    this.names = new ValueNames(plan, model::java);
    this.loops = loops;
    this.geometries = geometries;
    this.copies = copies;
    this.views = new Views(plan, names, model.symbolicBatch());
    this.parts =
        Part.of(
            name,
            methods("forward_", plan.forward()),
            methods("backward_", plan.backward()));
  }

  List<Part> parts() {
    return parts;
  }

  List<TypeSpec> write() {
    return parts.stream().map(this::write).toList();
  }

  /// Neighbouring steps of one node are one method; if others come between or they are many, there is
  /// a second one.
  private List<NodeMethod> methods(String prefix, List<PlannedStep> steps) {
    List<NodeMethod> methods = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    String node = null;
    for (PlannedStep step : steps) {
      String next = step.step().group().root().origin().node();
      if (!next.equals(node) || methods.getLast().isFull()) {
        node = next;
        String base = prefix + model.java(node);
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
          name = base + "$" + number;
        }
        methods.add(new NodeMethod(name, new ArrayList<>()));
      }
      methods.getLast().steps().add(step);
    }
    return methods;
  }

  private TypeSpec write(Part part) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(part.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(model.graph(), "graph");
    addArrays(part, type, constructor);
    addRandom(part, type, constructor);
    addPlaces(part, type, constructor);
    views.add(part, type, constructor);
    type.addMethod(constructor.build());
    addPass(type, "forward", part.forward());
    addPass(type, "backward", part.backward());
    Stream.concat(part.forward().stream(), part.backward().stream())
        .forEach(method -> type.addMethod(nodeMethod(method)));
    return type.build();
  }

  private void addArrays(Part part, TypeSpec.Builder type, MethodSpec.Builder constructor) {
    Map<String, DataType> arrays = new LinkedHashMap<>();
    usedSlots(part).values().forEach(slot -> arrays.put(Memory.array(slot), slot.type()));
    String work = part.name().startsWith("Training") ? "trainingWork" : "inferenceWork";
    arrays.forEach(
        (name, element) -> {
          type.addField(
              RuntimeTypes.array(element), name, Modifier.PRIVATE, Modifier.FINAL);
          String source = name.startsWith("work") ? name.replace("work", work) : name;
          if (name.startsWith("work")) {
            constructor.addStatement("$L = graph.$L", name, source);
          } else {
            constructor.addStatement("$L = graph.$L()", name, accessor(part, name));
          }
        });
  }

  private static void addRandom(
      Part part, TypeSpec.Builder type, MethodSpec.Builder constructor) {
    if (part.steps().stream().anyMatch(planned -> planned.step().call().isRandom())) {
      type.addField(
          RuntimeTypes.RANDOM_NUMBERS, "random", Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("random = graph.randomNumbers()");
    }
  }

  private String accessor(Part part, String array) {
    return usedSlots(part).values().stream()
        .filter(slot -> Memory.array(slot).equals(array))
        .map(slot -> Memory.accessor(slot.segment(), slot.type()))
        .findFirst()
        .orElseThrow();
  }

  private void addPlaces(Part part, TypeSpec.Builder type, MethodSpec.Builder constructor) {
    boolean first = true;
    for (Map.Entry<Value, Slot> entry : usedSlots(part).entrySet()) {
      Slot slot = entry.getValue();
      String name = names.of(entry.getKey());
      if (Memory.isConstant(slot)) {
        type.addField(
            FieldSpec.builder(
                    TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", slot.start())
                .build());
      } else {
        if (first) {
          constructor.addStatement("int batch = graph.batch()");
          first = false;
        }
        type.addField(TypeName.INT, name, Modifier.PRIVATE, Modifier.FINAL);
        constructor.addCode(
            "$L = $L; // $L\n",
            name,
            Memory.place(plan, slot, "batch"),
            entry.getKey().shape());
      }
    }
  }

  private Map<Value, Slot> usedSlots(Part part) {
    Map<Value, Slot> used = new LinkedHashMap<>();
    for (PlannedStep planned : part.steps()) {
      planned.step().reads().forEach(read -> used.put(read, plan.slot(read)));
      used.put(planned.step().output(), plan.slot(planned.step().output()));
    }
    return used;
  }

  private void addPass(TypeSpec.Builder type, String pass, List<NodeMethod> methods) {
    if (methods.isEmpty()) {
      return;
    }
    MethodSpec.Builder method = model.stepMethod(pass);
    for (NodeMethod node : methods) {
      if (node.steps().getFirst().barrier()) {
        method.addStatement("worker.barrier()");
      }
      method.addStatement("$L($L)", node.name(), model.stepArguments());
    }
    type.addMethod(method.build());
  }

  private MethodSpec nodeMethod(NodeMethod node) {
    MethodSpec.Builder method = model.stepMethod(node.name()).addModifiers(Modifier.PRIVATE);
    Value output = node.steps().getLast().step().group().root();
    method.addJavadoc("$L", model.nodeDocumentation(output.origin(), output.shape()));
    boolean first = true;
    for (PlannedStep planned : node.steps()) {
      if (planned.barrier() && !first) {
        method.addStatement("worker.barrier()");
      }
      first = false;
      method.addComment("$L", Formula.of(planned.step(), names));
      method.addCode(code(planned.step()));
    }
    return method.build();
  }

  private CodeBlock code(Step step) {
    return switch (step.call()) {
      case Call.LoopCall loop -> statement(call(loop, step.output()));
      case Call.CustomCall custom -> views.call(custom, step.output());
      case Call.KernelCall kernel -> statement(call(kernel));
      case Call.KernelCalls kernels ->
          kernels.calls().stream()
              .map(kernel -> statement(call(kernel)))
              .collect(CodeBlock.joining(""));
    };
  }

  private static CodeBlock statement(CodeBlock call) {
    return CodeBlock.builder().addStatement(call).build();
  }

  private CodeBlock call(Call.LoopCall loop, Value output) {
    LoopMethod method = loops.of(loop.kernel());
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.$L($L", model.loops(), method.name(), model.stepArguments());
    if (method.open().isPresent()) {
      code.add(",$W$L", method.size(loop.kernel()));
    }
    loop.inputs().forEach(input -> code.add(",$W$L", memory(input)));
    return code.add(",$W$L)", memory(output)).build();
  }

  private CodeBlock call(Call.KernelCall kernel) {
    ClassName type = RuntimeTypes.kernel(kernel.kernel());
    CodeBlock.Builder code = CodeBlock.builder().add("$T.$L(worker", type, kernel.method());
    kernel.arguments().forEach(argument -> code.add(",$W$L", argument(argument)));
    return code.add(")").build();
  }

  private CodeBlock argument(Call.Argument argument) {
    return switch (argument) {
      case Call.SizeArgument size -> CodeBlock.of("$L", Text.size(size.size()));
      case Call.FlagArgument flag -> CodeBlock.of("$L", flag.flag());
      case Call.ConstantArgument constant ->
          CodeBlock.of("$T.$L", RuntimeTypes.kernel(constant.type()), constant.constant());
      case Call.MemoryArgument memory -> memory(memory.value());
      case Call.RandomArgument random -> CodeBlock.of("random, $L", random.stream());
      case Call.NumberArgument number ->
          CodeBlock.of("$L", Text.number(number.number(), number.type()));
      case Call.CopyArgument copy -> copies.constant(copy);
      case Call.FiltersArgument filters ->
          CodeBlock.of("$T.$L", model.geometry(), geometries.name(filters.filters()));
      case Call.PoolArgument pool ->
          CodeBlock.of("$T.$L", model.geometry(), geometries.name(pool.pool()));
    };
  }

  private CodeBlock memory(Value value) {
    Slot slot = plan.slot(Aliases.storage(value));
    return CodeBlock.of("$L, $L", Memory.array(slot), names.of(value));
  }
}
