package io.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.Custom;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.Call;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.PlannedStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// The views that kernels of the user's own get: a field for each array, made once at bind.
final class Views {
  private final ExecutionPlan plan;
  private final ValueNames names;
  private final boolean symbolicBatch;

  Views(ExecutionPlan plan, ValueNames names, boolean symbolicBatch) {
    this.plan = plan;
    this.names = names;
    this.symbolicBatch = symbolicBatch;
  }

  void add(Part part, TypeSpec.Builder type, MethodSpec.Builder constructor) {
    for (Value value : values(part)) {
      ClassName view = type(value);
      type.addField(view, name(value), Modifier.PRIVATE, Modifier.FINAL);
      List<Object> sizes = new ArrayList<>();
      int batchAxis = -1;
      for (int axis = 0; axis < value.shape().rank(); axis++) {
        Dim dim = value.shape().dim(axis);
        sizes.add(dim.size());
        batchAxis = dim.batch() ? axis : batchAxis;
      }
      CodeBlock.Builder made =
          CodeBlock.builder()
              .add(
                  "$L = new $T($L, $L, $L",
                  name(value),
                  view,
                  Memory.array(plan.slot(Aliases.storage(value))),
                  names.of(value),
                  batchAxis);
      sizes.forEach(size -> made.add(", $L", size));
      constructor.addStatement(made.add(")").build());
    }
  }

  private static Set<Value> values(Part part) {
    Set<Value> values = new LinkedHashSet<>();
    for (PlannedStep planned : part.steps()) {
      if (planned.step().call() instanceof Call.CustomCall custom) {
        values.addAll(custom.inputs());
        values.add(planned.step().output());
      }
    }
    return values;
  }

  private static ClassName type(Value value) {
    return RuntimeTypes.kernel(value.type().stem() + "View");
  }

  private static ClassName type(Custom.KernelClass kernel) {
    String[] names = kernel.name().split("\\.");
    return ClassName.get(
        kernel.packageName(), names[0], Arrays.copyOfRange(names, 1, names.length));
  }

  private String name(Value value) {
    return names.of(value) + "$view";
  }

  private String view(Value value) {
    return name(value) + (symbolicBatch ? ".forBatch(n)" : "");
  }

  /// The call, by one worker.
  CodeBlock call(Call.CustomCall custom, Value output) {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if (worker.part() == 0)");
    if (custom.adds()) {
      code.addStatement("$L.fill(0)", view(output));
    }
    CodeBlock.Builder call =
        CodeBlock.builder().add("$T.$L(", type(custom.kernel()), custom.method());
    custom.inputs().forEach(input -> call.add("$L,$W", view(input)));
    call.add("$L", view(output));
    custom.attributes().forEach(attribute -> call.add(",$W$L", literal(attribute)));
    return code.addStatement(call.add(")").build()).endControlFlow().build();
  }

  private static CodeBlock literal(Object attribute) {
    return switch (attribute) {
      case String text -> CodeBlock.of("$S", text);
      case Double number -> CodeBlock.of("$L", Text.number(number, DataType.FLOAT64));
      default -> CodeBlock.of("$L", attribute);
    };
  }
}
