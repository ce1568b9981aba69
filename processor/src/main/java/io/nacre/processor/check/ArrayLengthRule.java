package io.nacre.processor.check;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.plan.Slot;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All parameters of a type lie in one array, which must not be longer than Java's arrays. (Work memory
/// grows with the batch size, and is checked when the graph is bound.)
final class ArrayLengthRule implements PlanRule {
  private static final long LONGEST = Integer.MAX_VALUE - 8;
  private static final int SHOWN = 3;

  @Override
  public void check(ModelDeclaration model, CompiledModel compiled, Problems problems) {
    for (DataType type : compiled.state().types(Segment.PARAMETERS)) {
      long length = compiled.state().length(Segment.PARAMETERS, type);
      if (length > LONGEST) {
        problems.add(
            new Problem(
                ProblemId.ARRAY_TOO_LONG,
                model.place(),
                model.typeName(),
                "its parameters hold %d %s numbers, and one array at most %d"
                    .formatted(length, type, LONGEST),
                largest(compiled, type),
                "make the largest smaller, or share some of them"));
      }
    }
  }

  private static List<String> largest(CompiledModel compiled, DataType type) {
    List<Graph.NamedValue> largest = parameters(compiled, type).limit(SHOWN).toList();
    int width = largest.stream().mapToInt(named -> named.name().length()).max().orElse(1);
    return largest.stream()
        .map(named -> ("%-" + width + "s   %s").formatted(named.name(), named.value().shape()))
        .toList();
  }

  /// The parameters of a type, the largest first.
  private static Stream<Graph.NamedValue> parameters(CompiledModel compiled, DataType type) {
    return compiled.training().graph().graph().graph().variables().stream()
        .filter(variable -> isParameter(compiled.state().slot(variable.name()), type))
        .sorted(
            Comparator.comparingLong(
                (Graph.NamedValue variable) -> -variable.value().shape().size().size()));
  }

  private static boolean isParameter(Slot slot, DataType type) {
    return slot != null && slot.segment() == Segment.PARAMETERS && slot.type() == type;
  }
}
