package io.nacre.processor.problem;

import java.util.List;

/// One mistake in a model, told so that it can be mended from the message alone.
///
/// @param id what kind of mistake it is
/// @param place where the caret goes
/// @param node the node that it is about, as the user wrote it; empty if it is about the model
/// @param fact what is wrong, with both numbers: `kernel 13x13 is larger than its padded input
///     12x12`
/// @param trail the way from the input to the node, one line a node, or other evidence, or empty
/// @param hint a change that makes it compile, with numbers that work; may be empty
public record Problem(
    ProblemId id, Place place, String node, String fact, List<String> trail, String hint) {

  public Problem {
    trail = List.copyOf(trail);
  }

  public static Problem of(ProblemId id, Place place, String node, String fact, String hint) {
    return new Problem(id, place, node, fact, List.of(), hint);
  }

  /// This problem with the way to its node shown.
  public Problem withTrail(List<String> trail) {
    return new Problem(id, place, node, fact, trail, hint);
  }

  /// The way out for those who use a library in which the problem is.
  public String libraryHint() {
    return switch (id) {
      case MISSING_PROVIDER, PROVIDER_CLASH, PROVIDER_FAILED -> hint;
      default -> "compile the library with this version of Nacre";
    };
  }

  /// The whole text for the compiler's output: fact first, then the trail, the way to a node inside
  /// others, and the way out.
  public String message() {
    StringBuilder text = new StringBuilder("[nacre/").append(id.label()).append("] ");
    if (!node.isEmpty()) {
      text.append(node);
      if (place instanceof FilePlace imported) {
        text.append(" in ").append(imported.file());
      }
      text.append(": ");
    }
    text.append(fact);
    for (String line : trail) {
      text.append("\n    ").append(line);
    }
    if (place instanceof InnerPlace inner) {
      for (String line : inner.lines()) {
        text.append("\n    ").append(line);
      }
    }
    if (!hint.isEmpty()) {
      text.append("\n  ").append(hint.replace("\n", "\n  "));
    }
    return text.toString();
  }
}
