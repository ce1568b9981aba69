package io.nacre.processor.write;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.lower.Call;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.plan.ExecutionPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The method of each distinct loop of a model: `add_tanh_Nx20x576`, or `add_tanh_NxKx576` of loops that
/// differ in the number of channels.
final class LoopNames {
  private static final int MOST_FUNCTIONS = 3;

  private final Map<LoopKernel, LoopMethod> methods = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  LoopNames(List<ExecutionPlan> plans) {
    Set<LoopKernel> kernels = new LinkedHashSet<>();
    for (ExecutionPlan plan : plans) {
      plan.steps()
          .forEach(
              planned -> {
                if (planned.step().call() instanceof Call.LoopCall loop) {
                  kernels.add(loop.kernel());
                }
              });
    }
    LoopSharing sharing = LoopSharing.of(kernels);
    for (LoopKernel kernel : kernels) {
      LoopKernel first = sharing.first(kernel);
      LoopMethod method = methods.get(first);
      OptionalInt open = sharing.open(kernel);
      methods.put(
          kernel, method == null ? new LoopMethod(unique(first, open), first, open) : method);
    }
  }

  LoopMethod of(LoopKernel kernel) {
    return methods.get(kernel);
  }

  /// All methods, in the order of their first use.
  Set<LoopMethod> all() {
    return new LinkedHashSet<>(methods.values());
  }

  private String unique(LoopKernel kernel, OptionalInt open) {
    String base = base(kernel, open);
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + "_" + number;
    }
    return name;
  }

  private static String base(LoopKernel kernel, OptionalInt open) {
    List<String> words = new ArrayList<>();
    List<LoopKernel.Instruction> body = kernel.body();
    body.stream()
        .skip(Math.max(0, body.size() - MOST_FUNCTIONS))
        .forEach(
            instruction ->
                words.add(
                    instruction.isCast()
                        ? instruction.to().toString()
                        : word(instruction.function())));
    kernel.reduction().ifPresent(kind -> words.add(word(kind)));
    if (words.isEmpty()) {
      words.add("fill");
    }
    List<String> sizes = new ArrayList<>();
    for (int axis = 0; axis < kernel.axes().size(); axis++) {
      Dim size = kernel.axes().get(axis).size();
      boolean opened = open.isPresent() && open.getAsInt() == axis;
      sizes.add(opened ? size.batch() ? "KN" : "K" : size.toString());
    }
    return String.join("_", words) + "_" + String.join("x", sizes);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
