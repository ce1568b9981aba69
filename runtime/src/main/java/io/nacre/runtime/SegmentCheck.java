package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Segment;
import io.nacre.runtime.GraphSpec.Variable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Checks that the variables of a segment lie in it, side by side.
final class SegmentCheck {
  private SegmentCheck() {}

  /// @throws IllegalArgumentException naming the first variable, in order of offset, that is wrong
  static void check(GraphSpec spec, Segment segment, DataType dataType, List<Variable> all) {
    int length = spec.length(segment, dataType);
    List<Variable> placed =
        all.stream()
            .filter(variable -> variable.dataType() == dataType)
            .sorted(Comparator.comparingInt(Variable::offset))
            .toList();
    long end = 0;
    String before = "the start";
    for (Variable variable : placed) {
      if (variable.shape().hasBatch()) {
        throw wrong(spec, variable, "its shape %s depends on N".formatted(variable.shape()));
      }
      if (variable.offset() < end) {
        throw wrong(
            spec,
            variable,
            "its offset %d is before the end of %s, %d".formatted(variable.offset(), before, end));
      }
      end = variable.offset() + variable.shape().size();
      before = variable.name();
      if (end > length) {
        throw wrong(
            spec,
            variable,
            "it ends at %d, but the %s segment of %s has %d elements"
                .formatted(end, segment.name().toLowerCase(Locale.ROOT), dataType, length));
      }
    }
  }

  private static IllegalArgumentException wrong(GraphSpec spec, Variable variable, String reason) {
    return new IllegalArgumentException(
        "%s: %s is misplaced: %s".formatted(spec.model(), variable.name(), reason));
  }
}
