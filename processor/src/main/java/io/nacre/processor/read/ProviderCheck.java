package io.nacre.processor.read;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import io.nacre.processor.provider.ProvidedLayer;
import io.nacre.processor.provider.ProviderFailure;
import io.nacre.processor.resolve.DeclaredAttributes;
import java.util.List;
import javax.lang.model.element.TypeElement;

/// Checks that there is one layer for an annotation of a third party, and that it can be asked.
final class ProviderCheck {
  private static final String PATH = "the annotation processor path";

  private final LayerProviders providers;
  private final Sources sources;
  private final Problems problems;

  ProviderCheck(LayerProviders providers, Sources sources, Problems problems) {
    this.providers = providers;
    this.sources = sources;
    this.problems = problems;
  }

  /// Whether a use means something. If not, that was reported, here or where the annotation type is
  /// declared.
  ///
  /// @param edges how many edges the node has
  boolean check(String node, AnnotationUse use, TypeElement type, int edges) {
    Problems declared = new Problems();
    LayerTypes.check(type, declared);
    if (declared.hasErrors()) {
      if (!sources.hold(type)) {
        Problem first = declared.all().get(0);
        report(
            ProblemId.BAD_LAYER_TYPE,
            use,
            node,
            "@%s of a library is wrong: %s".formatted(use.name(), first.fact()),
            List.of(),
            first.hint());
      }
      return false;
    }
    List<ProvidedLayer> layers = providers.of(use.type());
    switch (layers.size()) {
      case 0 -> missing(node, use, type);
      case 1 -> {
        return canBeAsked(node, use, layers.get(0), edges);
      }
      default ->
          report(
              ProblemId.PROVIDER_CLASH,
              use,
              node,
              "%d layers claim to be %s".formatted(layers.size(), use.type()),
              layers.stream().map(ProvidedLayer::provider).sorted().toList(),
              "keep one of them on " + PATH);
    }
    return false;
  }

  private void missing(String node, AnnotationUse use, TypeElement type) {
    List<String> faults = providers.faults();
    String artifact = LayerTypes.artifact(type);
    String jar = artifact.isEmpty() ? "the jar that has its layer" : artifact;
    if (faults.isEmpty()) {
      report(
          ProblemId.MISSING_PROVIDER,
          use,
          node,
          "nothing on %s says what %s means".formatted(PATH, use.type()),
          List.of(),
          "put %s there, beside nacre-processor: in Maven into annotationProcessorPaths"
              .formatted(jar));
    } else {
      report(
          ProblemId.PROVIDER_FAILED,
          use,
          node,
          "nothing on %s says what %s means, and not all that is there can be used"
              .formatted(PATH, use.type()),
          faults,
          "mend that, or put %s there".formatted(jar));
    }
  }

  /// A number that a hyper-parameter is to set is still open.
  private boolean canBeAsked(String node, AnnotationUse use, ProvidedLayer layer, int edges) {
    try {
      if (!use.broken()) {
        layer.probe(new DeclaredAttributes(use.withoutParams()), edges);
      }
      return true;
    } catch (ProviderFailure failure) {
      problems.add(failure.problem(node));
      return false;
    }
  }

  /// The layer of a use, if there is just one.
  static AnnotationUse bind(AnnotationUse use, LayerProviders providers) {
    List<ProvidedLayer> layers = providers.of(use.type());
    return layers.size() == 1 ? use.meaning(layers.get(0)) : use;
  }

  private void report(
      ProblemId id,
      AnnotationUse use,
      String node,
      String fact,
      List<String> evidence,
      String hint) {
    problems.add(new Problem(id, use.place(), node, fact, evidence, hint));
  }
}
