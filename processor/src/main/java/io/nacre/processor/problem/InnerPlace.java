package io.nacre.processor.problem;

import java.util.ArrayList;
import java.util.List;

/// A place that is not in the user's own lines: inside a block, a called model, a copy of a repeated
/// node, or a model that this one extends.
///
/// @param blame where the caret goes: the value, edge or annotation of the use from which it comes
/// @param way how one gets from there to the place, a clause each, from the outside in: `stem is
///     @ConvRelu(filters = 50)`
/// @param given whether the use gives what stands there, as a value or an edge; otherwise it is so
///     wherever the block or model is used
public record InnerPlace(Place blame, List<String> way, boolean given) implements Place {

  public InnerPlace {
    way = List.copyOf(way);
  }

  /// Of something that is written inside, for which the use as a whole is blamed.
  public static InnerPlace inside(Place use) {
    return new InnerPlace(use instanceof InnerPlace inner ? inner.blame() : use, List.of(), false);
  }

  /// The same place by another way.
  public static InnerPlace by(List<String> way, Place place) {
    return place instanceof InnerPlace inner
        ? new InnerPlace(inner.blame(), way, inner.given())
        : new InnerPlace(place, way, true);
  }

  /// `where stem is @ConvRelu(filters = 50)`, `and stem.conv is @Conv(filters = 50)`.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String clause : way) {
      lines.add((lines.isEmpty() ? "where " : "and ") + clause);
    }
    return lines;
  }
}
