package io.nacre.processor.picture;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Similar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Draws models, for those who ask by `-Anacre.diagram=dot,mermaid`; with `weights` among the words,
/// the weights that layers make themselves are drawn too.
public final class Pictures {
  private static final String DOT = "dot";
  private static final String MERMAID = "mermaid";
  private static final String WEIGHTS = "weights";
  private static final List<String> WORDS = List.of(DOT, MERMAID, WEIGHTS);

  private final Set<String> words;

  /// @param option the forms to draw, separated by commas; null for none
  public Pictures(String option) {
    this.words = option == null ? Set.of() : new LinkedHashSet<>(List.of(option.split(",")));
  }

  /// A mistake in the option, if there is one.
  public Optional<Problem> problem(Place model) {
    String hint = "forms: dot, mermaid; add weights to have them drawn too";
    for (String word : words) {
      if (!WORDS.contains(word)) {
        String fact =
            word.isEmpty()
                ? "-Anacre.diagram has an empty word: '%s'".formatted(String.join(",", words))
                : "-Anacre.diagram has no form '" + word + "'";
        String near = word.isEmpty() ? "" : Similar.hint(word, WORDS);
        return Optional.of(
            Problem.of(
                ProblemId.BAD_OPTION, model, "", fact, near.isEmpty() ? hint : near + " " + hint));
      }
    }
    return words.equals(Set.of(WEIGHTS))
        ? Optional.of(
            Problem.of(ProblemId.BAD_OPTION, model, "", "-Anacre.diagram names no form", hint))
        : Optional.empty();
  }

  /// The text of each picture by the ending of its file: `dot`, `mmd`.
  public Map<String, String> of(TypedGraph graph) {
    Map<String, String> pictures = new LinkedHashMap<>();
    if (words.contains(DOT) || words.contains(MERMAID)) {
      Picture picture = Painter.paint(graph, words.contains(WEIGHTS));
      if (words.contains(DOT)) {
        pictures.put("dot", DotText.of(picture));
      }
      if (words.contains(MERMAID)) {
        pictures.put("mmd", MermaidText.of(picture));
      }
    }
    return pictures;
  }
}
