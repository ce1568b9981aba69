package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The stretches of a parameter segment that an optimizer treats alike: neighbours with the same
/// weight decay are one stretch, and padding belongs to none.
///
/// @param start the first element of each stretch, ascending
/// @param end one past the last element of each
/// @param decays whether weight decay is for it
/// @param length the elements of the segment
record ParameterRuns(int[] start, int[] end, boolean[] decays, int length) {

  static ParameterRuns of(GraphSpec spec, DataType dataType) {
    List<Variable> variables =
        spec.parameters().stream()
            .filter(variable -> variable.dataType() == dataType)
            .sorted(Comparator.comparingInt(Variable::offset))
            .toList();
    List<int[]> runs = new ArrayList<>();
    for (Variable variable : variables) {
      int decays = decays(variable.name()) ? 1 : 0;
      int end = variable.offset() + (int) variable.shape().size();
      int[] last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && last[1] == variable.offset() && last[2] == decays) {
        last[1] = end;
      } else {
        runs.add(new int[] {variable.offset(), end, decays});
      }
    }
    boolean[] decays = new boolean[runs.size()];
    for (int run = 0; run < decays.length; run++) {
      decays[run] = runs.get(run)[2] == 1;
    }
    return new ParameterRuns(
        runs.stream().mapToInt(run -> run[0]).toArray(),
        runs.stream().mapToInt(run -> run[1]).toArray(),
        decays,
        spec.length(GraphSpec.Segment.PARAMETERS, dataType));
  }

  int count() {
    return start.length;
  }

  /// MXNet's rule.
  private static boolean decays(String name) {
    return name.endsWith("_weight") || name.endsWith("_gamma");
  }
}
