package io.nacre.processor.write;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.lower.Call;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.plan.ExecutionPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One method name for each distinct loop of a model: `add_tanh_Nx20x576`.
final class LoopNames {
  private static final int MOST_FUNCTIONS = 3;

  private final Map<LoopKernel, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  LoopNames(List<ExecutionPlan> plans) {
    for (ExecutionPlan plan : plans) {
      plan.steps()
          .forEach(
              planned -> {
                if (planned.step().call() instanceof Call.LoopCall loop) {
                  names.computeIfAbsent(loop.kernel(), this::unique);
                }
              });
    }
  }

  String of(LoopKernel kernel) {
    return names.get(kernel);
  }

  /// All distinct loops with their names, in the order of their first use.
  Map<LoopKernel, String> all() {
    return names;
  }

  private String unique(LoopKernel kernel) {
    String base = base(kernel);
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + "_" + number;
    }
    return name;
  }

  private static String base(LoopKernel kernel) {
    List<String> words = new ArrayList<>();
    List<LoopKernel.Instruction> body = kernel.body();
    body.stream()
        .skip(Math.max(0, body.size() - MOST_FUNCTIONS))
        .forEach(instruction -> words.add(word(instruction.function())));
    kernel.reduction().ifPresent(kind -> words.add(word(kind)));
    if (words.isEmpty()) {
      words.add("fill");
    }
    String sizes =
        kernel.axes().stream()
            .map(LoopKernel.Axis::size)
            .map(Dim::toString)
            .collect(Collectors.joining("x"));
    return String.join("_", words) + "_" + sizes;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
