package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Shapes that a reshape could have instead: changes of a number or two that come out whole, tried
/// one after another.
final class ReshapeAdvice {
  /// How far from a number another one is looked for.
  private static final int FARTHEST = 2000;

  private final Inference node;
  private final PartialShape data;
  private final List<Integer> codes;
  private final boolean reverse;

  private ReshapeAdvice(Inference node, PartialShape data) {
    this.node = node;
    this.data = data;
    this.codes = node.attributes().integers("shape");
    this.reverse = node.attributes().flag("reverse");
  }

  /// What to do about a mistake, with numbers that work.
  static String of(Inference node, PartialShape data, ReshapeCodes.Mistake mistake) {
    List<String> ways = new ArrayList<>();
    new ReshapeAdvice(node, data)
        .shape()
        .ifPresent(codes -> ways.add(text(node, data, codes)));
    Dim divisor = mistake.divisor();
    if (mistake.axis() >= 0 && !divisor.batch() && divisor.size() > 1) {
      Dim size = data.dim(mistake.axis());
      ways.add(
          "make axis %d of %s a multiple of %s, such as %s"
              .formatted(
                  mistake.axis(),
                  node.source("data"),
                  divisor,
                  multiples(size, divisor.size())));
    }
    return ways.isEmpty()
        ? "make the sizes multiply to " + data.size(0, data.rank())
        : String.join("; or ", ways);
  }

  private static String text(Inference node, PartialShape data, List<Integer> codes) {
    boolean keeps =
        codes.getFirst() == ReshapeCodes.KEEP
            && node.attributes().integers("shape").getFirst() != ReshapeCodes.KEEP
            && data.dim(0).batch();
    return "use shape = " + ReshapeLayer.text(codes) + (keeps ? ", which keeps the batch" : "");
  }

  private static String multiples(Dim size, long divisor) {
    return String.join(
        " or ",
        Split.nearestMultiples(size.size(), divisor).stream()
            .map(multiple -> new Dim(multiple, size.batch()).toString())
            .toList());
  }

  private Optional<List<Integer>> shape() {
    return candidates().stream().filter(this::works).findFirst();
  }

  private boolean works(List<Integer> candidate) {
    ReshapeCodes.Result result =
        ReshapeCodes.apply(candidate, data, PartialShape.UNKNOWN, reverse, node::dim);
    return result.mistake().isEmpty()
        && result.output().complete()
        && result.output().size(0, result.output().rank()).known();
  }

  private Set<List<Integer>> candidates() {
    Set<List<Integer>> candidates = new LinkedHashSet<>();
    if (!reverse && codes.getFirst() != ReshapeCodes.KEEP) {
      // the batch was forgotten
      List<Integer> longer = new ArrayList<>(List.of(ReshapeCodes.KEEP));
      longer.addAll(codes);
      candidates.add(longer);
    }
    if (!reverse && codes.getFirst() == ReshapeCodes.REST) {
      // the batch was inferred, and a size of the sample written
      List<Integer> kept = new ArrayList<>(codes);
      kept.set(0, ReshapeCodes.KEEP);
      sizes().reversed().forEach(i -> candidates.add(with(kept, i, ReshapeCodes.REST)));
    }
    if (!codes.contains(ReshapeCodes.REST)) {
      sizes().reversed().forEach(i -> candidates.add(with(codes, i, ReshapeCodes.REST)));
    }
    for (int distance = 1; distance <= FARTHEST; distance++) {
      for (int i : sizes()) {
        candidates.add(with(codes, i, codes.get(i) + distance));
        if (codes.get(i) > distance) {
          candidates.add(with(codes, i, codes.get(i) - distance));
        }
      }
    }
    candidates.add(List.of(ReshapeCodes.KEEP, ReshapeCodes.REST));
    return candidates;
  }

  /// Where plain sizes stand.
  private List<Integer> sizes() {
    return IntStream.range(0, codes.size()).filter(i -> codes.get(i) > 0).boxed().toList();
  }

  private static List<Integer> with(List<Integer> codes, int i, int code) {
    List<Integer> changed = new ArrayList<>(codes);
    changed.set(i, code);
    return changed;
  }
}
